package org.throughline.tax;

import static java.util.Objects.requireNonNull;

/**
 * The tax of a jurisdiction that comes beside those of other jurisdictions at the same place.
 *
 * @param jurisdiction its code, such as US-NY or CA-QC
 * @param name what the jurisdiction calls it, such as GST or "New York state sales tax"
 * @param compound whether it is charged on the price with the taxes of the jurisdictions listed before it, too
 * @param share which part of a unit's price it is charged on
 */
public record TaxLevy(String jurisdiction, JurisdictionLevel level, String name, boolean compound, TaxableShare share) {

    public TaxLevy {
        requireNonNull(jurisdiction, "jurisdiction");
        requireNonNull(level, "level");
        requireNonNull(name, "name");
        requireNonNull(share, "share");
    }

    /** On the whole price alone. */
    public TaxLevy(String jurisdiction, JurisdictionLevel level, String name) {
        this(jurisdiction, level, name, false, TaxableShare.WHOLE);
    }

    boolean isSameTaxAs(TaxLevy other) {
        return jurisdiction.equals(other.jurisdiction) && name.equals(other.name);
    }
}
