package org.throughline.pricing;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/**
 * A unit that an item is sold in.
 *
 * @param factor how many base units it holds; above zero
 * @param decimals that a quantity in it may have
 */
public record PriceUnit(String code, BigDecimal factor, int decimals) {

    public PriceUnit {
        requireNonNull(code, "code");
        if (factor.signum() <= 0) {
            throw new IllegalArgumentException("factor of unit is not above zero");
        }
    }

    boolean allows(BigDecimal quantity) {
        return quantity.stripTrailingZeros().scale() <= decimals;
    }
}
