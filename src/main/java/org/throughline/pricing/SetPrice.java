package org.throughline.pricing;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/**
 * A unit price that is given and not computed. It stands last among the rules of a line; no discount or promotion of lines
 * changes it.
 *
 * @param kind PRICE_OVERRIDE or PRICE_KEPT
 * @param unitPrice zero or more, at most six decimals; in the currency of the request, with tax when the buyer's prices include it
 * @param unit that the price is for; null for the unit of the line
 * @param baseQuantity how many of the unit the price pays for; above zero
 * @param allowance off the line beside its unit price; zero mostly
 * @param reason for people: why this is the price
 */
public record SetPrice(
        AppliedRule.Kind kind,
        BigDecimal unitPrice,
        String unit,
        BigDecimal baseQuantity,
        BigDecimal allowance,
        String reason) {

    public SetPrice {
        requireNonNull(kind, "kind");
        requireNonNull(unitPrice, "unitPrice");
        requireNonNull(baseQuantity, "baseQuantity");
        requireNonNull(allowance, "allowance");
        requireNonNull(reason, "reason");
    }

    /** A price for one of the line's unit that somebody has agreed with the customer and the ERP does not know. */
    public static SetPrice agreed(BigDecimal unitPrice, String reason) {
        return new SetPrice(AppliedRule.Kind.PRICE_OVERRIDE, unitPrice, null, BigDecimal.ONE, BigDecimal.ZERO, reason);
    }
}
