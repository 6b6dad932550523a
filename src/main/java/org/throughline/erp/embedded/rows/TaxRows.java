package org.throughline.erp.embedded.rows;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.throughline.shared.TaxCategory;
import org.throughline.shared.TaxSubtotal;
import org.throughline.tax.TaxLevy;
import org.throughline.tax.TaxRule;
import org.throughline.tax.TaxableShare;

/** How tax rules and the tax subtotals of documents stand in rows. */
public final class TaxRows {

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
