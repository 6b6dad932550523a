package org.throughline.shared;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What was asked for, and how fresh it is.
 *
 * @param value never null
 * @param freshness never null
 */
public record Answer<T>(T value, Freshness freshness) {

    public Answer {
        requireNonNull(value, "value");
        requireNonNull(freshness, "freshness");
    }

    public static <T> Answer<T> live(T value, Instant now) {
        return new Answer<>(value, Freshness.live(now));
    }

    public <R> Answer<R> map(Function<? super T, ? extends R> mapping) {
        return new Answer<>(mapping.apply(value), freshness);
    }

    /** An answer made of two; it is as fresh as the less fresh of them. */
    public <U, R> Answer<R> with(Answer<U> other, BiFunction<? super T, ? super U, ? extends R> combination) {
        return new Answer<>(combination.apply(value, other.value), freshness.and(other.freshness));
    }
}
