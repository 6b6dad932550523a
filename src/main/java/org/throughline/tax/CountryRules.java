package org.throughline.tax;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The rules of a country that are in force on a day. */
final class CountryRules {

    private final List<TaxRule> inForce;

    CountryRules(List<TaxRule> rules, LocalDate day) {
        this.inForce = rules.stream().filter(rule -> rule.isInForce(day)).toList();
    }

    /**
     * The rule of the narrowest area that has rates of its own: the postal area, the region, the country. An area of its
     * own takes from the country only what is not taxed: another area's rate would be wrong there.
     */
    Optional<TaxRule> find(TaxPlace place, TaxClass taxClass) {
        List<TaxRule> area = areaOf(place);
        Optional<TaxRule> own = best(area, taxClass, rule -> true);
        return own.isPresent()
                ? own
                : best(inForce, taxClass, rule -> isCountrywide(rule) && (area.isEmpty() || !isTaxed(rule)));
    }

    private List<TaxRule> areaOf(TaxPlace place) {
        List<TaxRule> postal =
                inForce.stream().filter(rule -> isInPostalArea(rule, place)).toList();
        return postal.isEmpty()
                ? inForce.stream().filter(rule -> isInRegion(rule, place)).toList()
                : postal;
    }

    private static Optional<TaxRule> best(List<TaxRule> rules, TaxClass taxClass, Predicate<TaxRule> condition) {
        return rules.stream()
                .filter(rule -> covers(rule, taxClass))
                .filter(condition)
                .max(Comparator.comparing((TaxRule rule) -> rule.taxClass().equals(taxClass.code()))
                        .thenComparing(TaxRule::from)
                        .thenComparing(TaxRule::id));
    }

    private static boolean covers(TaxRule rule, TaxClass taxClass) {
        return rule.taxClass().equals(taxClass.code()) || rule.taxClass().equals(TaxRule.ANY_CLASS);
    }

    private static boolean isTaxed(TaxRule rule) {
        return rule.category().isTaxed();
    }

    private static boolean isCountrywide(TaxRule rule) {
        return rule.region() == null && rule.postalPattern() == null;
    }

    private static boolean isInRegion(TaxRule rule, TaxPlace place) {
        return rule.region() != null && rule.region().equalsIgnoreCase(place.region());
    }

    private static boolean isInPostalArea(TaxRule rule, TaxPlace place) {
        return rule.postalPattern() != null
                && place.postalCode() != null
                && Pattern.matches(rule.postalPattern(), place.postalCode().replaceAll("\\s", ""));
    }
}
