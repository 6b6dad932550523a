package org.throughline.erp.tryton;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** What hardly ever changes in Tryton, such as its units, read again after a minute at most. */
final class Kept<T> {

    private static final Duration TIME = Duration.ofMinutes(1);

    private final Supplier<T> source;
    private final Clock clock;
    private volatile Reading<T> last;

    private record Reading<T>(T value, Instant at) {}

    Kept(Supplier<T> source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    T get() {
        Reading<T> reading = last;
        return reading == null || clock.instant().isAfter(reading.at().plus(TIME)) ? read() : reading.value();
    }

    /** Reads it again now, for who misses something in it. */
    T read() {
        Instant now = clock.instant();
        T value = source.get();
        last = new Reading<>(value, now);
        return value;
    }
}
