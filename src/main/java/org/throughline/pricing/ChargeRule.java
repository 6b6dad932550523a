package org.throughline.pricing;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.regex.Pattern;
import org.throughline.shared.PostalAddress;
import org.throughline.tax.TaxClass;

/**
 * Something put on an order for where it goes, what it weighs and what it is worth: amount + weight x perKilogram +
 * value x percent. Of the rules of one charge, the one for the nearest place counts; among those, the one with the highest
 * value, then the highest weight reached. A rule that comes to zero says that there is no charge.
 *
 * @param charge what is charged; rules of the same charge stand instead of each other
 * @param country where it is for, ISO 3166-1 alpha-2; null for everywhere
 * @param postalCodes what a postal code must match; null for all
 * @param minValue of the lines after their discounts, from which on the rule counts
 * @param minWeight in kilograms, from which on the rule counts
 * @param percent of the value of the lines after their discounts
 * @param currency of value and amounts; converted at the rate of the day when the order is in another
 * @param taxClass how the charge is taxed, by itself; null: as the goods are, in proportion to their value
 */
public record ChargeRule(
        String id,
        Kind kind,
        String charge,
        String description,
        String country,
        Pattern postalCodes,
        BigDecimal minValue,
        BigDecimal minWeight,
        BigDecimal amount,
        BigDecimal perKilogram,
        BigDecimal percent,
        Currency currency,
        TaxClass taxClass,
        Period validity) {

    /** What is charged for. */
    public enum Kind {
        /** For delivery; only of orders that hold goods. */
        FREIGHT,
        /** For anything else. */
        SURCHARGE
    }

    public ChargeRule {
        requireNonNull(id, "id");
        requireNonNull(kind, "kind");
        requireNonNull(charge, "charge");
        requireNonNull(description, "description");
        requireNonNull(minValue, "minValue");
        requireNonNull(minWeight, "minWeight");
        requireNonNull(amount, "amount");
        requireNonNull(perKilogram, "perKilogram");
        requireNonNull(percent, "percent");
        requireNonNull(currency, "currency");
        requireNonNull(validity, "validity");
    }

    boolean isFor(PostalAddress place) {
        return (country == null || country.equals(place.country()))
                && (postalCodes == null
                        || place.postalCode() != null
                                && postalCodes.matcher(place.postalCode()).matches());
    }

    /** How near the place is that the rule is for: 0 everywhere, 1 a country, 2 a part of it. */
    int nearness() {
        if (postalCodes != null) {
            return 2;
        }
        return country == null ? 0 : 1;
    }
}
