package org.throughline.history;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import org.throughline.shared.AccountId;
import org.throughline.shared.ItemId;
import org.throughline.shared.Quantity;

/**
 * All that an account bought of an item in one currency.
 *
 * @param name of the item today
 * @param quantity the sum over all lines, in the item's base unit
 * @param orders number of different orders
 * @param firstDate date of the first order
 * @param listValue what the lines would have cost at list price, rounded half-up to the currency's minor unit; null when
 *     the ERP does not keep list prices with orders
 * @param net the sum of the line nets
 * @param last the latest line: its date, description, quantity, unit price and discount
 */
public record Purchase(
        AccountId account,
        ItemId item,
        String name,
        Currency currency,
        Quantity quantity,
        int orders,
        LocalDate firstDate,
        BigDecimal listValue,
        BigDecimal net,
        PurchaseLine last) {

    private static final int PRICE_SCALE = 6;
    private static final int PERCENT_SCALE = 2;

    /**
     * What one base unit cost on average, rounded half-up to six decimals, without zeros behind those of the currency;
     * null when the quantities add up to zero.
     */
    public BigDecimal averagePrice() {
        if (quantity.value().signum() == 0) {
            return null;
        }
        BigDecimal price =
                net.divide(quantity.value(), PRICE_SCALE, RoundingMode.HALF_UP).stripTrailingZeros();
        return price.setScale(Math.max(price.scale(), currency.getDefaultFractionDigits()));
    }

    /** What was saved against list price; negative when more than list price was paid; null without a list value. */
    public BigDecimal discount() {
        return listValue == null ? null : listValue.subtract(net);
    }

    /** Percent saved against list price, rounded half-up to two decimals; zero when that is zero, null without a list value. */
    public BigDecimal discountPercent() {
        if (listValue == null) {
            return null;
        }
        return listValue.signum() == 0
                ? BigDecimal.ZERO.setScale(PERCENT_SCALE)
                : discount().movePointRight(PERCENT_SCALE).divide(listValue, PERCENT_SCALE, RoundingMode.HALF_UP);
    }
}
