package org.throughline.erp.embedded.imports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.throughline.shared.TaxCategory;
import org.throughline.tax.Buyers;
import org.throughline.tax.JurisdictionLevel;
import org.throughline.tax.TaxLevy;
import org.throughline.tax.TaxRule;
import org.throughline.tax.TaxableShare;

/** A row of a table of tax rules. */
final class TaxRuleRow {

    static final String[] REQUIRED = {"id", "country", "tax_class", "category", "rate", "valid_from"};

    private static final String[] CATEGORIES =
            Arrays.stream(TaxCategory.values()).map(Enum::name).toArray(String[]::new);
    private static final String[] LEVELS =
            Arrays.stream(JurisdictionLevel.values()).map(Enum::name).toArray(String[]::new);
    private static final String[] BUYERS =
            Arrays.stream(Buyers.values()).map(Enum::name).toArray(String[]::new);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Row row;

    TaxRuleRow(Row row) {
        this.row = row;
    }

    /** The rule; of a row that is wrong, something that must not be used. */
    TaxRule rule() {
        TaxCategory category = category();
        BigDecimal rate = rate(category);
        LocalDate from = row.date("valid_from");
        return new TaxRule(
                row.required("id", 60),
                row.country("country"),
                row.required("tax_class", 60),
                row.optional("region", 60),
                postalPattern(),
                category,
                rate,
                row.optional("reason_code", 60),
                reason(category),
                from,
                until(from),
                row.optional("legal_reference", 200),
                buyers(category),
                levy());
    }

    private TaxCategory category() {
        if (row.optional("category") == null) {
            row.reject("category is missing");
        }
        String word = row.word("category", CATEGORIES);
        return Arrays.asList(CATEGORIES).contains(word) ? TaxCategory.valueOf(word) : TaxCategory.S;
    }

    private BigDecimal rate(TaxCategory category) {
        BigDecimal rate = row.notNegative("rate", 4, null);
        if (rate.compareTo(HUNDRED) > 0) {
            row.reject("rate is above 100");
        }
        if (!category.isTaxed() && rate.signum() != 0) {
            row.reject("rate must be 0 in category " + category);
        }
        return rate;
    }

    /** BR-E-10 and its like: a document that charges no tax says why. */
    private String reason(TaxCategory category) {
        String reason = row.optional("reason", 500);
        boolean needed = !category.isTaxed() && category != TaxCategory.Z;
        if (needed && reason == null && row.optional("reason_code") == null) {
            row.reject("category " + category + " needs a reason or a reason_code");
        }
        return reason;
    }

    private LocalDate until(LocalDate from) {
        LocalDate until = row.date("valid_to", null);
        if (until != null && !until.isAfter(from)) {
            row.reject("valid_to is the day after the last; it must be later than valid_from");
        }
        return until;
    }

    private String postalPattern() {
        String pattern = row.optional("postal_codes", 200);
        try {
            return pattern == null ? null : Pattern.compile(pattern).pattern();
        } catch (PatternSyntaxException e) {
            row.reject("postal_codes is not a regular expression");
            return null;
        }
    }

    private Buyers buyers(TaxCategory category) {
        String word = row.word("buyers", BUYERS);
        Buyers buyers = Arrays.asList(BUYERS).contains(word) ? Buyers.valueOf(word) : Buyers.ALL;
        if (category == TaxCategory.AE && buyers != Buyers.REGISTERED) {
            row.reject("a reverse charge (category AE) is for buyers REGISTERED only");
        }
        return buyers;
    }

    private TaxLevy levy() {
        String jurisdiction = row.optional("jurisdiction", 60);
        if (jurisdiction == null) {
            for (String column : new String[] {"level", "tax_name", "compound", "taxable_from", "taxable_up_to"}) {
                if (row.optional(column) != null) {
                    row.reject(column + " needs a jurisdiction");
                }
            }
            return null;
        }
        String level = row.word("level", LEVELS);
        if (row.optional("level") == null) {
            row.reject("a jurisdiction needs a level");
        }
        return new TaxLevy(
                jurisdiction,
                Arrays.asList(LEVELS).contains(level) ? JurisdictionLevel.valueOf(level) : JurisdictionLevel.STATE,
                row.required("tax_name", 120),
                row.flag("compound", false),
                share());
    }

    private TaxableShare share() {
        BigDecimal from = row.notNegative("taxable_from", 6, BigDecimal.ZERO);
        BigDecimal upTo = row.number("taxable_up_to", 6, null);
        boolean excessOnly = row.flag("excess_only", false);
        if (upTo != null && upTo.compareTo(from) <= 0) {
            row.reject("taxable_up_to must be above taxable_from");
        }
        if (excessOnly && from.signum() == 0) {
            row.reject("excess_only needs taxable_from");
        }
        return row.isValid() ? new TaxableShare(from, excessOnly, upTo) : TaxableShare.WHOLE;
    }
}
