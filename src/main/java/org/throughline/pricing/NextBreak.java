package org.throughline.pricing;

import java.math.BigDecimal;
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
        Quantity quantity, Quantity additional, BigDecimal unitPrice, BigDecimal savingPercent, String text) {}
