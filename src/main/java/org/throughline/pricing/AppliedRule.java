package org.throughline.pricing;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/**
 * One step on the way to a unit price. The effects of all steps of a line add up to its unit price.
 *
 * @param id of the list, agreement, promotion or rate that the rule stands in
 * @param text for people
 * @param effect change of the unit price (of the first step: the price that it starts from), in the line's currency, unit
 *     and base quantity; negative lowers the price
 * @param unitPrice after this step, with six decimals
 */
public record AppliedRule(Kind kind, String id, String text, BigDecimal effect, BigDecimal unitPrice) {

    public AppliedRule {
        requireNonNull(kind, "kind");
        requireNonNull(id, "id");
        requireNonNull(text, "text");
        requireNonNull(effect, "effect");
        requireNonNull(unitPrice, "unitPrice");
    }

    /** What a rule does. */
    public enum Kind {
        /** The price that everything starts from, of the account's own price list. */
        ACCOUNT_PRICE_LIST,
        /** The price that everything starts from, of the general price list. */
        GENERAL_PRICE_LIST,
        /** A list price from a quantity on. */
        QUANTITY_BREAK,
        /** A net price agreed on; no discount or promotion lowers it further. */
        AGREEMENT_PRICE,
        /** One discount of the chain agreed on. */
        AGREEMENT_DISCOUNT,
        /** A promotion for everybody. */
        PROMOTION,
        /** The item is given away; lowers the price to zero. */
        FREE_GOODS,
        /** A price agreed with the customer that the ERP does not know; the text gives the reason that was stated. */
        PRICE_OVERRIDE,
        /** The price that a line had before its order was amended. */
        PRICE_KEPT,
        /** What the ERP's own computing has made of it; which of its rules counted, the ERP does not say. */
        ERP_CALCULATION,
        /** The price was in another currency. All effects are given after the conversion, so this one is zero. */
        CURRENCY_CONVERSION
    }
}
