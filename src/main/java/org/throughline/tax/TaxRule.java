package org.throughline.tax;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.throughline.shared.TaxCategory;

/**
 * A dated rule of a country: which category and rate a class of items has when it is supplied there.
 *
 * @param taxClass as in {@link TaxClass#code()}, or {@link #ANY_CLASS}
 * @param region state or province that the rule is for; null for the whole country
 * @param postalPattern regular expression of the postal codes that the rule is for; null for the whole country
 * @param reasonCode VATEX code; null when taxed
 * @param reason for people; null when taxed
 * @param from first day
 * @param until the day after the last; null when open
 */
public record TaxRule(
        String id,
        String country,
        String taxClass,
        String region,
        String postalPattern,
        TaxCategory category,
        BigDecimal ratePercent,
        String reasonCode,
        String reason,
        LocalDate from,
        LocalDate until) {

    /** A rule for whatever is supplied. */
    public static final String ANY_CLASS = "*";

    public TaxRule {
        requireNonNull(id, "id");
        requireNonNull(country, "country");
        requireNonNull(taxClass, "taxClass");
        requireNonNull(category, "category");
        requireNonNull(ratePercent, "ratePercent");
        requireNonNull(from, "from");
    }

    public boolean isInForce(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }

    public TaxTreatment treatment() {
        return new TaxTreatment(category, ratePercent, reasonCode, reason, id);
    }
}
