package org.throughline.pricing;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/**
 * Something off a line beside its unit price, for what else is in the basket.
 *
 * @param id of the promotion
 * @param text for people
 * @param amount rounded to the minor unit, above zero; with tax when the document's prices include it
 */
public record LineAdjustment(Kind kind, String id, String text, BigDecimal amount) {

    /** Why there is something off. */
    public enum Kind {
        /** So many are taken and fewer paid. */
        QUANTITY_DEAL,
        /** The line's share of what a set is cheaper than its parts. */
        BUNDLE,
        /** What was off the line before its order was amended. */
        KEPT
    }

    public LineAdjustment {
        requireNonNull(kind, "kind");
        requireNonNull(id, "id");
        requireNonNull(text, "text");
        requireNonNull(amount, "amount");
    }
}
