package org.throughline.tax;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import org.throughline.shared.TaxCategory;

/**
 * Which tax a supply bears. The rules about the place of supply stand in one list; the first that concerns the supply
 * decides. Buyers from outside the seller's territory are taken for businesses.
 */
public final class TaxDetermination {

    private static final List<PlaceRule> PLACE_RULES = List.of(
            new PlaceRule(TaxDetermination::isOutOfScope, TaxDetermination::asInSellerCountry),
            new PlaceRule(TaxDetermination::isToThirdTerritory, TaxDetermination::asInDestination),
            new PlaceRule(TaxDetermination::isExportOfGoods, TaxDetermination::asExport),
            new PlaceRule(TaxDetermination::isIntraCommunitySupply, TaxDetermination::asIntraCommunitySupply),
            new PlaceRule(TaxDetermination::isDistanceSale, TaxDetermination::asInDestination),
            new PlaceRule(TaxDetermination::isServiceToUnionBusiness, TaxDetermination::asReverseCharge),
            new PlaceRule(TaxDetermination::isServiceToAbroad, TaxDetermination::asTaxedAbroad),
            new PlaceRule(TaxDetermination::isToExemptBuyer, TaxDetermination::asExempt),
            new PlaceRule((supply, taxClass) -> true, TaxDetermination::asInSellerCountry));

    private final Supply supply;
    private final Map<String, List<TaxRule>> rules;
    private final Map<TaxClass, Optional<TaxTreatment>> decided = new HashMap<>();

    /** @param rules of all of {@link #countriesOf(Supply)} */
    public TaxDetermination(Supply supply, Map<String, List<TaxRule>> rules) {
        this.supply = supply;
        this.rules = rules;
    }

    /** The countries whose rules are needed. */
    public static Set<String> countriesOf(Supply supply) {
        Set<String> countries = new TreeSet<>();
        countries.add(supply.seller().country());
        countries.add(supply.shipTo().country());
        return countries;
    }

    /** @return empty when there is no rule for the class, the place and the date */
    public Optional<TaxTreatment> treatmentOf(TaxClass taxClass) {
        return decided.computeIfAbsent(taxClass, this::decide);
    }

    private Optional<TaxTreatment> decide(TaxClass taxClass) {
        return PLACE_RULES.stream()
                .filter(rule -> rule.concerns.test(this, taxClass))
                .findFirst()
                .flatMap(rule -> rule.decision.apply(this, taxClass));
    }

    // What a supply is

    private boolean isOutOfScope(TaxClass taxClass) {
        return domesticRule(taxClass)
                .filter(rule -> rule.category() == TaxCategory.O)
                .isPresent();
    }

    /** Places such as the Canary Islands belong to a member state but not to the Union's tax territory. */
    private boolean isToThirdTerritory(TaxClass taxClass) {
        return !taxClass.service()
                && destinationRule(taxClass)
                        .filter(rule -> rule.category() == TaxCategory.G)
                        .isPresent();
    }

    private boolean isExportOfGoods(TaxClass taxClass) {
        return !taxClass.service() && !isWithinTerritory(supply.shipTo().country());
    }

    private boolean isIntraCommunitySupply(TaxClass taxClass) {
        return !taxClass.service()
                && !isSellerCountry(supply.shipTo().country())
                && supply.buyer().isRegistered()
                && !isSellerCountry(supply.buyer().country())
                && isUnion(supply.buyer().country());
    }

    private boolean isDistanceSale(TaxClass taxClass) {
        return !taxClass.service()
                && !isSellerCountry(supply.shipTo().country())
                && !supply.buyer().isRegistered();
    }

    private boolean isServiceToUnionBusiness(TaxClass taxClass) {
        return taxClass.service()
                && !isSellerCountry(supply.buyer().country())
                && isWithinTerritory(supply.buyer().country())
                && supply.buyer().isRegistered();
    }

    private boolean isServiceToAbroad(TaxClass taxClass) {
        return taxClass.service() && !isWithinTerritory(supply.buyer().country());
    }

    private boolean isToExemptBuyer(TaxClass taxClass) {
        return supply.buyer().exempt()
                && domesticRule(taxClass)
                        .filter(rule -> rule.category().isTaxed())
                        .isPresent();
    }

    // How it is taxed

    private Optional<TaxTreatment> asInSellerCountry(TaxClass taxClass) {
        return domesticRule(taxClass).map(TaxRule::treatment);
    }

    private Optional<TaxTreatment> asInDestination(TaxClass taxClass) {
        return destinationRule(taxClass).map(TaxRule::treatment);
    }

    private Optional<TaxTreatment> asExport(TaxClass taxClass) {
        return untaxed(TaxCategory.G, "VATEX-EU-G", "Export outside the tax territory", "PLACE-EXPORT");
    }

    private Optional<TaxTreatment> asIntraCommunitySupply(TaxClass taxClass) {
        return untaxed(TaxCategory.K, "VATEX-EU-IC", "Intra-community supply", "PLACE-INTRA-COMMUNITY");
    }

    private Optional<TaxTreatment> asReverseCharge(TaxClass taxClass) {
        return untaxed(TaxCategory.AE, "VATEX-EU-AE", "Reverse charge", "PLACE-REVERSE-CHARGE");
    }

    private Optional<TaxTreatment> asTaxedAbroad(TaxClass taxClass) {
        return untaxed(TaxCategory.O, "VATEX-EU-O", "Not subject to tax here", "PLACE-SERVICE-ABROAD");
    }

    private Optional<TaxTreatment> asExempt(TaxClass taxClass) {
        return untaxed(TaxCategory.E, null, "The buyer is exempt", "BUYER-EXEMPT");
    }

    /** The codes are of the Union; a seller elsewhere has the reason only. */
    private Optional<TaxTreatment> untaxed(TaxCategory category, String unionCode, String reason, String ruleId) {
        String code = isUnion(supply.seller().country()) ? unionCode : null;
        return Optional.of(new TaxTreatment(category, BigDecimal.ZERO, code, reason, ruleId));
    }

    // Rules and borders

    /** The seller's own rule; the place that the goods go to counts when it is in the seller's country. */
    private Optional<TaxRule> domesticRule(TaxClass taxClass) {
        String country = supply.seller().country();
        TaxPlace place =
                isSellerCountry(supply.shipTo().country()) ? supply.shipTo() : new TaxPlace(country, null, null);
        return rule(place, taxClass);
    }

    private Optional<TaxRule> destinationRule(TaxClass taxClass) {
        return rule(supply.shipTo(), taxClass);
    }

    private Optional<TaxRule> rule(TaxPlace place, TaxClass taxClass) {
        return new CountryRules(rules.getOrDefault(place.country(), List.of()), supply.date()).find(place, taxClass);
    }

    private boolean isSellerCountry(String country) {
        return supply.seller().country().equals(country);
    }

    private boolean isWithinTerritory(String country) {
        return TaxTerritory.isShared(supply.seller().country(), country, supply.date());
    }

    private boolean isUnion(String country) {
        return TaxTerritory.isUnion(country, supply.date());
    }

    private record PlaceRule(
            BiPredicate<TaxDetermination, TaxClass> concerns,
            BiFunction<TaxDetermination, TaxClass, Optional<TaxTreatment>> decision) {}
}
