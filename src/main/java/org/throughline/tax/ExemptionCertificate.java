package org.throughline.tax;

import java.time.LocalDate;

/**
 * A buyer's right to buy without tax: of charities, embassies, or resellers.
 *
 * @param number of the certificate; null when not known
 * @param from first day; null when it always held
 * @param until first day on which it no longer holds; null when it does not end
 * @param region the state or province whose taxes it is for; null for all taxes of the country
 * @param reasonCode VATEX code of the reason; null when not known
 * @param reason for people; null when not known
 */
public record ExemptionCertificate(
        String number, LocalDate from, LocalDate until, String region, String reasonCode, String reason) {

    /** Holds always, for all taxes. */
    public static final ExemptionCertificate UNNAMED = new ExemptionCertificate(null, null, null, null, null, null);

    public boolean holdsOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (until == null || day.isBefore(until));
    }

    /** Whether it is for the value added tax of a place. */
    boolean covers(TaxPlace taxed) {
        return region == null || isRegion(taxed.country(), taxed.region());
    }

    /** Whether it is for the tax of a jurisdiction; a state's certificate is not for a country's tax. */
    boolean covers(TaxPart part, String country) {
        return region == null || part.levy().level() != JurisdictionLevel.COUNTRY && isRegion(country, part.region());
    }

    private boolean isRegion(String country, String other) {
        return new TaxPlace(country, region, null)
                .compactRegion()
                .equals(new TaxPlace(country, other, null).compactRegion());
    }

    /** What stands on a document that charges no tax for it. */
    String text() {
        if (reason != null) {
            return reason;
        }
        return number == null ? "The buyer is exempt" : "The buyer is exempt by certificate " + number;
    }
}
