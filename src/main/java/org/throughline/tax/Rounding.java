package org.throughline.tax;

import static java.math.RoundingMode.HALF_UP;

import java.math.BigDecimal;

/**
 * Tax arithmetic of a document.
 *
 * @param decimals of the currency's minor unit
 */
record Rounding(int decimals, RoundingLevel level) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int EXACT_DECIMALS = 10;

    boolean isPerLine() {
        return level == RoundingLevel.LINE;
    }

    BigDecimal round(BigDecimal amount) {
        return amount.setScale(decimals, HALF_UP);
    }

    BigDecimal zero() {
        return BigDecimal.ZERO.setScale(decimals);
    }

    static BigDecimal exactTaxOn(BigDecimal net, BigDecimal ratePercent) {
        return net.multiply(ratePercent).movePointLeft(2);
    }

    BigDecimal taxOn(BigDecimal net, BigDecimal ratePercent) {
        return round(exactTaxOn(net, ratePercent));
    }

    BigDecimal netOf(BigDecimal withTax, BigDecimal ratePercent) {
        return withTax.multiply(HUNDRED).divide(HUNDRED.add(ratePercent), decimals, HALF_UP);
    }

    /** Not rounded, as far as that matters. */
    BigDecimal exactNetOf(BigDecimal withTax, BigDecimal ratePercent) {
        return withTax.multiply(HUNDRED).divide(HUNDRED.add(ratePercent), decimals + EXACT_DECIMALS, HALF_UP);
    }

    BigDecimal cent() {
        return BigDecimal.ONE.movePointLeft(decimals);
    }

    /** A rate without trailing zeros, and never as 2E+1. */
    static BigDecimal plain(BigDecimal rate) {
        BigDecimal stripped = rate.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
