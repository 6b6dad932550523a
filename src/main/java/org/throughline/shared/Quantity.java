package org.throughline.shared;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/**
 * How many of a unit.
 *
 * @param value never null; at most six decimals in the contract
 * @param unit the ERP's code of the unit of measure, such as EA or BOX12; never blank
 */
public record Quantity(BigDecimal value, String unit) {

    public Quantity {
        requireNonNull(value, "value");
        if (requireNonNull(unit, "unit").isBlank()) {
            throw new IllegalArgumentException("unit is blank");
        }
    }

    public static Quantity of(String value, String unit) {
        return new Quantity(new BigDecimal(value), unit);
    }

    public boolean isPositive() {
        return value.signum() > 0;
    }
}
