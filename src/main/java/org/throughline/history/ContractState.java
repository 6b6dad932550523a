package org.throughline.history;

/** Where a day lies in the life of a service contract. */
public enum ContractState {
    /** It has not begun. */
    PENDING,
    /** It is in force, in its period or renewed. */
    ACTIVE,
    /** It has ended and does not renew itself. */
    ENDED
}
