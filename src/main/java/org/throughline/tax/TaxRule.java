package org.throughline.tax;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.throughline.shared.TaxCategory;

/**
 * A dated rule of a country: which category and rate a class of items has when it is supplied there.
 *
 * @param taxClass as in {@link TaxClass#code()}, or {@link #ANY_CLASS}
 * @param region state or province that the rule is for; null for the whole country
 * @param postalPattern regular expression of the postal codes that the rule is for; null for the whole country or region
 * @param category AE for a domestic reverse charge; such a rule is for registered buyers
 * @param ratePercent 20 means 20 %; zero in the untaxed categories
 * @param reasonCode VATEX code; null when taxed
 * @param reason for people; null when taxed
 * @param from first day
 * @param until the day after the last; null when open
 * @param legalReference where it is written; null when not known
 * @param levy the tax of a jurisdiction that comes beside others; null for value added tax, of which one rule decides
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
        LocalDate until,
        String legalReference,
        Buyers buyers,
        TaxLevy levy) {

    /** A rule for whatever is supplied. */
    public static final String ANY_CLASS = "*";

    public TaxRule {
        requireNonNull(id, "id");
        requireNonNull(country, "country");
        requireNonNull(taxClass, "taxClass");
        requireNonNull(category, "category");
        requireNonNull(ratePercent, "ratePercent");
        requireNonNull(from, "from");
        requireNonNull(buyers, "buyers");
    }

    /** Value added tax for all buyers, by a rule whose source is not known. */
    public TaxRule(
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
        this(
                id,
                country,
                taxClass,
                region,
                postalPattern,
                category,
                ratePercent,
                reasonCode,
                reason,
                from,
                until,
                null,
                Buyers.ALL,
                null);
    }

    public boolean isInForce(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }

    public TaxTreatment treatment() {
        return new TaxTreatment(category, ratePercent, reasonCode, reason, id, legalReference, List.of());
    }

    TaxPart part() {
        return new TaxPart(levy, region, category, ratePercent, reasonCode, reason, id, legalReference);
    }

    boolean isFor(String classCode) {
        return taxClass.equals(classCode) || taxClass.equals(ANY_CLASS);
    }
}
