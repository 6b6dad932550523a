package org.throughline.account;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.List;

/**
 * What the customer would have to pay for an order to pass. All amounts are in the account's currency.
 *
 * @param amount the smallest that is enough
 * @param payments which invoices to set it against: first those that block, then the oldest; the last may be paid in part
 * @param inAdvance what is left of the amount when all invoices are paid
 */
public record Release(BigDecimal amount, List<Payment> payments, BigDecimal inAdvance) {

    public Release {
        requireNonNull(amount, "amount");
        requireNonNull(inAdvance, "inAdvance");
        payments = List.copyOf(payments);
    }

    /** @param amount to be paid of the invoice */
    public record Payment(OpenDocument invoice, BigDecimal amount) {}
}
