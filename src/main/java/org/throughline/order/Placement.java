package org.throughline.order;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * The outcome of placing an order.
 *
 * @param replayed whether the order came of an earlier call
 * @param order as it stands now; null when it is queued
 * @param estimatedAt of a queued order, when the ERP will be asked next, which is no promise; null otherwise
 */
public record Placement(Outcome outcome, boolean replayed, Order order, Instant estimatedAt) {

    /** What became of the order when it was placed. */
    public enum Outcome {
        CONFIRMED,
        HELD,
        /** The request is kept, and goes through when the ERP is back. */
        QUEUED
    }

    public Placement {
        requireNonNull(outcome, "outcome");
        requireNonNull(outcome == Outcome.QUEUED ? estimatedAt : order, "order or estimatedAt");
    }

    static Placement of(Handed<Order> handed) {
        if (handed instanceof Handed.Queued<Order> queued) {
            return new Placement(Outcome.QUEUED, false, null, queued.estimatedAt());
        }
        Handed.Done<Order> done = (Handed.Done<Order>) handed;
        return new Placement(done.held() ? Outcome.HELD : Outcome.CONFIRMED, done.replayed(), done.value(), null);
    }

    /** Whether the order was held when it was placed. */
    public boolean held() {
        return outcome == Outcome.HELD;
    }
}
