package org.throughline.order;

import static java.util.Objects.requireNonNull;

import org.throughline.shared.OrderId;

/**
 * A change that is made to an order once.
 *
 * @param expectedVersion of the order; when it has another one, somebody else has changed it since
 * @param reference unique in the ERP among changes and orders: the change is found again by it
 */
public record OrderChange(OrderId order, int expectedVersion, String reference, Kind kind) {

    /** What is done. */
    public enum Kind {
        /** The order becomes another one. */
        AMENDMENT,
        /** What was not shipped or invoiced is given up. */
        CANCELLATION
    }

    public OrderChange {
        requireNonNull(order, "order");
        requireNonNull(reference, "reference");
        requireNonNull(kind, "kind");
    }
}
