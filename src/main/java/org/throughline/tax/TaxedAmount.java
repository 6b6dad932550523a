package org.throughline.tax;

import java.math.BigDecimal;

/** The amount of a line, allowance (negative) or charge while its document is computed. */
final class TaxedAmount {

    /** Without tax, or with tax when prices include it; rounded. */
    final BigDecimal amount;
    /** Null for allowances and charges. */
    final BigDecimal quantity;

    final TaxTreatment treatment;
    BigDecimal net;
    BigDecimal tax;

    TaxedAmount(BigDecimal amount, BigDecimal quantity, TaxTreatment treatment) {
        this.amount = amount;
        this.quantity = quantity;
        this.treatment = treatment;
    }
}
