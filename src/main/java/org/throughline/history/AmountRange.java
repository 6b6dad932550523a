package org.throughline.history;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * Amounts that a list is limited to. Amounts of different currencies cannot be compared, so bounds need a currency, and
 * what is in another one is left out.
 *
 * @param currency null for any
 * @param min the smallest amount; null when open
 * @param max the largest amount; null when open
 */
public record AmountRange(Currency currency, BigDecimal min, BigDecimal max) {

    public static final AmountRange ALL = new AmountRange(null, null, null);

    /** Whether it has a bound, and not only a currency. */
    public boolean isBounded() {
        return min != null || max != null;
    }

    /** Whether no amount can be in it. */
    public boolean isEmpty() {
        return min != null && max != null && min.compareTo(max) > 0;
    }
}
