package org.throughline.erp.embedded.rows;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.throughline.shared.TaxCategory;
import org.throughline.shared.TaxSubtotal;
import org.throughline.tax.Buyers;
import org.throughline.tax.JurisdictionLevel;
import org.throughline.tax.TaxLevy;
import org.throughline.tax.TaxRule;
import org.throughline.tax.TaxableShare;

/** How tax rules and the tax subtotals of documents stand in rows. */
public final class TaxRows {

    /** Columns of a rule. */
    public static final String RULE =
            "id, country, region, tax_class, category, rate_percent, reason_code, reason, legal_reference, valid_from,"
                    + " valid_to, postal_pattern, buyers, jurisdiction, jurisdiction_level, tax_name, compound,"
                    + " taxable_from, excess_only, taxable_up_to";

    /** Columns of a subtotal after the id of its document. */
    public static final String SUBTOTAL =
            "category, rate_percent, taxable, tax, reason_code, reason, jurisdiction, tax_name, rule_id, legal_reference";

    private TaxRows() {}

    /** Values for the id of the document and {@link #SUBTOTAL}. */
    public static Object[] of(String document, TaxSubtotal tax) {
        return new Object[] {
            document,
            tax.category().name(),
            tax.ratePercent(),
            tax.taxable(),
            tax.tax(),
            tax.reasonCode(),
            tax.reason(),
            orEmpty(tax.jurisdiction()),
            orEmpty(tax.taxName()),
            tax.ruleId(),
            tax.legalReference()
        };
    }

    /** Reads the columns of {@link #SUBTOTAL}, with numbers that the caller has read in the right scale. */
    public static TaxSubtotal read(ResultSet row, BigDecimal ratePercent, BigDecimal taxable, BigDecimal tax)
            throws SQLException {
        return new TaxSubtotal(
                TaxCategory.valueOf(row.getString("category")),
                ratePercent,
                taxable,
                tax,
                row.getString("reason_code"),
                row.getString("reason"),
                orNull(row.getString("jurisdiction")),
                orNull(row.getString("tax_name")),
                row.getString("rule_id"),
                row.getString("legal_reference"));
    }

    /** Reads all columns of {@link ErpTable#TAX_RULE}. */
    public static TaxRule rule(ResultSet row) throws SQLException {
        return new TaxRule(
                row.getString("id"),
                row.getString("country"),
                row.getString("tax_class"),
                row.getString("region"),
                row.getString("postal_pattern"),
                TaxCategory.valueOf(row.getString("category")),
                row.getBigDecimal("rate_percent"),
                row.getString("reason_code"),
                row.getString("reason"),
                date(row, "valid_from"),
                date(row, "valid_to"),
                row.getString("legal_reference"),
                Buyers.valueOf(row.getString("buyers")),
                levy(row));
    }

    private static TaxLevy levy(ResultSet row) throws SQLException {
        String jurisdiction = row.getString("jurisdiction");
        return jurisdiction == null
                ? null
                : new TaxLevy(
                        jurisdiction,
                        JurisdictionLevel.valueOf(row.getString("jurisdiction_level")),
                        row.getString("tax_name"),
                        row.getBoolean("compound"),
                        new TaxableShare(
                                row.getBigDecimal("taxable_from"),
                                row.getBoolean("excess_only"),
                                row.getBigDecimal("taxable_up_to")));
    }

    private static LocalDate date(ResultSet row, String column) throws SQLException {
        Date date = row.getDate(column);
        return date == null ? null : date.toLocalDate();
    }

    /** A row of {@link ErpTable#TAX_RULE}. */
    public static Object[] of(TaxRule rule) {
        TaxLevy levy = rule.levy();
        TaxableShare share = levy == null ? TaxableShare.WHOLE : levy.share();
        return new Object[] {
            rule.id(),
            rule.country(),
            rule.region(),
            rule.taxClass(),
            rule.category().name(),
            rule.ratePercent(),
            rule.reasonCode(),
            rule.reason(),
            rule.legalReference(),
            rule.from(),
            rule.until(),
            rule.postalPattern(),
            rule.buyers().name(),
            levy == null ? null : levy.jurisdiction(),
            levy == null ? null : levy.level().name(),
            levy == null ? null : levy.name(),
            levy != null && levy.compound(),
            share.from(),
            share.excessOnly(),
            share.upTo()
        };
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
