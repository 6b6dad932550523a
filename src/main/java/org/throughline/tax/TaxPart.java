package org.throughline.tax;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import org.throughline.shared.TaxCategory;

/**
 * What one of several jurisdictions charges.
 *
 * @param region the state or province that it belongs to; null for a country's
 * @param ratePercent 5 means 5 %; never null, zero in the untaxed categories
 * @param reasonCode why it charges nothing, as a code; null when taxed or not known
 * @param reason the same for people; null when taxed or not known
 * @param ruleId the rule that decided
 * @param legalReference where the rule is written; null when not known
 */
public record TaxPart(
        TaxLevy levy,
        String region,
        TaxCategory category,
        BigDecimal ratePercent,
        String reasonCode,
        String reason,
        String ruleId,
        String legalReference) {

    public TaxPart {
        requireNonNull(levy, "levy");
        requireNonNull(category, "category");
        requireNonNull(ratePercent, "ratePercent");
    }

    /** The same for a buyer who need not pay it. */
    TaxPart exempted(ExemptionCertificate certificate) {
        return new TaxPart(
                levy,
                region,
                TaxCategory.E,
                BigDecimal.ZERO,
                certificate.reasonCode(),
                certificate.text(),
                ruleId,
                legalReference);
    }
}
