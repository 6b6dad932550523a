package org.throughline.account;

import java.time.LocalDate;

/**
 * A certificate that a customer need not pay tax.
 *
 * @param from first day; null when it always held
 * @param to first day on which it no longer holds; null when it does not end
 */
public record TaxExemption(String certificate, LocalDate from, LocalDate to) {

    public boolean holdsOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || day.isBefore(to));
    }
}
