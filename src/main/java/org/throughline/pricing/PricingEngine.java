package org.throughline.pricing;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.throughline.account.ExchangeRates;
import org.throughline.account.UsedRates;
import org.throughline.shared.AccountId;
import org.throughline.shared.Answer;
import org.throughline.shared.CustomerRef;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.Freshness;
import org.throughline.shared.ItemId;
import org.throughline.shared.MaxAge;
import org.throughline.shared.PostalAddress;
import org.throughline.shared.Quantity;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.Violations;
import org.throughline.tax.DocumentAdjustment;
import org.throughline.tax.RoundingLevel;
import org.throughline.tax.Supply;
import org.throughline.tax.TaxCalculator;
import org.throughline.tax.TaxDetermination;
import org.throughline.tax.TaxRules;
import org.throughline.tax.TaxTable;
import org.throughline.tax.TaxableDocument;
import org.throughline.tax.TaxableLine;
import org.throughline.tax.TaxedDocument;
import org.throughline.tax.TaxedLine;

/** Computes prices from the price data of an ERP that does not compute them itself. */
public final class PricingEngine implements Prices {

    private final PriceLists priceLists;
    private final TaxRules taxRules;
    private final ExchangeRates exchangeRates;
    private final AgreementPolicy policy;
    private final RoundingLevel rounding;
    private final boolean indicative;

    /**
     * @param rounding where tax is rounded
     * @param indicative whether the ERP itself may come to other prices
     */
    public PricingEngine(
            PriceLists priceLists,
            TaxRules taxRules,
            ExchangeRates exchangeRates,
            AgreementPolicy policy,
            RoundingLevel rounding,
            boolean indicative) {
        this.priceLists = priceLists;
        this.taxRules = taxRules;
        this.exchangeRates = exchangeRates;
        this.policy = policy;
        this.rounding = rounding;
        this.indicative = indicative;
    }

    @Override
    public Answer<PricedDocument> calculate(PriceRequest request, MaxAge maxAge) {
        Answer<PriceTerms> terms = termsOf(request.buyer(), maxAge);
        requireActive(terms.value());
        Supply supply = terms.value().supplyTo(shipTo(request, terms.value()), request.date());
        Answer<OrderTerms> order = priceLists.orderTermsOf(terms.value(), maxAge);
        Answer<Map<ItemId, ItemTerms>> items = items(request, terms.value(), maxAge);
        Answer<Map<String, TaxTable>> rules = taxRules.of(TaxDetermination.countriesOf(supply), maxAge);
        UsedRates rates = new UsedRates(exchangeRates, currency(request, terms.value()), request.date(), maxAge);
        BasketContext context = context(
                request,
                terms.value(),
                order.value(),
                items.value(),
                new TaxDetermination(supply, rules.value()),
                rates);
        PricedDocument document = price(request, terms.value(), context);
        Freshness freshness =
                terms.freshness().and(order.freshness()).and(items.freshness()).and(rules.freshness());
        return new Answer<>(document, rates.and(freshness));
    }

    private Answer<PriceTerms> termsOf(Buyer buyer, MaxAge maxAge) {
        return buyer instanceof Buyer.Prospect prospect
                ? priceLists.termsOf(prospect, maxAge)
                : priceLists.termsOf(account((Buyer.Customer) buyer), maxAge);
    }

    private static AccountId account(Buyer.Customer customer) {
        return ((CustomerRef.ByAccount) customer.ref()).account();
    }

    private static void requireActive(PriceTerms terms) {
        if (!terms.active()) {
            throw new ServiceFault(ErrorCode.ACCOUNT_ON_HOLD.at("customer", "The account is no longer traded with."));
        }
    }

    private static PostalAddress shipTo(PriceRequest request, PriceTerms terms) {
        return request.shipTo() == null ? terms.shipTo() : request.shipTo();
    }

    /** The items of the lines, and what promotions give with them. */
    private Answer<Map<ItemId, ItemTerms>> items(PriceRequest request, PriceTerms terms, MaxAge maxAge) {
        Set<ItemId> ids = new HashSet<>();
        request.lines().forEach(line -> ids.add(line.item()));
        Answer<Map<ItemId, ItemTerms>> asked = priceLists.of(terms, ids, maxAge);
        Set<ItemId> gifts = new HashSet<>();
        for (ItemTerms item : asked.value().values()) {
            for (Promotion promotion : item.on(request.date()).basketPromotions()) {
                if (promotion instanceof Promotion.FreeGoods free && !ids.contains(free.gift())) {
                    gifts.add(free.gift());
                }
            }
        }
        return gifts.isEmpty() ? asked : asked.with(priceLists.of(terms, gifts, maxAge), PricingEngine::union);
    }

