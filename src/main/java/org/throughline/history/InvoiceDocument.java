package org.throughline.history;

import java.util.List;
import org.throughline.shared.DocumentTotals;
import org.throughline.shared.InvoiceId;
import org.throughline.shared.TaxSubtotal;

/**
 * A whole invoice or credit note as it stands on a day.
 *
 * @param paymentTerms for people; null when there are none
 * @param payments received up to the day, oldest first
 * @param credits the credit notes made for this invoice up to the day, oldest first
 * @param corrects the invoice that this credit note corrects; null on invoices and when it corrects none
 */
public record InvoiceDocument(
        Invoice header,
        String paymentTerms,
        List<InvoiceLine> lines,
        List<TaxSubtotal> taxes,
        DocumentTotals totals,
        List<Payment> payments,
        List<Credit> credits,
        InvoiceId corrects) {

    public InvoiceDocument {
        lines = List.copyOf(lines);
        taxes = List.copyOf(taxes);
        payments = Settlement.until(header.asOf(), payments);
        credits = Settlement.creditsUntil(header.asOf(), credits);
    }
}
