package org.throughline.pricing;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * From the currency of prices to that of the answer.
 *
 * @param rate what one of "from" is worth in "to"; one between equal currencies
 */
record Conversion(Currency from, Currency to, BigDecimal rate) {

    static Conversion none(Currency currency) {
        return new Conversion(currency, currency, BigDecimal.ONE);
    }

    boolean isNone() {
        return from.equals(to);
    }

    String id() {
        return from + "-" + to;
    }

    String text() {
        return "Converted from " + from + " at " + PriceRules.plain(rate);
    }
}