    private static Map<ItemId, ItemTerms> union(Map<ItemId, ItemTerms> one, Map<ItemId, ItemTerms> other) {
        Map<ItemId, ItemTerms> union = new HashMap<>(one);
        union.putAll(other);
        return union;
    }

    private BasketContext context(
            PriceRequest request,
            PriceTerms terms,
            OrderTerms order,
            Map<ItemId, ItemTerms> items,
            TaxDetermination taxes,
            UsedRates rates) {
        Currency currency = currency(request, terms);
        UnitPrices prices = new UnitPrices(request.date(), currency, terms.currency(), policy, rates);
        return new BasketContext(
                request.date(), currency, policy, shipTo(request, terms), order, items, prices, taxes, rates);
    }

    private static Currency currency(PriceRequest request, PriceTerms terms) {
        return request.currency() == null ? terms.currency() : request.currency();
    }

    private PricedDocument price(PriceRequest request, PriceTerms terms, BasketContext context) {
        Basket basket = BasketRules.apply(new Basket(context, lines(request, context), List.of()));
        TaxedDocument taxed = TaxCalculator.calculate(taxable(basket, terms));
        return new PricedDocument(
                context.currency(),
                request.date(),
                terms.pricesIncludeTax(),
                indicative,
                pricedLines(basket, taxed),
                basket.adjustments(),
                taxed.taxes(),
                taxed.totals(),
                settlement(terms, request, taxed),
                assumptions(request, terms));
    }

    private static List<BasketLine> lines(PriceRequest request, BasketContext context) {
        Violations violations = new Violations();
        LinePricing pricing = new LinePricing(context, request.lines(), violations);
        List<BasketLine> lines = new ArrayList<>(request.lines().size());
        for (int i = 0; i < request.lines().size(); i++) {
            pricing.price(request.lines().get(i), i).ifPresent(lines::add);
        }
        violations.throwIfAny();
        return lines;
    }

    private TaxableDocument taxable(Basket basket, PriceTerms terms) {
        List<DocumentAdjustment> allowances = new ArrayList<>();
        List<DocumentAdjustment> charges = new ArrayList<>();
        for (OrderAdjustment adjustment : basket.adjustments()) {
            (adjustment.isCharge() ? charges : allowances).add(adjustment.taxable());
        }
        List<TaxableLine> lines = new ArrayList<>(basket.lines().size());
        for (BasketLine line : basket.lines()) {
            lines.add(line.taxable());
        }
        return new TaxableDocument(
                basket.context().currency(),
                terms.pricesIncludeTax(),
                rounding,
                lines,
                allowances,
                charges,
                BigDecimal.ZERO,
                BigDecimal.ZERO);
    }

    private static SettlementDiscount settlement(PriceTerms terms, PriceRequest request, TaxedDocument taxed) {
        return terms.settlement() == null
                ? null
                : SettlementDiscount.of(
                        terms.settlement(),
                        request.date(),
                        taxed.totals().gross(),
                        taxed.totals().currency());
    }

    private static List<PricedLine> pricedLines(Basket basket, TaxedDocument taxed) {
        List<PricedLine> lines = new ArrayList<>(basket.lines().size());
        for (int i = 0; i < basket.lines().size(); i++) {
            lines.add(pricedLine(
                    basket.lines().get(i),
                    taxed.lines().get(i),
                    basket.context().prices()));
        }
        return lines;
    }

    private static PricedLine pricedLine(BasketLine line, TaxedLine taxed, UnitPrices prices) {
        UnitPrice price = line.price();
        ItemTerms item = line.item();
        PriceUnit ordered = line.demand().ordered();
        return new PricedLine(
                line.asked().id(),
                item.item(),
                item.description(),
                new Quantity(line.demand().quantity(), ordered.code()),
                new Quantity(line.demand().baseQuantity(), item.baseUnit().code()),
                new Quantity(line.pricedQuantity(), price.unit().code()),
                price.baseQuantity(),
                price.listPrice(),
                price.price(),
                price.discountPercent(),
                line.adjustments(),
                line.freeBy(),
                taxed.net(),
                taxed.treatment(),
                taxed.tax(),
                taxed.gross(),
                price.rules(),
                line.isOpenToBreaks() ? prices.nextBreak(line.demand(), price) : Optional.empty());
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
}
