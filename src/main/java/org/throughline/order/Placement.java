package org.throughline.order;

import static java.util.Objects.requireNonNull;

/**
 * The outcome of placing an order.
 *
 * @param held whether the order was held when it was placed
 * @param replayed whether the order came of an earlier call
 * @param order as it stands now
 */
public record Placement(boolean held, boolean replayed, Order order) {

    public Placement {
        requireNonNull(order, "order");
    }
}
