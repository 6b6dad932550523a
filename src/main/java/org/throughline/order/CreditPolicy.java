package org.throughline.order;

/** What becomes of an order when the account is on hold or its credit does not suffice. */
public enum CreditPolicy {
    /** The order is placed and held until somebody releases it. */
    HOLD,
    /** The order is not placed. */
    REFUSE
}
