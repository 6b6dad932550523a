package org.throughline.erp.embedded;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/**
 * What of a payment or a credit note goes to an invoice.
 *
 * @param invoice its id
 * @param amount with tax, above zero, in the currency of both
 */
public record Allocation(String invoice, BigDecimal amount) {

    public Allocation {
        requireNonNull(invoice, "invoice");
        requireNonNull(amount, "amount");
    }
}
