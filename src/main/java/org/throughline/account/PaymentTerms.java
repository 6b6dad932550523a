package org.throughline.account;

import java.math.BigDecimal;

/**
 * When an invoice has to be paid.
 *
 * @param netDays days from the invoice's date until it is due; null when that depends on the calendar, or when it is due in
 *     several parts
 * @param discountDays days within which the discount is granted; null when there is none
 * @param discountPercent 2 means 2 %; null when there is none
 */
public record PaymentTerms(
        String code, String description, Integer netDays, Integer discountDays, BigDecimal discountPercent) {}
