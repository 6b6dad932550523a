package org.throughline.tax;

import static java.util.Objects.requireNonNull;

import org.throughline.shared.PostalAddress;

/**
 * Where goods go, as far as tax asks.
 *
 * @param country ISO 3166-1 alpha-2
 * @param region state or province; null when not known
 * @param postalCode null when not known
 */
public record TaxPlace(String country, String region, String postalCode) {

    public TaxPlace {
        requireNonNull(country, "country");
    }

    public static TaxPlace of(PostalAddress address) {
        return new TaxPlace(address.country(), address.region(), address.postalCode());
    }
}
