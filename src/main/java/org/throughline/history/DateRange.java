package org.throughline.history;

import java.time.LocalDate;

/**
 * Days that a list is limited to.
 *
 * @param from the first day; null when open
 * @param until the day after the last; null when open
 */
public record DateRange(LocalDate from, LocalDate until) {

    public static final DateRange ALL = new DateRange(null, null);

    /** Whether no day can be in it. */
    public boolean isEmpty() {
        return from != null && until != null && !from.isBefore(until);
    }
}
