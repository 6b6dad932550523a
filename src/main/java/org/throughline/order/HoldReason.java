package org.throughline.order;

/** Why an order waits. */
public enum HoldReason {
    /** The account is on hold. */
    ACCOUNT,
    /** The order exceeds the credit that is left. */
    CREDIT,
    /** Somebody in the back office stopped it. */
    MANUAL
}
