package org.throughline.shared;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * How old an answer is and where it comes from.
 *
 * @param asOf when the oldest part of it was read from the ERP
 * @param source the least trusted source of its parts
 */
public record Freshness(Instant asOf, Source source) {

    public Freshness {
        requireNonNull(asOf, "asOf");
        requireNonNull(source, "source");
    }

    public static Freshness live(Instant now) {
        return new Freshness(now, Source.LIVE);
    }

    /** The freshness of something made of both: the older time, the less trusted source. */
    public Freshness and(Freshness other) {
        return new Freshness(
                asOf.isBefore(other.asOf) ? asOf : other.asOf,
                source.compareTo(other.source) >= 0 ? source : other.source);
    }
}
