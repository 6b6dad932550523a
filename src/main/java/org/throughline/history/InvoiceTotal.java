package org.throughline.history;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * What invoices, or credit notes, in one currency come to. The amounts of credit notes are positive too.
 *
 * @param documents how many there are
 * @param outstanding on the day that was asked for
 */
public record InvoiceTotal(
        Currency currency,
        InvoiceKind kind,
        int documents,
        BigDecimal net,
        BigDecimal tax,
        BigDecimal gross,
        BigDecimal outstanding) {

    /** The total of both. They must be of the same currency and kind and have no document in common. */
    public InvoiceTotal plus(InvoiceTotal other) {
        return new InvoiceTotal(
                currency,
                kind,
                documents + other.documents,
                net.add(other.net),
                tax.add(other.tax),
                gross.add(other.gross),
                outstanding.add(other.outstanding));
    }
}
