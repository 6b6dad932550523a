package org.throughline.tax;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.throughline.shared.TaxCategory;

/**
 * How a supply is taxed and why.
 *
 * @param ratePercent 20 means 20 %; never null, zero in the untaxed categories. Of several jurisdictions what they charge
 *     together of a price that all of them tax as a whole, four decimals
 * @param reasonCode VATEX code of the reason for charging no tax; null when taxed or not known
 * @param reason the same for people; null when taxed or not known
 * @param ruleId the rule that decided; null when the caller stated the treatment or several jurisdictions tax
 * @param legalReference where the rule is written; null when not known or several jurisdictions tax
 * @param parts what each of several jurisdictions charges, the larger jurisdiction first, compound taxes last; empty for
 *     value added tax
 */
public record TaxTreatment(
        TaxCategory category,
        BigDecimal ratePercent,
        String reasonCode,
        String reason,
        String ruleId,
        String legalReference,
        List<TaxPart> parts) {

    private static final int RATE_DECIMALS = 4;

    public TaxTreatment {
        requireNonNull(category, "category");
        requireNonNull(ratePercent, "ratePercent");
        parts = List.copyOf(parts);
    }

    /** Value added tax, or none, by a rule whose source is not known. */
    public TaxTreatment(TaxCategory category, BigDecimal ratePercent, String reasonCode, String reason, String ruleId) {
        this(category, ratePercent, reasonCode, reason, ruleId, null, List.of());
    }

    /** A treatment that the caller states. */
    public static TaxTreatment stated(TaxCategory category, BigDecimal ratePercent) {
        return new TaxTreatment(category, ratePercent, null, null, null);
    }

    /** @param parts not empty, in the order in which they are charged */
    static TaxTreatment of(List<TaxPart> parts) {
        TaxPart first = parts.stream()
                .filter(part -> part.category().isTaxed())
                .findFirst()
                .orElse(parts.get(0));
        boolean taxed = first.category().isTaxed();
        return new TaxTreatment(
                first.category(),
                together(parts),
                taxed ? null : first.reasonCode(),
                taxed ? null : first.reason(),
                null,
                null,
                parts);
    }

    /** Whether a jurisdiction taxes only a part of a unit's price. */
    boolean hasLimits() {
        for (TaxPart part : parts) {
            if (!part.levy().share().isWhole()) {
                return true;
            }
        }
        return false;
    }

    private static BigDecimal together(List<TaxPart> parts) {
        BigDecimal exact = exactRate(parts).stripTrailingZeros();
        return exact.scale() > RATE_DECIMALS
                ? exact.setScale(RATE_DECIMALS, RoundingMode.HALF_UP)
                : exact.setScale(Math.max(0, exact.scale()));
    }

    /** What parts without limits charge together, in percent of the net; not rounded. */
    static BigDecimal exactRate(List<TaxPart> parts) {
        BigDecimal sum = BigDecimal.ZERO;
        for (TaxPart part : parts) {
            BigDecimal base = part.levy().compound() ? BigDecimal.valueOf(100).add(sum) : BigDecimal.valueOf(100);
            sum = sum.add(part.ratePercent().multiply(base).movePointLeft(2));
        }
        return sum;
    }
}
