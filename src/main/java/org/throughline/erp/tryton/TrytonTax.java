package org.throughline.erp.tryton;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.throughline.shared.TaxCategory;
import org.throughline.tax.TaxTreatment;

/**
 * A tax of Tryton.
 *
 * @param ratePercent 20 means 20 %; null when it is not a rate of the price alone, for which the contract has no words
 * @param notice what stands on invoices because of it; null for nothing
 * @param from first day; null for ever since
 * @param to last day; null when open
 */
record TrytonTax(long id, String name, BigDecimal ratePercent, String notice, LocalDate from, LocalDate to) {

    /** What is sold without any tax. */
    static final TaxTreatment NONE =
            new TaxTreatment(TaxCategory.O, BigDecimal.ZERO, null, "Tryton charges no tax", null);

    /** A tax that a line has already, whatever its days. */
    TrytonTax(long id, String name, BigDecimal ratePercent, String notice) {
        this(id, name, ratePercent, notice, null, null);
    }

    /** Tryton does not say why a rate is zero; it is zero rated then. */
    TaxTreatment treatment() {
        boolean taxed = ratePercent.signum() != 0;
        return new TaxTreatment(
                taxed ? TaxCategory.S : TaxCategory.Z, ratePercent, null, taxed ? null : reason(), Long.toString(id));
    }

    private String reason() {
        return notice == null ? name : notice;
    }
}
