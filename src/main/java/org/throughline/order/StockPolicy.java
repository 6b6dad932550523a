package org.throughline.order;

/** What becomes of an order when there is not enough stock for it. */
public enum StockPolicy {
    /** The order is placed; what is missing is delivered later. */
    BACKORDER,
    /** The order is not placed. */
    REFUSE
}
