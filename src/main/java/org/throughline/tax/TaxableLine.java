package org.throughline.tax;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.List;

/**
 * A line whose treatment is known. Its net is quantity x unit price / base quantity, less allowances, plus charges.
 *
 * @param id the caller's name of the line; null when it has none
 * @param unitPrice per base quantity; with tax when the document's prices include it
 * @param priceBaseQuantity not zero
 * @param allowances amounts of money, rounded to the minor unit when they are not
 * @param charges as allowances
 */
public record TaxableLine(
        String id,
        BigDecimal quantity,
        BigDecimal unitPrice,
        BigDecimal priceBaseQuantity,
        List<BigDecimal> allowances,
        List<BigDecimal> charges,
        TaxTreatment treatment) {

    public TaxableLine {
        requireNonNull(quantity, "quantity");
        requireNonNull(unitPrice, "unitPrice");
        requireNonNull(treatment, "treatment");
        if (priceBaseQuantity.signum() == 0) {
            throw new IllegalArgumentException("price base quantity is zero");
        }
        allowances = List.copyOf(allowances);
        charges = List.copyOf(charges);
    }
}
