package org.throughline.account;

import java.util.List;

/**
 * The beginning of a list.
 *
 * @param more whether there is more than is given here
 */
public record Excerpt<T>(List<T> rows, boolean more) {

    public Excerpt {
        rows = List.copyOf(rows);
    }

    /** @param rows up to one more than wanted */
    public static <T> Excerpt<T> of(List<T> rows, int wanted) {
        return new Excerpt<>(rows.subList(0, Math.min(wanted, rows.size())), rows.size() > wanted);
    }
}
