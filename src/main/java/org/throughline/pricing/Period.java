package org.throughline.pricing;

import java.time.LocalDate;

/**
 * A half-open span of days.
 *
 * @param from first day; null: ever since
 * @param until the day after the last; null: it does not end
 */
public record Period(LocalDate from, LocalDate until) {

    public static final Period ALWAYS = new Period(null, null);

    public boolean contains(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (until == null || day.isBefore(until));
    }
}
