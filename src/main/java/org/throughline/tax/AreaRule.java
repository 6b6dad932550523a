package org.throughline.tax;

import java.util.regex.Pattern;

/** A rule with its area in the form in which places are compared with it. */
final class AreaRule {

    private final TaxRule rule;
    private final String region;
    private final Pattern postalCodes;

    AreaRule(TaxRule rule) {
        this.rule = rule;
        this.region = rule.region() == null ? null : new TaxPlace(rule.country(), rule.region(), null).compactRegion();
        this.postalCodes = rule.postalPattern() == null ? null : Pattern.compile(rule.postalPattern());
    }

    TaxRule rule() {
        return rule;
    }

    boolean isLevy() {
        return rule.levy() != null;
    }

    boolean hasRegion() {
        return region != null;
    }

    boolean hasPostalCodes() {
        return postalCodes != null;
    }

    boolean isCountrywide() {
        return region == null && postalCodes == null;
    }

    /** Countrywide 0, a region 1, an area of postal codes 2. */
    int narrowness() {
        return postalCodes != null ? 2 : region != null ? 1 : 0;
    }

    boolean isInRegion(String compactRegion) {
        return region == null || region.equals(compactRegion);
    }

    boolean isInPostalArea(String compactPostalCode) {
        return postalCodes == null || postalCodes.matcher(compactPostalCode).matches();
    }
}
