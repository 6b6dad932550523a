package org.throughline.tax;

import java.math.BigDecimal;
import java.util.Comparator;
import org.throughline.shared.TaxCategory;

/**
 * What is added up to one subtotal.
 *
 * @param levy null for value added tax
 */
record SubtotalKey(TaxCategory category, BigDecimal ratePercent, TaxLevy levy) implements Comparable<SubtotalKey> {

    /** Value added tax by category and falling rate; then jurisdictions by size and code, compound taxes last. */
    private static final Comparator<SubtotalKey> ORDER = Comparator.comparing(
                    SubtotalKey::levy,
                    Comparator.nullsFirst(Comparator.comparing(TaxLevy::compound)
                            .thenComparing(TaxLevy::level)
                            .thenComparing(TaxLevy::jurisdiction)
                            .thenComparing(TaxLevy::name)))
            .thenComparing(SubtotalKey::category)
            .thenComparing(SubtotalKey::ratePercent, Comparator.reverseOrder());

    static SubtotalKey of(TaxTreatment treatment) {
        return new SubtotalKey(treatment.category(), Rounding.plain(treatment.ratePercent()), null);
    }

    /** Limits do not tell taxes apart: of one tax, goods with and without them are one subtotal. */
    static SubtotalKey of(TaxPart part) {
        TaxLevy levy = part.levy();
        TaxLevy whole =
                new TaxLevy(levy.jurisdiction(), levy.level(), levy.name(), levy.compound(), TaxableShare.WHOLE);
        return new SubtotalKey(part.category(), Rounding.plain(part.ratePercent()), whole);
    }

    @Override
    public int compareTo(SubtotalKey other) {
        return ORDER.compare(this, other);
    }
}
