package org.throughline.erp.tryton;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.throughline.database.KeysetCursor;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;

/**
 * Lists of things in the order of their last change, where a thing is one record of Tryton with others as its parts, each with
 * stamps of its own. The stamps of each kind are read in their order, and merged; a thing counts where its newest stamp stands.
 * A page costs the same however deep.
 *
 * <p>A stamp is the time at which the change began, so a long change can appear behind one that was seen: whoever follows
 * changes should ask from a little before the last one seen. The removal of a part leaves no stamp unless the thing itself is
 * written with it.
 */
final class TrytonChanges {

    private static final int LEAST_BATCH = 20;
    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

    private final TrytonClient tryton;
    private final List<Stream> streams;
    private final TrytonQuery things;
    private final Function<TrytonRecord, TrytonStamps> stamps;

    /**
     * One kind of stamp.
     *
     * @param model whose records are stamped
     * @param thing path from there to the id of the thing
     * @param stamp path from there to the stamp
     */
    record Stream(String model, String thing, String stamp) {}

    /** A stamp of a thing. */
    private record Key(Instant at, long thing) implements Comparable<Key> {

        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::at).thenComparing(Key::thing);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /** A stretch of stamps, and the thing at each that was changed there for the last time. */
    private record Stretch(List<Found> found, Optional<Key> end) {}

    private record Found(Key key, TrytonRecord thing) {}

    /**
     * @param things reads them with all fields that {@code stamps} needs, and carries conditions; without order and limit
     */
    TrytonChanges(
            TrytonClient tryton,
            List<Stream> streams,
            TrytonQuery things,
            Function<TrytonRecord, TrytonStamps> stamps) {
        this.tryton = tryton;
        this.streams = streams;
        this.things = things;
        this.stamps = stamps;
    }

    /**
     * @param wanted says of each thing whether it is wanted
     * @param name identifies the list: its name and all its filters
     */
    Page<TrytonRecord> page(Instant since, Predicate<TrytonRecord> wanted, PageRequest page, String name) {
        Key start = KeysetCursor.decode(page, name, 2).map(TrytonChanges::key).orElse(new Key(stamp(since), 0));
        int batch = Math.max(page.size() + 1, LEAST_BATCH);
        List<Found> found = new ArrayList<>();
        Optional<Key> from = Optional.of(start);
        while (from.isPresent() && found.size() <= page.size()) {
            Stretch stretch = stretch(from.get(), batch);
            stretch.found().stream().filter(each -> wanted.test(each.thing())).forEach(found::add);
            from = stretch.end();
        }
        return cut(found, page.size(), name);
    }

    /** The earliest stamp that is not before a time; stamps count microseconds, and know the years 1 to 9999. */
    private static Instant stamp(Instant since) {
        Instant micros = since.truncatedTo(ChronoUnit.MICROS);
        Instant stamp = micros.equals(since) ? since : micros.plus(1, ChronoUnit.MICROS);
        return stamp.isBefore(FIRST) ? FIRST : stamp.isAfter(LAST) ? LAST : stamp;
    }

    private static Page<TrytonRecord> cut(List<Found> found, int size, String name) {
        List<TrytonRecord> things = found.stream().limit(size).map(Found::thing).toList();
        if (found.size() <= size) {
            return new Page<>(things, Optional.empty());
        }
        Key last = found.get(size - 1).key();
        List<String> key = List.of(last.at().toString(), Long.toString(last.thing()));
        return new Page<>(things, Optional.of(KeysetCursor.encode(name, key)));
    }

    /** Up to where all streams have been read; the stamps behind that are read again from there. */
    private Stretch stretch(Key after, int batch) {
        NavigableSet<Key> keys = new TreeSet<>();
        Optional<Key> end = Optional.empty();
        for (Stream stream : streams) {
            List<Key> read = read(stream, after, batch);
            keys.addAll(read);
            if (read.size() == batch) {
                Key last = read.get(batch - 1);
                end = end.filter(earlier -> earlier.compareTo(last) < 0).or(() -> Optional.of(last));
            }
        }
        return new Stretch(found(end.map(last -> keys.headSet(last, true)).orElse(keys)), end);
    }

    private List<Key> read(Stream stream, Key after, int batch) {
        TrytonQuery query = TrytonQuery.of(stream.model(), stream.thing(), stream.stamp())
                .where(List.of(
                        "OR",
                        List.of(TrytonQuery.clause(stream.stamp(), ">", after.at())),
                        List.of(
                                TrytonQuery.clause(stream.stamp(), "=", after.at()),
                                TrytonQuery.clause(stream.thing(), ">", after.thing()))))
                .ascending(stream.stamp())
                .ascending(stream.thing())
                .limit(batch);
        return tryton.searchRead(everActive(query)).stream()
                .map(row -> new Key(row.instant(stream.stamp()), row.id(stream.thing())))
                .toList();
    }

    private List<Found> found(Set<Key> keys) {
        Set<Long> ids = new LinkedHashSet<>();
        keys.forEach(key -> ids.add(key.thing()));
        Map<Long, TrytonRecord> read =
                tryton.searchRead(everActive(things.where("id", "in", List.copyOf(ids)))).stream()
                        .collect(toMap(TrytonRecord::id, Function.identity()));
        return keys.stream()
                .filter(key -> read.containsKey(key.thing()))
                .map(key -> new Found(key, read.get(key.thing())))
                .filter(each ->
                        stamps.apply(each.thing()).last().equals(each.key().at()))
                .toList();
    }

    /** To be switched off is a change, too. */
    private static TrytonQuery everActive(TrytonQuery query) {
        return query.in(Map.of("active_test", false));
    }

    private static Key key(List<String> parts) {
        return new Key(
                KeysetCursor.part(parts.get(0), Instant::parse), KeysetCursor.part(parts.get(1), Long::parseLong));
    }
}
