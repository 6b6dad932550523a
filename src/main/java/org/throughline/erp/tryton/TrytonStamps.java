package org.throughline.erp.tryton;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/** When the records that make up one thing were written; Tryton stamps each of its records, and counts no versions. */
final class TrytonStamps {

    /** The fields that {@link #of} reads, of the record itself. */
    static final List<String> FIELDS = List.of("create_date", "write_date");

    private final List<Stamp> stamps;

    private record Stamp(long id, Instant at) {}

    private TrytonStamps(List<Stamp> stamps) {
        this.stamps = stamps;
    }

    /** The fields of a record that a field points to, and its stamps. */
    static List<String> fields(String path) {
        return FIELDS.stream().map(field -> path + "." + field).toList();
    }

    /** Of a record and its parts, each read with {@link #FIELDS}. */
    static TrytonStamps of(TrytonRecord record, Stream<TrytonRecord> parts) {
        return new TrytonStamps(Stream.concat(Stream.of(record), parts)
                .map(each -> new Stamp(each.id(), stamp(each)))
                .toList());
    }

    /** When the newest of the records was written. */
    Instant last() {
        return stamps.stream().map(Stamp::at).max(Comparator.naturalOrder()).orElseThrow();
    }

    /**
     * A number above zero that is another one after each change, also after the removal of a part. It does not rise, and by chance,
     * in one of two thousand million cases, it stays the same.
     */
    int version() {
        CRC32 digest = new CRC32();
        digest.update(stamps.toString().getBytes(StandardCharsets.UTF_8));
        return (int) (digest.getValue() % Integer.MAX_VALUE) + 1;
    }

    /** A record is stamped as created; as written, only when it was written since. */
    private static Instant stamp(TrytonRecord record) {
        return Stream.of(record.instant("create_date"), record.instant("write_date"))
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }
}
