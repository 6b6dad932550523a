package org.throughline.shared;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A part of a list in a stable order.
 *
 * @param entries never null
 * @param nextCursor where the next page starts; empty on the last page
 */
public record Page<T>(List<T> entries, Optional<String> nextCursor) {

    public Page {
        entries = List.copyOf(entries);
    }

    public <R> Page<R> map(Function<T, R> mapping) {
        return new Page<>(entries.stream().map(mapping).toList(), nextCursor);
    }
}
