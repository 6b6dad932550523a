package org.throughline.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.throughline.pricing.Answers.Kind;
import org.throughline.pricing.KeptAnswer;
import org.throughline.shared.AnswerId;

/**
 * Answers that are written together: one row, compressed as one, because they resemble each other. An answer's id is the
 * batch's id and its place in it. Not safe for several threads.
 */
final class AnswerBatch {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int PLACE_DIGITS = 4;

    private record Entry(Kind kind, Instant givenAt, Supplier<byte[]> message) {}

    private final String id;
    private final List<Entry> entries = new ArrayList<>();
    private int weight;

    AnswerBatch() {
        this.id = "%016x".formatted(RANDOM.nextLong());
    }

    String id() {
        return id;
    }

    int size() {
        return entries.size();
    }

    /** The lines of all answers. */
    int weight() {
        return weight;
    }

    Instant firstGivenAt() {
        return entries.get(0).givenAt();
    }

    AnswerId add(Kind kind, Instant now, int lines, Supplier<byte[]> message) {
        entries.add(new Entry(kind, now, message));
        weight += lines;
        return new AnswerId(id + "%04x".formatted(entries.size() - 1));
    }

    Optional<KeptAnswer> get(AnswerId answer) {
        int place = placeOf(answer);
        if (!id.equals(batchOf(answer)) || place >= entries.size()) {
            return Optional.empty();
        }
        Entry entry = entries.get(place);
        return Optional.of(
                new KeptAnswer(entry.kind(), entry.givenAt(), entry.message().get()));
    }

    static boolean isId(AnswerId answer) {
        return answer.value().matches("[0-9a-f]{20}");
    }

    static String batchOf(AnswerId answer) {
        return answer.value().substring(0, answer.value().length() - PLACE_DIGITS);
    }

    private static int placeOf(AnswerId answer) {
        return Integer.parseInt(answer.value().substring(answer.value().length() - PLACE_DIGITS), 16);
    }

    /** Calls the answers' suppliers. */
    byte[] compressed() {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes, deflater, 8192))) {
                for (Entry entry : entries) {
                    byte[] message = entry.message().get();
                    out.writeUTF(entry.kind().name());
                    out.writeLong(entry.givenAt().toEpochMilli());
                    out.writeInt(message.length);
                    out.write(message);
                }
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
    }

    /** @return empty when the batch has fewer answers */
    static Optional<KeptAnswer> read(byte[] compressed, int answers, AnswerId wanted) {
        int place = placeOf(wanted);
        if (place >= answers) {
            return Optional.empty();
        }
        try (DataInputStream in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(compressed)))) {
            for (int i = 0; i < place; i++) {
                next(in);
            }
            return Optional.of(next(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KeptAnswer next(DataInputStream in) throws IOException {
        Kind kind = Kind.valueOf(in.readUTF());
        Instant givenAt = Instant.ofEpochMilli(in.readLong());
        return new KeptAnswer(kind, givenAt, in.readNBytes(in.readInt()));
    }
}
