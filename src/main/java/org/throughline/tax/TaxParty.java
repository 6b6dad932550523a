package org.throughline.tax;

import static java.util.Objects.requireNonNull;

/**
 * Somebody who sells or buys, as far as tax asks.
 *
 * @param place where the party is registered or established
 * @param taxId registration for tax; null when there is none
 * @param exemption the right to buy without tax; null when there is none
 */
public record TaxParty(TaxPlace place, String taxId, ExemptionCertificate exemption) {

    public TaxParty {
        requireNonNull(place, "place");
    }

    /**
     * @param country ISO 3166-1 alpha-2; where the party is registered or established
     * @param exempt whether this party buys without tax in its own country
     */
    public TaxParty(String country, String taxId, boolean exempt) {
        this(new TaxPlace(country, null, null), taxId, exempt ? ExemptionCertificate.UNNAMED : null);
    }

    public String country() {
        return place.country();
    }

    public boolean isRegistered() {
        return taxId != null && !taxId.isBlank();
    }
}
