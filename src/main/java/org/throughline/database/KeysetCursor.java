package org.throughline.database;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.PageRequest;
import org.throughline.shared.ServiceFault;

/**
 * The key of the last row of a page, as an opaque text. It carries a digest of the query that it was made for, so that
 * it cannot be used with other filters.
 */
public final class KeysetCursor {

    private static final String SEPARATOR = "\u001f";
    private static final int DIGEST_BYTES = 6;

    private KeysetCursor() {}

    /**
     * @param query what identifies the list: its name and all its filters, for instance the toString of a record
     * @param key the values of the order-by columns in the last row of the page, in their order
     */
    public static String encode(String query, List<String> key) {
        byte[] text = String.join(SEPARATOR, key).getBytes(StandardCharsets.UTF_8);
        byte[] digest = digest(query);
        byte[] all = Arrays.copyOf(digest, digest.length + text.length);
        System.arraycopy(text, 0, all, digest.length, text.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    /**
     * The key after which the wanted page starts; empty for the first page.
     *
     * @param size how many columns the key has
     * @throws ServiceFault INVALID_CURSOR when the cursor is damaged or was made for another query
     */
    public static Optional<List<String>> decode(PageRequest page, String query, int size) {
        return page.cursor().map(cursor -> key(cursor, query, size));
    }

    /**
     * Reads a part of a key that is not text.
     *
     * @throws ServiceFault INVALID_CURSOR when it cannot be read
     */
    public static <T> T part(String part, Function<String, T> parser) {
        try {
            return parser.apply(part);
        } catch (DateTimeException | NumberFormatException notWrittenByEncode) {
            throw invalid();
        }
    }

    private static List<String> key(String cursor, String query, int size) {
        byte[] all = bytes(cursor);
        if (all.length <= DIGEST_BYTES || !Arrays.equals(Arrays.copyOf(all, DIGEST_BYTES), digest(query))) {
            throw invalid();
        }
        String text = new String(all, DIGEST_BYTES, all.length - DIGEST_BYTES, StandardCharsets.UTF_8);
        List<String> key = List.of(text.split(SEPARATOR, -1));
        if (key.size() != size) {
            throw invalid();
        }
        return key;
    }

    private static byte[] bytes(String cursor) {
        try {
            return Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException notBase64) {
            throw invalid();
        }
    }

    private static ServiceFault invalid() {
        return new ServiceFault(ErrorCode.INVALID_CURSOR.at("paging.cursor"));
    }

    private static byte[] digest(String query) {
        try {
            byte[] full = MessageDigest.getInstance("SHA-256").digest(query.getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(full, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
