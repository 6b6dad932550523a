package org.throughline.tax;

/** To which buyers a rule applies. */
public enum Buyers {
    ALL,
    /** Buyers who are registered for tax where the rule holds: businesses. */
    REGISTERED,
    /** All others. */
    UNREGISTERED;

    boolean include(boolean registered) {
        return this == ALL || registered == (this == REGISTERED);
    }
}
