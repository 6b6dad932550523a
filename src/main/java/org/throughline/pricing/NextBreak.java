package org.throughline.pricing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.throughline.shared.Quantity;

/**
 * The next quantity of a line that is cheaper per unit.
 *
 * @param quantity that would have to be ordered, in the line's unit
 * @param additional how much more than now that is, in the line's unit
 * @param unitPrice what a unit would cost then, per the line's price unit and base quantity
 * @param savingPercent how much less that is than now, in percent with two decimals
 * @param text for people: 12 more for 2 % off
 */
public record NextBreak(
        Quantity quantity, Quantity additional, BigDecimal unitPrice, BigDecimal savingPercent, String text) {

    private static final int PERCENT_DECIMALS = 2;

    static NextBreak of(BigDecimal quantity, BigDecimal needed, PriceUnit ordered, UnitPrice now, UnitPrice then) {
        BigDecimal additional = needed.subtract(quantity);
        BigDecimal unitPrice = then.in(now);
        BigDecimal saving = now.price()
                .subtract(unitPrice)
                .movePointRight(2)
                .divide(now.price(), PERCENT_DECIMALS, RoundingMode.HALF_UP);
        return new NextBreak(
                new Quantity(needed, ordered.code()),
                new Quantity(additional, ordered.code()),
                unitPrice,
                saving,
                plain(additional) + " " + ordered.code() + " more for " + plain(saving) + " % off");
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
