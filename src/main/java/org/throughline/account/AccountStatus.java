package org.throughline.account;

/** Whether an account may be traded with. */
public enum AccountStatus {
    ACTIVE,
    /** Temporarily stopped; the holds say why. */
    ON_HOLD,
    /** No longer traded with. */
    INACTIVE
}
