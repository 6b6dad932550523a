package org.throughline.erp.embedded;

import org.throughline.shared.OrderId;

/**
 * What else happens when an order goes on, in the same transaction: the order and its account are locked. Whoever wants to
 * follow up is a bean of this type.
 */
public interface OrderFollowUp {

    /** An order was placed that waits for nothing. */
    default void placed(OrderId order, By by) {}

    /** A shipment of the order was written. */
    default void shipped(OrderId order, By by) {}

    /** The order waits no more: its last hold was lifted. */
    default void released(OrderId order, By by) {}
}
