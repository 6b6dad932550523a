package org.throughline.pricing;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.throughline.account.ExchangeRates;
import org.throughline.shared.AccountId;
import org.throughline.shared.Answer;
import org.throughline.shared.CustomerRef;
import org.throughline.shared.ItemId;
import org.throughline.shared.MaxAge;
import org.throughline.shared.PostalAddress;
import org.throughline.shared.Quantity;
import org.throughline.shared.Violations;
import org.throughline.tax.RoundingLevel;
import org.throughline.tax.Supply;
import org.throughline.tax.TaxCalculator;
import org.throughline.tax.TaxDetermination;
import org.throughline.tax.TaxRules;
import org.throughline.tax.TaxTable;
import org.throughline.tax.TaxableDocument;
import org.throughline.tax.TaxedDocument;
import org.throughline.tax.TaxedLine;

/** Computes prices from the price data of an ERP that does not compute them itself. */
public final class PricingEngine implements Prices {

    private final PriceLists priceLists;
    private final TaxRules taxRules;
    private final ExchangeRates exchangeRates;
    private final boolean indicative;

    /** @param indicative whether the ERP itself may come to other prices */
    public PricingEngine(PriceLists priceLists, TaxRules taxRules, ExchangeRates exchangeRates, boolean indicative) {
        this.priceLists = priceLists;
        this.taxRules = taxRules;
        this.exchangeRates = exchangeRates;
        this.indicative = indicative;
    }

    @Override
    public Answer<PricedDocument> calculate(PriceRequest request, MaxAge maxAge) {
        Answer<PriceTerms> terms = termsOf(request.buyer(), maxAge);
        Supply supply = terms.value().supplyTo(shipTo(request, terms.value()), request.date());
        Set<ItemId> ids = request.lines().stream().map(PriceLine::item).collect(toSet());
        Answer<Map<ItemId, ItemTerms>> items = priceLists.of(terms.value(), ids, maxAge);
        Answer<Map<String, TaxTable>> rules = taxRules.of(TaxDetermination.countriesOf(supply), maxAge);
        return terms.with(
                items.with(
                        rules, (found, tax) -> price(request, terms.value(), found, new TaxDetermination(supply, tax))),
                (ignored, document) -> document);
    }

    private Answer<PriceTerms> termsOf(Buyer buyer, MaxAge maxAge) {
        return buyer instanceof Buyer.Prospect prospect
                ? priceLists.termsOf(prospect, maxAge)
                : priceLists.termsOf(account((Buyer.Customer) buyer), maxAge);
    }

    private static AccountId account(Buyer.Customer customer) {
        return ((CustomerRef.ByAccount) customer.ref()).account();
    }

    private static PostalAddress shipTo(PriceRequest request, PriceTerms terms) {
        return request.shipTo() == null ? terms.shipTo() : request.shipTo();
    }

    private PricedDocument price(
            PriceRequest request, PriceTerms terms, Map<ItemId, ItemTerms> items, TaxDetermination taxes) {
        Currency currency = request.currency() == null ? terms.currency() : request.currency();
        UnitPrices prices = new UnitPrices(request.date(), currency, terms.currency(), rates(request, currency));
        List<LinePricing.Draft> drafts = drafts(request, items, prices, taxes);
        TaxedDocument taxed = TaxCalculator.calculate(new TaxableDocument(
                currency,
                terms.pricesIncludeTax(),
                RoundingLevel.DOCUMENT,
                drafts.stream().map(LinePricing.Draft::taxable).toList(),
                List.of(),
                List.of(),
                BigDecimal.ZERO,
                BigDecimal.ZERO));
        return new PricedDocument(
                currency,
                request.date(),
                terms.pricesIncludeTax(),
                indicative,
                pricedLines(drafts, taxed, prices),
                taxed.taxes(),
                taxed.totals(),
                assumptions(request, terms));
    }

    private RateMemory rates(PriceRequest request, Currency wanted) {
        return new RateMemory(from -> exchangeRates.rate(from, wanted, request.date()));
    }

    private static List<LinePricing.Draft> drafts(
            PriceRequest request, Map<ItemId, ItemTerms> items, UnitPrices prices, TaxDetermination taxes) {
        Violations violations = new Violations();
        LinePricing pricing = new LinePricing(items, prices, taxes, violations);
        List<LinePricing.Draft> drafts = new ArrayList<>(request.lines().size());
        for (int i = 0; i < request.lines().size(); i++) {
            pricing.draft(request.lines().get(i), i).ifPresent(drafts::add);
        }
        violations.throwIfAny();
        return drafts;
    }

    private static List<PricedLine> pricedLines(
            List<LinePricing.Draft> drafts, TaxedDocument taxed, UnitPrices prices) {
        List<PricedLine> lines = new ArrayList<>(drafts.size());
        for (int i = 0; i < drafts.size(); i++) {
            lines.add(pricedLine(drafts.get(i), taxed.lines().get(i), prices));
        }
        return lines;
    }

    private static PricedLine pricedLine(LinePricing.Draft draft, TaxedLine taxed, UnitPrices prices) {
        PriceLine asked = draft.asked();
        UnitPrice price = draft.price();
        return new PricedLine(
                asked.id(),
                asked.item(),
                draft.item().description(),
                new Quantity(asked.quantity(), draft.ordered().code()),
                new Quantity(
                        asked.quantity().multiply(draft.ordered().factor()),
                        draft.item().baseUnit().code()),
                new Quantity(draft.pricedQuantity(), price.unit().code()),
                price.baseQuantity(),
                price.listPrice(),
                price.price(),
                price.discountPercent(),
                taxed.net(),
                taxed.treatment(),
                taxed.tax(),
                taxed.gross(),
                price.rules(),
                prices.nextBreak(draft.item(), draft.ordered(), asked.quantity(), price));
    }

    private static List<Assumption> assumptions(PriceRequest request, PriceTerms terms) {
        List<Assumption> assumptions = new ArrayList<>(terms.assumptions());
        if (request.currency() == null) {
            assumptions.add(new Assumption("currency", terms.currency().getCurrencyCode()));
        }
        if (request.shipTo() == null) {
            assumptions.add(new Assumption("shipTo", placeOf(terms.shipTo())));
        }
        return assumptions;
    }

    /** What tax depends on, for people. */
    private static String placeOf(PostalAddress address) {
        return Stream.of(address.country(), address.region(), address.postalCode(), address.city())
                .filter(part -> part != null && !part.isBlank())
                .collect(joining(", "));
    }

    /** Asks for each rate once, however many lines need it. */
    private static final class RateMemory implements Function<Currency, Optional<BigDecimal>> {

        private final Function<Currency, Optional<BigDecimal>> source;
        private final Map<Currency, Optional<BigDecimal>> known = new HashMap<>();

        private RateMemory(Function<Currency, Optional<BigDecimal>> source) {
            this.source = source;
        }

        @Override
        public Optional<BigDecimal> apply(Currency currency) {
            return known.computeIfAbsent(currency, source);
        }
    }
}
