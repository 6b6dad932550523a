package org.throughline.order;

/** How far an order is delivered. */
public enum Delivery {
    NONE,
    /** A part was shipped. */
    PARTIAL,
    /** Everything was shipped. */
    SHIPPED,
    /** Everything has arrived. */
    DELIVERED
}
