package org.throughline.order;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * An entry of an order's time line.
 *
 * @param actor who did it: a person of the back office, or what acted by itself, such as "credit control"
 * @param text for people; null when the kind says it all
 */
public record OrderEvent(Instant at, Kind kind, String actor, String text) {

    /** What happened. */
    public enum Kind {
        CREATED,
        /** Stopped; the text says why. */
        HELD,
        /** A hold was lifted. */
        RELEASED,
        /** All holds were lifted by somebody who may. */
        APPROVED,
        REJECTED,
        /** The ERP has turned it into an offer to the customer, which it has yet to confirm. */
        QUOTED,
        /** The ERP has confirmed it. */
        CONFIRMED,
        ALLOCATED,
        SHIPPED,
        DELIVERED,
        INVOICED,
        PAID,
        AMENDED,
        CANCELLED,
        RETURNED,
        CREDITED
    }

    public OrderEvent {
        requireNonNull(at, "at");
        requireNonNull(kind, "kind");
        requireNonNull(actor, "actor");
    }
}
