package org.throughline.stock;

/** Whether an item can be sold. */
public enum ItemStatus {
    ACTIVE,
    /** Sold while stock and expected supply last; never bought in again. */
    DISCONTINUED,
    /** Not sold, whatever the stock. */
    BLOCKED
}
