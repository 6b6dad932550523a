package org.throughline.tax;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/**
 * An allowance or charge on a document.
 *
 * @param amount with tax when the document's prices include it
 */
public record DocumentAdjustment(BigDecimal amount, TaxTreatment treatment) {

    public DocumentAdjustment {
        requireNonNull(amount, "amount");
        requireNonNull(treatment, "treatment");
    }
}
