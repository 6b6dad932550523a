package org.throughline.history;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * What was bought in one currency over all accounts and items asked for.
 *
 * @param orders number of different orders
 * @param lines number of order lines
 * @param listValue what the lines would have cost at list price; null when the ERP does not keep list prices with orders
 * @param net sum of the line nets
 */
public record PurchaseTotal(Currency currency, int orders, int lines, BigDecimal listValue, BigDecimal net) {

    /** What was saved against list price; negative when more than list price was paid; null without a list value. */
    public BigDecimal discount() {
        return listValue == null ? null : listValue.subtract(net);
    }

    /** The total of both. They must be in the same currency and have no order in common. */
    public PurchaseTotal plus(PurchaseTotal other) {
        return new PurchaseTotal(
                currency,
                orders + other.orders,
                lines + other.lines,
                listValue == null || other.listValue == null ? null : listValue.add(other.listValue),
                net.add(other.net));
    }
}
