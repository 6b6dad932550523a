package org.throughline.tax;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * The rules that hold at a place on a day. Either one rule decides, as with value added tax, or several jurisdictions
 * charge beside each other; then every tax has one rule that decides.
 */
final class PlaceRules {

    /** The best rule for a class: the class named, the narrowest area, a named group of buyers, the latest, by id. */
    private static final Comparator<AreaRule> BEST = Comparator.comparing(
                    (AreaRule area) -> !area.rule().taxClass().equals(TaxRule.ANY_CLASS))
            .thenComparing(AreaRule::narrowness)
            .thenComparing(area -> area.rule().buyers() != Buyers.ALL)
            .thenComparing(area -> area.rule().from())
            .thenComparing(area -> area.rule().id());

    private static final Comparator<TaxPart> ORDER = Comparator.comparing(
                    (TaxPart part) -> part.levy().compound())
            .thenComparing(part -> part.levy().level())
            .thenComparing(part -> part.levy().jurisdiction())
            .thenComparing(part -> part.levy().name());

    private final List<AreaRule> plain;
    private final List<AreaRule> levies;
    private final boolean regionMissing;
    private final boolean postalCodeMissing;
    private final Map<Asked, Optional<TaxRule>> rules = new ConcurrentHashMap<>();
    private final Map<Asked, List<TaxPart>> parts = new ConcurrentHashMap<>();

    private PlaceRules(List<AreaRule> plain, List<AreaRule> levies, boolean regionMissing, boolean postalCodeMissing) {
        this.plain = plain;
        this.levies = levies;
        this.regionMissing = regionMissing;
        this.postalCodeMissing = postalCodeMissing;
    }

    private record Asked(String taxClass, boolean registered) {}

    static PlaceRules of(AreaRule[] all, TaxPlace place, LocalDate day) {
        String region = place.compactRegion();
        String postalCode = place.compactPostalCode();
        List<AreaRule> plain = new ArrayList<>();
        List<AreaRule> levies = new ArrayList<>();
        boolean regionMissing = false;
        boolean postalCodeMissing = false;
        for (AreaRule area : all) {
            if (!area.rule().isInForce(day)) {
                continue;
            }
            if (area.isLevy() && area.hasRegion() && region.isEmpty()) {
                regionMissing = true;
            } else if (area.isInRegion(region)) {
                if (area.isLevy() && area.hasPostalCodes() && postalCode.isEmpty()) {
                    postalCodeMissing = true;
                } else if (area.isInPostalArea(postalCode)) {
                    (area.isLevy() ? levies : plain).add(area);
                }
            }
        }
        return new PlaceRules(plain, levies, regionMissing, postalCodeMissing);
    }

    /** Whether jurisdictions tax here and the place does not say which state or province it is in. */
    boolean isRegionMissing() {
        return regionMissing;
    }

    /** Whether jurisdictions tax here by postal code and the place has none. */
    boolean isPostalCodeMissing() {
        return postalCodeMissing;
    }

    /** Whether the taxes cannot be told for want of a part of the address. */
    boolean isIncomplete() {
        return regionMissing || postalCodeMissing;
    }

    /** Whether several jurisdictions tax here beside each other. */
    boolean isStacked() {
        return !levies.isEmpty();
    }

    /**
     * The rule of the narrowest area that has rates of its own: the postal area, the region, the country. An area of its
     * own takes from the country only what is not taxed: another area's rate would be wrong there.
     *
     * @param registered whether the buyer is registered for tax here
     */
    Optional<TaxRule> rule(TaxClass taxClass, boolean registered) {
        return rules.computeIfAbsent(new Asked(taxClass.code(), registered), this::decide);
    }

    /** What each jurisdiction charges, in the order of charging; empty when none has a rule for the class. */
    List<TaxPart> parts(TaxClass taxClass, boolean registered) {
        return parts.computeIfAbsent(new Asked(taxClass.code(), registered), this::collect);
    }

    private Optional<TaxRule> decide(Asked asked) {
        int narrowest = plain.stream().mapToInt(AreaRule::narrowness).max().orElse(0);
        Optional<TaxRule> own = best(plain, asked, area -> area.narrowness() == narrowest);
        return own.isPresent()
                ? own
                : best(
                        plain,
                        asked,
                        area -> area.isCountrywide() && !area.rule().category().isTaxed());
    }

    private List<TaxPart> collect(Asked asked) {
        List<TaxPart> found = new ArrayList<>();
        for (int i = 0; i < levies.size(); i++) {
            TaxLevy levy = levies.get(i).rule().levy();
            if (isFirstOf(levy, i)) {
                best(levies, asked, area -> area.rule().levy().isSameTaxAs(levy))
                        .ifPresent(rule -> found.add(rule.part()));
            }
        }
        found.sort(ORDER);
        return List.copyOf(found);
    }

    private boolean isFirstOf(TaxLevy levy, int index) {
        for (int i = 0; i < index; i++) {
            if (levies.get(i).rule().levy().isSameTaxAs(levy)) {
                return false;
            }
        }
        return true;
    }

    private static Optional<TaxRule> best(List<AreaRule> areas, Asked asked, Predicate<AreaRule> condition) {
        return areas.stream()
                .filter(area -> area.rule().isFor(asked.taxClass))
                .filter(area -> area.rule().buyers().include(asked.registered))
                .filter(condition)
                .max(BEST)
                .map(AreaRule::rule);
    }
}
