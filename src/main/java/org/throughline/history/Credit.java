package org.throughline.history;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.throughline.shared.InvoiceId;

/**
 * What of a credit note lowers an invoice.
 *
 * @param document the credit note; seen from the credit note, the invoice
 * @param date when it was used for the invoice
 * @param amount with tax, positive
 */
public record Credit(InvoiceId document, LocalDate date, BigDecimal amount) {}
