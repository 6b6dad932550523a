package org.throughline.history;

import java.math.BigDecimal;

/** How much of a purchase has been shipped. */
public enum DeliveryStatus {
    /** Nothing yet. */
    OPEN,
    PARTLY_SHIPPED,
    /** All that was ordered. */
    SHIPPED;

    public static DeliveryStatus of(BigDecimal ordered, BigDecimal shipped) {
        if (shipped.compareTo(ordered) >= 0) {
            return SHIPPED;
        }
        return shipped.signum() > 0 ? PARTLY_SHIPPED : OPEN;
    }
}
