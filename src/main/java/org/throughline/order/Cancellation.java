package org.throughline.order;

import static java.util.Objects.requireNonNull;

import org.throughline.shared.OrderId;

/**
 * An order is not wanted any more.
 *
 * @param expectedVersion of the order that was thought of
 * @param openRemainder whether, when a part was shipped or invoiced, the rest shall be cancelled; otherwise such an order is
 *     not cancelled
 */
public record Cancellation(OrderId order, int expectedVersion, boolean openRemainder) implements Demand {

    public Cancellation {
        requireNonNull(order, "order");
    }
}
