package org.throughline.pricing;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/**
 * What may be taken off for paying soon.
 *
 * @param terms code of the payment terms
 * @param percent 2 means 2 %
 * @param days after the date of the invoice, within which it may be taken
 */
public record SettlementTerms(String terms, BigDecimal percent, int days) {

    public SettlementTerms {
        requireNonNull(terms, "terms");
        requireNonNull(percent, "percent");
    }
}
