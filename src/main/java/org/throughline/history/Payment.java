package org.throughline.history;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Money that was received for an invoice.
 *
 * @param reference of the payment; null when there is none
 * @param method such as TRANSFER; null when it is not known
 * @param amount the part of the payment that went to this invoice, in its currency
 */
public record Payment(LocalDate date, String reference, String method, BigDecimal amount) {}
