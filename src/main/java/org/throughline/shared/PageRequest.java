package org.throughline.shared;

import java.util.Optional;

/**
 * Which part of a list is wanted.
 *
 * @param size 1 to 500
 * @param cursor the {@link Page#nextCursor()} of the page before; empty for the first page. A cursor that was made for
 *     other filters or is damaged leads to the fault INVALID_CURSOR.
 */
public record PageRequest(int size, Optional<String> cursor) {

    public static final int DEFAULT_SIZE = 50;
    public static final int MAX_SIZE = 500;

    public PageRequest {
        if (size < 1 || size > MAX_SIZE) {
            throw new IllegalArgumentException("page size " + size);
        }
    }

    public static PageRequest first(int size) {
        return new PageRequest(size, Optional.empty());
    }
}
