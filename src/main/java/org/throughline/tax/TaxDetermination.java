package org.throughline.tax;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.Remedy;
import org.throughline.shared.TaxCategory;
import org.throughline.shared.Violation;

/**
 * Which tax a supply bears. The rules about the place of supply stand in one list; the first that concerns the supply
 * decides. A buyer is taken for a business when it is registered for tax, or is outside the seller's territory.
 */
public final class TaxDetermination {

    private static final List<PlaceRule> PLACE_RULES = List.of(
            new PlaceRule(TaxDetermination::isDispatchedAbroad, TaxDetermination::asDispatchedAbroad),
            new PlaceRule(TaxDetermination::isOutOfScope, TaxDetermination::atHome),
            new PlaceRule(TaxDetermination::isToAreaWithoutTax, TaxDetermination::atDestination),
            new PlaceRule(TaxDetermination::isExportOfGoods, TaxDetermination::asExport),
            new PlaceRule(TaxDetermination::isIntraCommunitySupply, TaxDetermination::asIntraCommunitySupply),
            new PlaceRule(TaxDetermination::isDistanceSale, TaxDetermination::atDestination),
            new PlaceRule(TaxDetermination::isOnSiteElsewhereForLocalBusiness, TaxDetermination::asReverseChargeOnSite),
            new PlaceRule(TaxDetermination::isOnSiteElsewhere, TaxDetermination::atDestination),
            new PlaceRule(TaxDetermination::isElectronicToUnionConsumer, TaxDetermination::atBuyer),
            new PlaceRule(TaxDetermination::isServiceToUnionBusiness, TaxDetermination::asReverseCharge),
            new PlaceRule(TaxDetermination::isServiceToAbroad, TaxDetermination::asTaxedAbroad),
            new PlaceRule((determination, taxClass) -> true, TaxDetermination::atHome));

    private final Supply supply;
    private final Map<String, TaxTable> tables;
    private final PlaceOfSupply place;
    private final ExemptionCertificate exemption;
    private final Map<TaxClass, Optional<TaxTreatment>> decided = new HashMap<>();

    /** @param tables of all of {@link #countriesOf(Supply)} */
    public TaxDetermination(Supply supply, Map<String, TaxTable> tables) {
        this.supply = supply;
        this.tables = tables;
        this.place = new PlaceOfSupply(supply);
        this.exemption = exemptionOf(supply);
    }

    private static ExemptionCertificate exemptionOf(Supply supply) {
        ExemptionCertificate given = supply.buyer().exemption();
        return given != null && given.holdsOn(supply.date()) ? given : null;
    }

    /** The countries whose rules are needed. */
    public static Set<String> countriesOf(Supply supply) {
        Set<String> countries = new TreeSet<>();
        countries.add(TaxTerritory.ratesCountry(supply.seller().country()));
        countries.add(TaxTerritory.ratesCountry(supply.buyer().country()));
        countries.add(TaxTerritory.ratesCountry(supply.shipFrom().country()));
        countries.add(TaxTerritory.ratesCountry(supply.shipTo().country()));
        return countries;
    }

    /**
     * The same object for the same class, however often it is asked.
     *
     * @return empty when there is no rule for the class, the place and the date, or the place is not known well enough
     */
    public Optional<TaxTreatment> treatmentOf(TaxClass taxClass) {
        Optional<TaxTreatment> known = decided.get(taxClass);
        if (known == null) {
            known = decide(taxClass);
            decided.put(taxClass, known);
        }
        return known;
    }

    /**
     * Why a class has no treatment.
     *
     * @param path of the class or item in the request
     * @param placePath of the place that goods go to
     */
    public Violation lackOf(TaxClass taxClass, String path, String placePath) {
        TaxPlace asked = taxedPlace(taxClass);
        TaxTable table = table(asked);
        PlaceRules rules = table.at(asked, supply.date());
        if (rules.isRegionMissing()) {
            return ErrorCode.TAX_PLACE_INCOMPLETE
                    .at(placePath + ".region")
                    .withRemedy(Remedy.of("Give the state or province: its taxes depend on it."));
        }
        if (rules.isPostalCodeMissing()) {
            return ErrorCode.TAX_PLACE_INCOMPLETE
                    .at(placePath + ".postalCode")
                    .withRemedy(Remedy.of("Give the postal code: the taxes of the place depend on it."));
        }
        if (table.rules().isEmpty()) {
            return ErrorCode.NO_TAX_RULE.at(path, "There are no tax rules for the country of the supply.");
        }
        return table.knows(taxClass.code())
                ? ErrorCode.NO_TAX_RULE.at(path).withRemedy(table.daysOf(taxClass.code()))
                : ErrorCode.UNKNOWN_TAX_CLASS
                        .at(path)
                        .withRemedy(Remedy.oneOf("Use a tax class of the country.", table.taxClasses()));
    }

