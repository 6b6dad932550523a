package org.throughline.pricing;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A unit that an item is sold in.
 *
 * @param factor how many base units it holds; above zero
 * @param decimals that a quantity in it may have
 */
public record PriceUnit(String code, BigDecimal factor, int decimals) {

    private static final int MOST_DECIMALS = 6;

    public PriceUnit {
        requireNonNull(code, "code");
        if (factor.signum() <= 0) {
            throw new IllegalArgumentException("factor of unit is not above zero");
        }
    }

    /** The smallest quantity that may be ordered in this unit and holds so many base units. */
    BigDecimal holding(BigDecimal baseQuantity) {
        return baseQuantity.divide(factor, Math.min(decimals, MOST_DECIMALS), RoundingMode.CEILING);
    }

    boolean allows(BigDecimal quantity) {
        return quantity.scale() <= decimals || quantity.stripTrailingZeros().scale() <= decimals;
    }
}
