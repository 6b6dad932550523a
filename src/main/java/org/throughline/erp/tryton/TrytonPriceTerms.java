package org.throughline.erp.tryton;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.throughline.pricing.Assumption;
import org.throughline.pricing.Buyer;
import org.throughline.pricing.PriceTerms;
import org.throughline.shared.AccountId;
import org.throughline.shared.PostalAddress;

/** What prices and tax of a buyer depend on beside the items, as data. */
@Component
class TrytonPriceTerms {

    private final TrytonClient tryton;
    private final TrytonPlaces places;
    private final TrytonCurrencies currencies;
    private final TrytonSeller seller;
    private final Clock clock;

    TrytonPriceTerms(
            TrytonClient tryton, TrytonPlaces places, TrytonCurrencies currencies, TrytonSeller seller, Clock clock) {
        this.tryton = tryton;
        this.places = places;
        this.currencies = currencies;
        this.seller = seller;
        this.clock = clock;
    }

    PriceTerms of(AccountId account, TrytonBuyer buyer) {
        PostalAddress shipTo = places.usual(buyer).map(this::address).orElse(null);
        PostalAddress known = shipTo == null ? seat() : shipTo;
        return terms(account, buyer, known, taxId(buyer), List.of());
    }

    PriceTerms of(Buyer.Prospect prospect, TrytonBuyer buyer) {
        Assumption list = new Assumption(
                "priceList", buyer.priceList() == null ? "" : buyer.priceList().name());
        return terms(
                null,
                buyer,
                prospect.address(),
                prospect.taxId(),
                buyer.priceList() == null ? List.of() : List.of(list));
    }

    /** A sale of today to the usual place of a buyer. */
    SaleQuestion saleTo(TrytonBuyer buyer) {
        Object shipTo = places.usual(buyer).orElse(null);
        return new SaleQuestion(tryton.company(), buyer, currencies.own(), LocalDate.now(clock), shipTo);
    }

    private PriceTerms terms(
            AccountId account, TrytonBuyer buyer, PostalAddress shipTo, String taxId, List<Assumption> assumptions) {
        return new PriceTerms(
                account,
                buyer.active(),
                currencies.own().currency(),
                Optional.ofNullable(buyer.priceListId()).map(Object::toString).orElse(null),
                null,
                false,
                seller.get(),
                shipTo.country(),
                taxId,
                null,
                null,
                shipTo,
                assumptions);
    }

    private PostalAddress seat() {
        return new PostalAddress(
                null, null, null, null, null, null, seller.get().country());
    }

    private PostalAddress address(long id) {
        return TrytonAddresses.of(tryton.read("party.address", List.of(id), TrytonAddresses.FIELDS, Map.of())
                .get(0));
    }

    private String taxId(TrytonBuyer buyer) {
        return tryton.read("party.party", List.of(buyer.party()), List.of("tax_identifier.code"), Map.of())
                .get(0)
                .text("tax_identifier.code");
    }
}
