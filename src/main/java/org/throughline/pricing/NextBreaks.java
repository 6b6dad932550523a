package org.throughline.pricing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.throughline.shared.Quantity;

/** Finds the next quantity of a line that is cheaper per unit. */
final class NextBreaks {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int QUANTITY_DECIMALS = 6;

    private NextBreaks() {}

    static Optional<NextBreak> after(
            BigDecimal quantity, PriceUnit ordered, ItemTerms item, UnitPrice now, UnitPrices prices) {
        BigDecimal baseQuantity = quantity.multiply(ordered.factor());
        for (BigDecimal threshold : prices.thresholds(item)) {
            if (threshold.compareTo(baseQuantity) > 0) {
                BigDecimal needed = inUnit(threshold, ordered);
                Optional<UnitPrice> then = prices.find(item, ordered, needed.multiply(ordered.factor()));
                if (then.isPresent() && then.get().perBaseUnit().compareTo(now.perBaseUnit()) < 0) {
                    return Optional.of(nextBreak(quantity, needed, ordered, now, then.get()));
                }
            }
        }
        return Optional.empty();
    }

    private static NextBreak nextBreak(
            BigDecimal quantity, BigDecimal needed, PriceUnit ordered, UnitPrice now, UnitPrice then) {
        BigDecimal additional = needed.subtract(quantity);
        BigDecimal unitPrice = then.in(now);
        BigDecimal saving =
                now.price().subtract(unitPrice).multiply(HUNDRED).divide(now.price(), 2, RoundingMode.HALF_UP);
        return new NextBreak(
                new Quantity(needed, ordered.code()),
                new Quantity(additional, ordered.code()),
                unitPrice,
                saving,
                plain(additional) + " " + ordered.code() + " more for " + plain(saving) + " % off");
    }

    /** The smallest quantity that may be ordered in a unit and holds so many base units. */
    private static BigDecimal inUnit(BigDecimal baseQuantity, PriceUnit unit) {
        int decimals = Math.min(unit.decimals(), QUANTITY_DECIMALS);
        return baseQuantity.divide(unit.factor(), decimals, RoundingMode.CEILING);
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
