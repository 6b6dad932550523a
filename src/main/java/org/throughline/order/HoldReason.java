package org.throughline.order;

/** Why an order waits. */
public enum HoldReason {
    /** The account is on hold. */
    ACCOUNT,
    /** The order exceeds the credit that is left. */
    CREDIT,
    /** The order is worth more than is placed without a look at it. */
    VALUE,
    /** The order earns too little over what the goods cost. */
    MARGIN,
    /** The account has not bought before. */
    NEW_CUSTOMER,
    /** A price was set by hand. */
    PRICE_OVERRIDE,
    /** The ERP did not keep it as it was handed over, and does not let it be cancelled. */
    ALTERED,
    /** Somebody in the back office stopped it. */
    MANUAL
}
