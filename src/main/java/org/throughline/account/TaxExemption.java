package org.throughline.account;

import java.time.LocalDate;

/**
 * A certificate that a customer need not pay tax.
 *
 * @param from first day; null when it always held
 * @param to first day on which it no longer holds; null when it does not end
 * @param region the state or province whose taxes it is for; null for all taxes of the country
 * @param reasonCode why, as a VATEX code; null when not known
 * @param reason why, for people; null when not known
 */
public record TaxExemption(
        String certificate, LocalDate from, LocalDate to, String region, String reasonCode, String reason) {

    /** For all taxes of the country, for a reason that is not known. */
    public TaxExemption(String certificate, LocalDate from, LocalDate to) {
        this(certificate, from, to, null, null, null);
    }

    public boolean holdsOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || day.isBefore(to));
    }
}
