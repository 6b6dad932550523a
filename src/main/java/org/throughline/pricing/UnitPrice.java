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
 * @param discountPercent how much the price is below the list price, four decimals
 * @param perBaseUnit for comparing prices in different units
 */
record UnitPrice(
        PriceUnit unit,
        BigDecimal baseQuantity,
        BigDecimal listPrice,
        BigDecimal price,
        BigDecimal discountPercent,
        BigDecimal perBaseUnit,
        List<AppliedRule> rules) {

    private static final int COMPARISON_DECIMALS = 12;
    private static final int PERCENT_DECIMALS = 4;

    /** Stands for there being no price. */
    static final UnitPrice NONE = new UnitPrice(null, null, null, null, null, null, List.of());

    static UnitPrice of(PriceCase priceCase, RunningPrice running) {
        KnownPrice deciding = priceCase.deciding();
        BigDecimal listPrice = running.applied().get(0).unitPrice();
        return new UnitPrice(
                deciding.unit(),
                deciding.entry().baseQuantity(),
                listPrice,
                running.shown(),
                discountPercent(listPrice, running.shown()),
                running.shown().divide(deciding.paidFor(), COMPARISON_DECIMALS, RoundingMode.HALF_UP),
                running.applied());
    }

    boolean isCheaperThan(UnitPrice other) {
        return perBaseUnit.compareTo(other.perBaseUnit) < 0;
    }

    /** The same price for another unit and base quantity. */
    BigDecimal in(UnitPrice other) {
        BigDecimal wanted = other.unit.factor().multiply(other.baseQuantity);
        BigDecimal given = unit.factor().multiply(baseQuantity);
        return wanted.compareTo(given) == 0
                ? price
                : price.multiply(wanted).divide(given, RunningPrice.DECIMALS, RoundingMode.HALF_UP);
    }

    private static BigDecimal discountPercent(BigDecimal listPrice, BigDecimal price) {
        return listPrice.signum() == 0
                ? BigDecimal.ZERO.setScale(PERCENT_DECIMALS)
                : listPrice.subtract(price).movePointRight(2).divide(listPrice, PERCENT_DECIMALS, RoundingMode.HALF_UP);
    }
}
