package org.throughline.stock;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/**
 * A unit of measure that an item can be dealt in.
 *
 * @param code the ERP's code, such as EA or BOX12; never null
 * @param factor how many base units one of it holds; above zero, kept without trailing zeros
 * @param decimals how many decimals a quantity in it may have; 0 for what cannot be divided
 */
public record ItemUnit(String code, BigDecimal factor, int decimals) {

    public ItemUnit {
        requireNonNull(code, "code");
        if (factor.signum() <= 0) {
            throw new IllegalArgumentException("factor of unit is not above zero");
        }
        factor = new BigDecimal(factor.stripTrailingZeros().toPlainString());
    }

    /** Whether the quantity is above zero and has no more decimals than the unit allows. */
    public boolean allows(BigDecimal quantity) {
        return quantity.signum() > 0 && quantity.stripTrailingZeros().scale() <= decimals;
    }

    public BigDecimal toBase(BigDecimal quantity) {
        return quantity.multiply(factor);
    }
}
