package org.throughline.shared;

import java.math.BigDecimal;

/**
 * The tax of one category and rate over a document (EN 16931 BG-23); where several jurisdictions tax the same goods, of
 * one jurisdiction. Amounts are in the document's currency, rounded half-up to its minor unit.
 *
 * @param ratePercent 20 means 20 %
 * @param taxable BT-116; what a jurisdiction taxes, so that the same goods count in each of several jurisdictions
 * @param tax BT-117
 * @param reasonCode VATEX code (BT-121); null when taxed
 * @param reason for people (BT-120); null when taxed
 * @param jurisdiction code of the state, county, city or district that taxes; null for value added tax of EN 16931
 * @param taxName what that jurisdiction calls its tax; null without a jurisdiction
 * @param ruleId the rule that decided; null when the caller stated the treatment or several rules meet in the subtotal
 * @param legalReference where the rule is written; null when not known or several rules meet in the subtotal
 */
public record TaxSubtotal(
        TaxCategory category,
        BigDecimal ratePercent,
        BigDecimal taxable,
        BigDecimal tax,
        String reasonCode,
        String reason,
        String jurisdiction,
        String taxName,
        String ruleId,
        String legalReference) {

    /** Value added tax whose rule is not known. */
    public TaxSubtotal(
            TaxCategory category,
            BigDecimal ratePercent,
            BigDecimal taxable,
            BigDecimal tax,
            String reasonCode,
            String reason) {
        this(category, ratePercent, taxable, tax, reasonCode, reason, null, null, null, null);
    }

    /** The same with other amounts. */
    public TaxSubtotal withAmounts(BigDecimal newTaxable, BigDecimal newTax) {
        return new TaxSubtotal(
                category,
                ratePercent,
                newTaxable,
                newTax,
                reasonCode,
                reason,
                jurisdiction,
                taxName,
                ruleId,
                legalReference);
    }
}
