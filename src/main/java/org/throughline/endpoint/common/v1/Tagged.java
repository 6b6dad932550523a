package org.throughline.endpoint.common.v1;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.http.ResponseEntity;

/** Answers about a single resource with an ETag; Spring answers 304 to a caller who has that state already. */
public final class Tagged {

    private Tagged() {}

    /**
     * @param answer the whole answer
     * @param resource the part of it that changes only when the resource does; not its freshness
     */
    public static <T> ResponseEntity<T> of(T answer, Object resource) {
        return ResponseEntity.ok().eTag(tag(resource)).body(answer);
    }

    private static String tag(Object resource) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(WireJson.write(resource));
            return '"' + HexFormat.of().formatHex(hash, 0, 12) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
