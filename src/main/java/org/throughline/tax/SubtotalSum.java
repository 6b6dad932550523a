package org.throughline.tax;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Objects;
import org.throughline.shared.TaxSubtotal;

/** A subtotal that is being added up. */
final class SubtotalSum {

    private static final Comparator<Why> FIRST_REASON = Comparator.comparing(
                    Why::reasonCode, Comparator.nullsLast(Comparator.<String>naturalOrder()))
            .thenComparing(Why::reason, Comparator.nullsLast(Comparator.<String>naturalOrder()));

    private final Rounding rounding;
    private BigDecimal taxable = BigDecimal.ZERO;
    /** What was rounded before: of lines, or taken out of amounts with tax. */
    private BigDecimal roundedTax = BigDecimal.ZERO;
    /** What is still to be taxed. */
    private BigDecimal toTax = BigDecimal.ZERO;

    private Why why;

    private record Why(String reasonCode, String reason, String ruleId, String legalReference) {}

    SubtotalSum(Rounding rounding) {
        this.rounding = rounding;
    }

    /** Adds an amount that is taxed with the rest of the subtotal. */
    void addTaxable(BigDecimal amount) {
        taxable = taxable.add(amount);
        toTax = toTax.add(amount);
    }

    /** Adds an amount whose tax is known. */
    void addTaxed(BigDecimal amount, BigDecimal tax) {
        taxable = taxable.add(amount);
        roundedTax = roundedTax.add(tax);
    }

    void because(TaxTreatment treatment) {
        because(new Why(treatment.reasonCode(), treatment.reason(), treatment.ruleId(), treatment.legalReference()));
    }

    void because(TaxPart part) {
        because(new Why(part.reasonCode(), part.reason(), part.ruleId(), part.legalReference()));
    }

    /** Of several reasons the first by code and text counts; a rule that does not stand for all is left out. */
    private void because(Why other) {
        if (why == null) {
            why = other;
        } else if (!why.equals(other)) {
            Why first = FIRST_REASON.compare(why, other) <= 0 ? why : other;
            why = new Why(
                    first.reasonCode,
                    first.reason,
                    common(why.ruleId, other.ruleId),
                    common(why.legalReference, other.legalReference));
        }
    }

    private static String common(String one, String other) {
        return Objects.equals(one, other) ? one : null;
    }

    TaxSubtotal subtotal(SubtotalKey key) {
        TaxLevy levy = key.levy();
        return new TaxSubtotal(
                key.category(),
                key.ratePercent(),
                rounding.round(taxable),
                rounding.round(
                        rounding.taxOn(rounding.round(toTax), key.ratePercent()).add(roundedTax)),
                why.reasonCode,
                why.reason,
                levy == null ? null : levy.jurisdiction(),
                levy == null ? null : levy.name(),
                why.ruleId,
                why.legalReference);
    }
}
