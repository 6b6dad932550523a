package org.throughline.stock;

/** Where promised goods come from; in the order in which they are used when all else is equal. */
public enum Origin {
    /** On hand and not claimed. */
    ON_HAND,
    /** On order already and not claimed. */
    EXPECTED,
    /** To be ordered in now. */
    LEAD_TIME
}
