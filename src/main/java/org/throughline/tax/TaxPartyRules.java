package org.throughline.tax;

import static org.throughline.shared.ErrorCode.CONTRADICTORY_PARTIES;
import static org.throughline.shared.ErrorCode.EXEMPTION_NOT_VALID;
import static org.throughline.shared.ErrorCode.INVALID_VALUE;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.throughline.shared.Remedy;
import org.throughline.shared.TaxCategory;
import org.throughline.shared.TaxIds;
import org.throughline.shared.Violations;

/** What the parties and places of a request for tax must fulfil, and what they say about the categories stated. */
final class TaxPartyRules {

    /** ISO 3166-1, and Northern Ireland and Kosovo, as trade writes them. */
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private static final Set<String> MORE_COUNTRIES = Set.of("XI", "XK");

    private final TaxRequest request;
    private final TaxIds taxIds;
    private final Violations violations;

    TaxPartyRules(TaxRequest request, TaxIds taxIds, Violations violations) {
        this.request = request;
        this.taxIds = taxIds;
        this.violations = violations;
    }

    void check() {
        party(request.seller(), "seller");
        party(request.buyer(), "buyer");
        place(request.shipFrom(), "shipFrom");
        place(request.shipTo(), "shipTo");
        if (request.buyer() != null) {
            exemption(request.buyer().exemption());
        }
        if (request.seller() != null && request.buyer() != null) {
            statedCategories();
        }
    }

    private void party(TaxParty party, String path) {
        if (party != null) {
            place(party.place(), path);
            taxIds.check(party.country(), party.taxId(), path + ".taxId", violations);
        }
    }

    private void place(TaxPlace place, String path) {
        if (place != null && !COUNTRIES.contains(place.country()) && !MORE_COUNTRIES.contains(place.country())) {
            violations.add(INVALID_VALUE.at(path + ".country", "This is not a country of ISO 3166-1."));
        }
    }

    private void exemption(ExemptionCertificate exemption) {
        if (exemption == null || exemption.holdsOn(request.date())) {
            return;
        }
        boolean early = exemption.from() != null && request.date().isBefore(exemption.from());
        violations.add(EXEMPTION_NOT_VALID
                .at("buyer.exemption." + (early ? "validFrom" : "validTo"))
                .withRemedy(Remedy.of("Give a certificate that holds on the date of supply, or leave it out.")));
    }

    private void statedCategories() {
        PlaceOfSupply place = new PlaceOfSupply(request.supply());
        for (int i = 0; i < request.lines().size(); i++) {
            stated(request.lines().get(i).basis(), "line[" + i + "]", place);
        }
        stated(request.allowances(), "allowance", place);
        stated(request.charges(), "charge", place);
    }

    private void stated(List<TaxRequest.Adjustment> adjustments, String name, PlaceOfSupply place) {
        for (int i = 0; i < adjustments.size(); i++) {
            stated(adjustments.get(i).basis(), name + "[" + i + "]", place);
        }
    }

    private void stated(TaxRequest.Basis basis, String path, PlaceOfSupply place) {
        if (basis instanceof TaxRequest.Basis.Stated given) {
            String contradiction = contradiction(given.treatment().category(), place);
            if (contradiction != null) {
                violations.add(CONTRADICTORY_PARTIES
                        .at(path + ".treatment.category", contradiction)
                        .withRemedy(Remedy.of("State a tax class instead, to have the category found.")));
            }
        }
    }

    /** EN 16931, rules BR-AE-02, BR-IC-02 and BR-IC-12, and Directive 2006/112/EC, articles 138 and 146; null for none. */
    private static String contradiction(TaxCategory category, PlaceOfSupply place) {
        return switch (category) {
            case AE -> place.isBuyerRegistered() ? null : "A reverse charge needs a buyer with a tax number.";
            case K ->
                !place.isBuyerRegistered()
                        ? "An intra-community supply needs a buyer with a tax number."
                        : place.crossesUnionBorder()
                                ? null
                                : "An intra-community supply goes from one member of the Union to another.";
            case G -> place.leavesTerritory() ? null : "An export leaves the tax territory.";
            default -> null;
        };
    }
}
