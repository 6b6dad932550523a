package org.throughline.order;

/** How much of an order has gone through a step. */
public enum Progress {
    NONE,
    PARTIAL,
    FULL
}
