package org.throughline.tax;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import org.throughline.shared.TaxCategory;

/**
 * How a supply is taxed and why.
 *
 * @param ratePercent 20 means 20 %; never null, zero in the untaxed categories
 * @param reasonCode VATEX code of the reason for charging no tax; null when taxed or not known
 * @param reason the same for people; null when taxed or not known
 * @param ruleId the rule that decided; null when the caller stated the treatment
 */
public record TaxTreatment(
        TaxCategory category, BigDecimal ratePercent, String reasonCode, String reason, String ruleId) {

    public TaxTreatment {
        requireNonNull(category, "category");
        requireNonNull(ratePercent, "ratePercent");
    }

    /** A treatment that the caller states. */
    public static TaxTreatment stated(TaxCategory category, BigDecimal ratePercent) {
        return new TaxTreatment(category, ratePercent, null, null, null);
    }
}
