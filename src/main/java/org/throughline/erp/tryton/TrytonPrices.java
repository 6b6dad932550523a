package org.throughline.erp.tryton;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.throughline.erp.tryton.TrytonCurrencies.TrytonCurrency;
import org.throughline.pricing.Assumption;
import org.throughline.pricing.PriceLine;
import org.throughline.pricing.PriceRequest;
import org.throughline.pricing.PricedDocument;
import org.throughline.pricing.Prices;
import org.throughline.shared.Answer;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ItemId;
import org.throughline.shared.MaxAge;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.Violations;

/**
 * Prices and tax as Tryton computes them: unit prices and taxes as in a new sale, tax and totals as in a new invoice; neither is
 * stored. Of our own is the product of quantity and unit price of each line, rounded as Tryton rounds it. What promotions of
 * Tryton take off a sale when it is quoted is not in these prices.
 */
@Component
@Qualifier("erp")
class TrytonPrices implements Prices {

    private final TrytonClient tryton;
    private final TrytonBuyers buyers;
    private final TrytonProducts products;
    private final TrytonUnits units;
    private final TrytonCurrencies currencies;
    private final TrytonPlaces places;
    private final TrytonUnitPrices unitPrices;
    private final TrytonTaxes taxes;
    private final Clock clock;

    TrytonPrices(
            TrytonClient tryton,
            TrytonBuyers buyers,
            TrytonProducts products,
            TrytonUnits units,
            TrytonCurrencies currencies,
            TrytonPlaces places,
            TrytonUnitPrices unitPrices,
            TrytonTaxes taxes,
            Clock clock) {
        this.tryton = tryton;
        this.buyers = buyers;
        this.products = products;
        this.units = units;
        this.currencies = currencies;
        this.places = places;
        this.unitPrices = unitPrices;
        this.taxes = taxes;
        this.clock = clock;
    }

    @Override
    public Answer<PricedDocument> calculate(PriceRequest request, MaxAge maxAge) {
        Instant now = clock.instant();
        TrytonBuyer buyer = buyers.of(request.buyer());
        if (!buyer.active()) {
            throw new ServiceFault(ErrorCode.ACCOUNT_ON_HOLD.at("customer", "The account is no longer traded with."));
        }
        List<Assumption> assumptions = new ArrayList<>();
        TrytonCurrency currency = currency(request, assumptions);
        Object shipTo = buyer.hasTaxRule() ? places.of(request, buyer, assumptions) : null;
        SaleQuestion sale = new SaleQuestion(tryton.company(), buyer, currency, request.date(), shipTo);
        Violations violations = new Violations();
        List<AskedLine> asked = new AskedLines(units, products.of(items(request)), violations).of(request.lines());
        Map<AskedLine, TrytonPrice> prices = unitPrices.of(sale, asked);
        List<TaxedAsk> lines = taxed(sale, asked, prices, violations);
        violations.throwIfAny();
        TrytonTaxes.Totals totals =
                taxes.totals(sale, lines.stream().map(TaxedAsk::line).toList());
        return Answer.live(new PricedBasket(sale, currencies.own(), lines, totals, assumptions).document(), now);
    }

    private TrytonCurrency currency(PriceRequest request, List<Assumption> assumptions) {
        TrytonCurrency own = currencies.own();
        if (request.currency() == null) {
            assumptions.add(new Assumption("currency", own.currency().getCurrencyCode()));
            return own;
        }
        if (request.currency().equals(own.currency())) {
            return own;
        }
        return currencies
                .find(request.currency())
                .filter(found -> currencies.rate(found, request.date()).isPresent())
                .orElseThrow(() -> new ServiceFault(ErrorCode.NO_EXCHANGE_RATE.at("currency")));
    }

    private static List<ItemId> items(PriceRequest request) {
        return request.lines().stream().map(PriceLine::item).toList();
    }

    /** The lines with their taxes; what has no price or no tax that can be told is among the violations. */
    private List<TaxedAsk> taxed(
            SaleQuestion sale, List<AskedLine> asked, Map<AskedLine, TrytonPrice> prices, Violations violations) {
        Set<Long> ids = new TreeSet<>();
        prices.values().forEach(price -> ids.addAll(price.taxes()));
        Map<Long, TrytonTax> known = taxes.of(ids);
        LineTaxes lineTaxes = new LineTaxes(sale, known, unitPrices.decimals(), violations);
        List<TaxedAsk> lines = new ArrayList<>(asked.size());
        for (AskedLine line : asked) {
            lineTaxes.of(line, prices.get(line)).ifPresent(lines::add);
        }
        return lines;
    }
}
