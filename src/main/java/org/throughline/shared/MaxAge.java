package org.throughline.shared;

import java.time.Duration;
import java.time.Instant;

/**
 * How old an answer may be for a caller.
 *
 * @param limit null when any age that the caches allow will do
 */
public record MaxAge(Duration limit) {

    /** Whatever the caches hold. */
    public static final MaxAge ANY = new MaxAge(null);

    /** Only what is read from the ERP now. */
    public static final MaxAge LIVE = new MaxAge(Duration.ZERO);

    public static MaxAge ofSeconds(long seconds) {
        return new MaxAge(Duration.ofSeconds(seconds));
    }

    /** Whether something read at that time may still be given out. */
    public boolean allows(Instant asOf, Instant now) {
        return limit == null || !limit.isZero() && !asOf.plus(limit).isBefore(now);
    }
}
