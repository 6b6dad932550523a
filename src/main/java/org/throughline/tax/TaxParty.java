package org.throughline.tax;

import static java.util.Objects.requireNonNull;

/**
 * Somebody who sells or buys, as far as tax asks.
 *
 * @param country ISO 3166-1 alpha-2; where the party is registered or established
 * @param taxId registration for value added tax; null when there is none
 * @param exempt whether this party buys without tax in its own country (charities, embassies, resale certificates)
 */
public record TaxParty(String country, String taxId, boolean exempt) {

    public TaxParty {
        requireNonNull(country, "country");
    }

    public boolean isRegistered() {
        return taxId != null && !taxId.isBlank();
    }
}
