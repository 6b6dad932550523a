package org.throughline.history;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** How long an invoice is past its due date; the same limits as in the credit status of an account. */
public enum AgeBucket {
    /** Not due yet, or due on the day itself. */
    CURRENT(0),
    DAYS_1_TO_30(30),
    DAYS_31_TO_60(60),
    DAYS_61_TO_90(90),
    OVER_90(Long.MAX_VALUE);

    private final long lastDay;

    AgeBucket(long lastDay) {
        this.lastDay = lastDay;
    }

    /** @param day for which the age is asked */
    public static AgeBucket of(LocalDate dueDate, LocalDate day) {
        long days = ChronoUnit.DAYS.between(dueDate, day);
        AgeBucket bucket = CURRENT;
        while (days > bucket.lastDay) {
            bucket = values()[bucket.ordinal() + 1];
        }
        return bucket;
    }
}
