package org.throughline.order;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.throughline.account.BasketPrices;
import org.throughline.account.Proposal;
import org.throughline.pricing.Buyer;
import org.throughline.pricing.PriceLine;
import org.throughline.pricing.PriceRequest;
import org.throughline.pricing.PricedDocument;
import org.throughline.pricing.PricingService;
import org.throughline.shared.AccountId;
import org.throughline.shared.CustomerRef;
import org.throughline.shared.ItemId;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Money;
import org.throughline.stock.Item;
import org.throughline.stock.ItemUnit;
import org.throughline.stock.Items;

/** Prices baskets whose credit is asked about as orders of today are priced. */
public final class OrderedBaskets implements BasketPrices {

    private final PricingService pricing;
    private final Items items;
    private final Clock clock;

    public OrderedBaskets(PricingService pricing, Items items, Clock clock) {
        this.pricing = pricing;
        this.items = items;
        this.clock = clock;
    }

    @Override
    public PricedBasket price(AccountId account, Proposal.Basket basket, MaxAge maxAge) {
        PricedDocument priced =
                pricing.calculate(request(account, basket), maxAge).value();
        List<PricedLine> lines = priced.lines().stream()
                .map(line ->
                        new PricedLine(line.quantity().unit(), line.nextBreak().map(next -> next.quantity()
                                .value())))
                .toList();
        return new PricedBasket(
                new Money(priced.totals().net(), priced.currency()),
                new Money(priced.totals().gross(), priced.currency()),
                lines);
    }

    @Override
    public List<Integer> decimals(Proposal.Basket basket, MaxAge maxAge) {
        List<ItemId> ids = basket.lines().stream().map(Proposal.Line::item).toList();
        Map<ItemId, Item> known = items.get(ids, maxAge).value();
        return basket.lines().stream()
                .map(line -> decimals(known.get(line.item()), line.unit()))
                .toList();
    }

    private static int decimals(Item item, String unit) {
        return unit == null
                ? item.baseUnit().decimals()
                : item.unit(unit).map(ItemUnit::decimals).orElse(0);
    }

    private PriceRequest request(AccountId account, Proposal.Basket basket) {
        return new PriceRequest(
                new Buyer.Customer(new CustomerRef.ByAccount(account)),
                LocalDate.now(clock),
                basket.currency().orElse(null),
                null,
                basket.lines().stream()
                        .map(line -> new PriceLine(null, line.item(), line.quantity(), line.unit()))
                        .toList());
    }
}
