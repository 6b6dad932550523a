package org.throughline.erp.embedded.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The two years that the demo data tell of. The demo's last day is fixed; it is not today. */
final class DemoCalendar {

    static final ZoneOffset ZONE = ZoneOffset.UTC;
    static final LocalDate START = LocalDate.of(2024, 12, 2);
    /** The last working day of the demo: what happens later has not happened yet. */
    static final LocalDate END = LocalDate.of(2026, 11, 13);
    /** Since when masters such as tax rules and prices are valid. */
    static final LocalDate EPOCH = LocalDate.of(2024, 1, 1);
    /** When prices rose. */
    static final LocalDate PRICE_RISE = LocalDate.of(2026, 1, 1);

    private DemoCalendar() {}

    static boolean isPast(LocalDate day) {
        return !day.isAfter(END);
    }

    /** The day itself, or the Monday after a weekend. */
    static LocalDate workday(LocalDate day) {
        if (day.getDayOfWeek() == DayOfWeek.SATURDAY) {
            return day.plusDays(2);
        }
        return day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.plusDays(1) : day;
    }

    static Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).toInstant(ZONE);
    }
}