    private Optional<TaxTreatment> decide(TaxClass taxClass) {
        for (PlaceRule rule : PLACE_RULES) {
            if (rule.condition.concerns(this, taxClass)) {
                return rule.decision.treat(this, taxClass);
            }
        }
        return Optional.empty();
    }

    // What a supply is

    private boolean isOutOfScope(TaxClass taxClass) {
        PlaceRules home = rulesAt(homePlace(taxClass));
        return !home.isStacked()
                && !home.isIncomplete()
                && home.rule(taxClass, place.isBuyerRegisteredAtHome())
                        .filter(rule -> rule.category() == TaxCategory.O)
                        .isPresent();
    }

    private boolean isDispatchedAbroad(TaxClass taxClass) {
        return !taxClass.service() && place.isDispatchedAbroad();
    }

    /** Areas that the ERP's own rules place outside the territory, beside those that the law names. */
    private boolean isToAreaWithoutTax(TaxClass taxClass) {
        return !taxClass.service()
                && rulesAt(supply.shipTo())
                        .rule(taxClass, place.isBuyerRegisteredAtDestination())
                        .filter(rule -> rule.category() == TaxCategory.G)
                        .isPresent();
    }

    private boolean isExportOfGoods(TaxClass taxClass) {
        return !taxClass.service() && place.leavesTerritory();
    }

    private boolean isIntraCommunitySupply(TaxClass taxClass) {
        return !taxClass.service() && place.crossesUnionBorder() && place.isBuyerRegisteredInOtherMember();
    }

    private boolean isDistanceSale(TaxClass taxClass) {
        return !taxClass.service() && place.crossesUnionBorder() && !place.isBuyerRegistered();
    }

    private boolean isOnSiteElsewhere(TaxClass taxClass) {
        return taxClass.kind() == SupplyKind.ON_SITE_SERVICE && !place.isDoneAtHome();
    }

    private boolean isOnSiteElsewhereForLocalBusiness(TaxClass taxClass) {
        return isOnSiteElsewhere(taxClass) && place.isBuyerRegisteredAtDestination();
    }

    private boolean isElectronicToUnionConsumer(TaxClass taxClass) {
        return taxClass.kind() == SupplyKind.ELECTRONIC_SERVICE
                && !place.isBuyerAtHome()
                && place.isBuyerInUnion()
                && !place.isBuyerRegistered();
    }

    private boolean isServiceToUnionBusiness(TaxClass taxClass) {
        return taxClass.service() && place.isBuyerInOtherMember() && place.isBuyerRegistered();
    }

    private boolean isServiceToAbroad(TaxClass taxClass) {
        return taxClass.service() && place.isBuyerAbroad();
    }

    // How it is taxed

    private Optional<TaxTreatment> atHome(TaxClass taxClass) {
        boolean registered = taxClass.service()
                ? place.isBuyerRegisteredAtHome()
                : place.isWithinOneTerritory() && place.isBuyerRegisteredAtDestination();
        return byRules(homePlace(taxClass), taxClass, registered);
    }

    private Optional<TaxTreatment> atDestination(TaxClass taxClass) {
        return byRules(supply.shipTo(), taxClass, place.isBuyerRegisteredAtDestination());
    }

    private Optional<TaxTreatment> atBuyer(TaxClass taxClass) {
        return byRules(supply.buyer().place(), taxClass, false);
    }

    private Optional<TaxTreatment> asExport(TaxClass taxClass) {
        String article = place.destinationReference() == null ? "article 146(1)" : "articles 146(1) and 6";
        return untaxed(
                TaxCategory.G,
                place.isOriginInUnion(),
                "VATEX-EU-G",
                "Export outside the tax territory",
                "PLACE-EXPORT",
                article);
    }

