package org.throughline.erp.tryton;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tax numbers as Tryton files them: by a type that says which country they are of. Tryton takes a number only where it knows
 * the type, and checks its form.
 */
final class TrytonTaxNumbers {

    private static final String EUROPEAN = "eu_vat";
    private static final String GREECE = "GR";
    private static final String GREEK_PREFIX = "EL";
    private static final Set<String> UNION = Set.of(
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", GREECE, "HR", "HU", "IE", "IT", "LT",
            "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK");
    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("GB", "gb_vat"),
            Map.entry("CH", "ch_vat"),
            Map.entry("NO", "no_mva"),
            Map.entry("US", "us_ein"),
            Map.entry("AR", "ar_cuit"),
            Map.entry("CL", "cl_rut"),
            Map.entry("CO", "co_rut"),
            Map.entry("IL", "il_hp"),
            Map.entry("JP", "jp_cn"),
            Map.entry("KR", "kr_brn"),
            Map.entry("MX", "mx_rfc"),
            Map.entry("NZ", "nz_ird"),
            Map.entry("PE", "pe_ruc"),
            Map.entry("RS", "rs_pib"),
            Map.entry("ZA", "za_tin"));

    private TrytonTaxNumbers() {}

    /** The type of the tax numbers of a country; empty when Tryton knows none. */
    static Optional<String> type(String country) {
        return UNION.contains(country) ? Optional.of(EUROPEAN) : Optional.ofNullable(OTHERS.get(country));
    }

    /** The country, ISO 3166-1 alpha-2, that a number is of. A European number says so itself. */
    static String country(String type, String number) {
        String prefix =
                (type.equals(EUROPEAN) ? number.strip() : type).substring(0, 2).toUpperCase(java.util.Locale.ROOT);
        return prefix.equals(GREEK_PREFIX) ? GREECE : prefix;
    }

    /** The number as Tryton wants it: a European one with the prefix of its country. */
    static String number(String country, String number) {
        String prefix = country.equals(GREECE) ? GREEK_PREFIX : country;
        boolean named = number.regionMatches(true, 0, prefix, 0, prefix.length());
        return UNION.contains(country) && !named ? prefix + number : number;
    }
}
