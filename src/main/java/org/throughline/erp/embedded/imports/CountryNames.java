package org.throughline.erp.embedded.imports;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Country codes by English names. */
final class CountryNames {

    private static final Map<String, String> CODES = codes();

    private CountryNames() {}

    /** The code of ISO 3166-1; null when the name is unknown. */
    static String code(String name) {
        return CODES.get(name.toUpperCase(Locale.ROOT));
    }

    private static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>();
        for (String code : Locale.getISOCountries()) {
            codes.put(new Locale("", code).getDisplayCountry(Locale.ENGLISH).toUpperCase(Locale.ROOT), code);
        }
        codes.put("USA", "US");
        codes.put("UK", "GB");
        codes.put("EIRE", "IE");
        codes.put("RSA", "ZA");
        // Jersey and Guernsey have codes of their own; who means both means the larger one.
        codes.put("CHANNEL ISLANDS", "JE");
        return codes;
    }
}