    private Optional<TaxTreatment> asDispatchedAbroad(TaxClass taxClass) {
        return untaxed(
                TaxCategory.O,
                place.isSellerInUnion(),
                "VATEX-EU-O",
                "Dispatched outside the tax territory",
                "PLACE-DISPATCHED-ABROAD",
                "article 32");
    }

    private Optional<TaxTreatment> asIntraCommunitySupply(TaxClass taxClass) {
        return untaxed(
                TaxCategory.K,
                true,
                "VATEX-EU-IC",
                "Intra-community supply",
                "PLACE-INTRA-COMMUNITY",
                "article 138(1)");
    }

    private Optional<TaxTreatment> asReverseCharge(TaxClass taxClass) {
        return untaxed(
                TaxCategory.AE, true, "VATEX-EU-AE", "Reverse charge", "PLACE-REVERSE-CHARGE", "articles 44 and 196");
    }

    private Optional<TaxTreatment> asReverseChargeOnSite(TaxClass taxClass) {
        return untaxed(
                TaxCategory.AE,
                place.isSellerInUnion(),
                "VATEX-EU-AE",
                "Reverse charge",
                "PLACE-ON-SITE",
                "articles 47 and 194");
    }

    private Optional<TaxTreatment> asTaxedAbroad(TaxClass taxClass) {
        return untaxed(
                TaxCategory.O,
                place.isSellerInUnion(),
                "VATEX-EU-O",
                "Not subject to tax here",
                "PLACE-SERVICE-ABROAD",
                "articles 44 and 59");
    }

    /** Codes and articles are of the Union; a seller elsewhere has the reason only. */
    private static Optional<TaxTreatment> untaxed(
            TaxCategory category, boolean union, String code, String reason, String ruleId, String articles) {
        return Optional.of(new TaxTreatment(
                category,
                BigDecimal.ZERO,
                union ? code : null,
                reason,
                ruleId,
                union ? "Directive 2006/112/EC, " + articles : null,
                List.of()));
    }

    // Rules of a place

    private Optional<TaxTreatment> byRules(TaxPlace taxed, TaxClass taxClass, boolean registered) {
        PlaceRules rules = rulesAt(taxed);
        if (rules.isIncomplete()) {
            return Optional.empty();
        }
        return rules.isStacked()
                ? stacked(rules.parts(taxClass, registered), taxed)
                : rules.rule(taxClass, registered).map(rule -> exempted(rule, taxed));
    }

    private TaxTreatment exempted(TaxRule rule, TaxPlace taxed) {
        boolean exempt = exemption != null && rule.category().isTaxed() && exemption.covers(taxed);
        return exempt
                ? new TaxTreatment(
                        TaxCategory.E,
                        BigDecimal.ZERO,
                        exemption.reasonCode(),
                        exemption.text(),
                        "BUYER-EXEMPT",
                        null,
                        List.of())
                : rule.treatment();
    }

    private Optional<TaxTreatment> stacked(List<TaxPart> parts, TaxPlace taxed) {
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        List<TaxPart> charged = new ArrayList<>(parts.size());
        for (TaxPart part : parts) {
            charged.add(isExempted(part, taxed) ? part.exempted(exemption) : part);
        }
        return Optional.of(TaxTreatment.of(charged));
    }

    private boolean isExempted(TaxPart part, TaxPlace taxed) {
        return exemption != null && part.category().isTaxed() && exemption.covers(part, taxed.country());
    }

    private TaxPlace homePlace(TaxClass taxClass) {
        return taxClass.service() ? place.placeOfServices() : place.placeOfGoods();
    }

    /** The place whose rules would have to hold one for the class. */
    private TaxPlace taxedPlace(TaxClass taxClass) {
        if (isElectronicToUnionConsumer(taxClass)) {
            return supply.buyer().place();
        }
        return isDistanceSale(taxClass) || isOnSiteElsewhere(taxClass) ? supply.shipTo() : homePlace(taxClass);
    }

    private PlaceRules rulesAt(TaxPlace asked) {
        return table(asked).at(asked, supply.date());
    }

    private TaxTable table(TaxPlace asked) {
        return tables.getOrDefault(TaxTerritory.ratesCountry(asked.country()), TaxTable.EMPTY);
    }

    private interface Condition {
        boolean concerns(TaxDetermination determination, TaxClass taxClass);
    }

    private interface Decision {
        Optional<TaxTreatment> treat(TaxDetermination determination, TaxClass taxClass);
    }

    private record PlaceRule(Condition condition, Decision decision) {}
}
