package org.throughline.pricing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * What a unit costs at a quantity, and why.
 *
 * @param unit that the price is for
 * @param baseQuantity how many of the unit the price pays for
 * @param listPrice what the rules started from
 * @param price after all rules, six decimals
 */
record UnitPrice(
        PriceUnit unit, BigDecimal baseQuantity, BigDecimal listPrice, BigDecimal price, List<AppliedRule> rules) {

    private static final int COMPARISON_DECIMALS = 12;

    static UnitPrice of(PriceCase priceCase, RunningPrice running) {
        return new UnitPrice(
                priceCase.pricedUnit(),
                priceCase.priceBaseQuantity(),
                running.applied().get(0).unitPrice(),
                running.shown(),
                running.applied());
    }

    /** For comparing prices in different units. */
    BigDecimal perBaseUnit() {
        return price.divide(baseQuantity.multiply(unit.factor()), COMPARISON_DECIMALS, RoundingMode.HALF_UP);
    }

    /** The same price for another unit and base quantity. */
    BigDecimal in(UnitPrice other) {
        BigDecimal wanted = other.unit.factor().multiply(other.baseQuantity);
        BigDecimal given = unit.factor().multiply(baseQuantity);
        return wanted.compareTo(given) == 0
                ? price
                : price.multiply(wanted).divide(given, RunningPrice.DECIMALS, RoundingMode.HALF_UP);
    }
}
