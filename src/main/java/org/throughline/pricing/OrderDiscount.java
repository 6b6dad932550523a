package org.throughline.pricing;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * Something off a whole order from a value on.
 *
 * @param owner whom it is for
 * @param minValue of the lines after their own discounts; zero when there is no smallest value
 * @param reduction an amount is in the currency
 * @param currency of the value and the amount; converted at the rate of the day when the order is in another
 * @param withAgreements whether an order that has a discount agreed on gets it; means nothing unless it is for everybody
 */
public record OrderDiscount(
        Owner owner,
        String id,
        String description,
        BigDecimal minValue,
        Reduction reduction,
        Currency currency,
        boolean withAgreements,
        Period validity) {

    /** Whom a discount is for; the strongest first. */
    public enum Owner {
        ACCOUNT,
        PRICE_GROUP,
        EVERYBODY
    }

    public OrderDiscount {
        requireNonNull(owner, "owner");
        requireNonNull(id, "id");
        requireNonNull(description, "description");
        requireNonNull(minValue, "minValue");
        requireNonNull(reduction, "reduction");
        requireNonNull(currency, "currency");
        requireNonNull(validity, "validity");
    }
}
