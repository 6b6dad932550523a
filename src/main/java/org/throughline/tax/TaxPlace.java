package org.throughline.tax;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import org.throughline.shared.PostalAddress;

/**
 * Where goods go or come from, or a party is, as far as tax asks.
 *
 * @param country ISO 3166-1 alpha-2
 * @param region state or province; null when not known
 * @param postalCode null when not known
 */
public record TaxPlace(String country, String region, String postalCode) {

    /** Of an American ZIP+4 code, the first five digits tell the place. */
    private static final int ZIP_LENGTH = 5;

    public TaxPlace {
        requireNonNull(country, "country");
    }

    public static TaxPlace of(PostalAddress address) {
        return new TaxPlace(address.country(), address.region(), address.postalCode());
    }

    /** The postal code in capitals, without blanks and hyphens, and without a country in front as in D-78266; empty when not known. */
    String compactPostalCode() {
        if (postalCode == null) {
            return "";
        }
        String local = postalCode.strip().toUpperCase(Locale.ROOT).replaceFirst("^[A-Z]{1,2}-(?=\\d)", "");
        String compact = local.replaceAll("[\\s-]", "");
        return country.equals("US") && compact.length() > ZIP_LENGTH ? compact.substring(0, ZIP_LENGTH) : compact;
    }

    /** The region in capitals without the country in front, so that US-NY and NY are one; empty when not known. */
    String compactRegion() {
        if (region == null) {
            return "";
        }
        String compact = region.strip().toUpperCase(Locale.ROOT);
        return compact.startsWith(country + "-") ? compact.substring(country.length() + 1) : compact;
    }
}
