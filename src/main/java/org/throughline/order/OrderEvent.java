package org.throughline.order;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * An entry of an order's time line.
 *
 * @param text for people; null when the kind says it all
 */
public record OrderEvent(Instant at, Kind kind, String text) {

    /** What happened. */
    public enum Kind {
        CREATED,
        HELD,
        RELEASED,
        ALLOCATED,
        SHIPPED,
        DELIVERED,
        INVOICED,
        REJECTED,
        CANCELLED
    }

    public OrderEvent {
        requireNonNull(at, "at");
        requireNonNull(kind, "kind");
    }
}
