package org.throughline.tax;

import java.time.LocalDate;
import java.util.Set;

/**
 * Within what borders a supply counts as domestic or intra-community: the Union for its members, else the country itself.
 * Membership is that of the tax territory: the United Kingdom left it with the end of the transition period.
 */
final class TaxTerritory {

    private static final Set<String> MEMBERS = Set.of(
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU",
            "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK");
    private static final LocalDate UNITED_KINGDOM_OUT = LocalDate.of(2021, 1, 1);
    private static final LocalDate CROATIA_IN = LocalDate.of(2013, 7, 1);

    private TaxTerritory() {}

    static boolean isUnion(String country, LocalDate day) {
        return switch (country) {
            case "GB" -> day.isBefore(UNITED_KINGDOM_OUT);
            case "HR" -> !day.isBefore(CROATIA_IN);
            default -> MEMBERS.contains(country);
        };
    }

    static boolean isShared(String one, String other, LocalDate day) {
        return one.equals(other) || isUnion(one, day) && isUnion(other, day);
    }
}
