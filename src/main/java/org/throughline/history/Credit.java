package org.throughline.history;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.throughline.shared.InvoiceId;

/**
 * A credit note that lowers an invoice.
 *
 * @param gross its amount with tax, positive
 */
public record Credit(InvoiceId creditNote, LocalDate date, BigDecimal gross) {}
