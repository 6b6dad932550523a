package org.throughline.order;

import java.time.Duration;

/**
 * How long to wait before the ERP is asked again: twice as long each time.
 *
 * @param first after the first attempt
 * @param longest it never waits longer
 */
public record Backoff(Duration first, Duration longest) {

    public static final Backoff USUAL = new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(1));

    private static final int MAX_DOUBLINGS = 20;

    /** @param attempts how often it was tried already, 1 or more */
    Duration after(int attempts) {
        Duration wait = first.multipliedBy(1L << Math.min(Math.max(attempts - 1, 0), MAX_DOUBLINGS));
        return wait.compareTo(longest) > 0 ? longest : wait;
    }
}
