package org.throughline.erp.cache;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.throughline.pricing.Buyer;
import org.throughline.pricing.ItemTerms;
import org.throughline.pricing.OrderTerms;
import org.throughline.pricing.PriceLists;
import org.throughline.pricing.PriceTerms;
import org.throughline.shared.AccountId;
import org.throughline.shared.Answer;
import org.throughline.shared.ItemId;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;

/** Remembers terms and items; pages are read anew. */
final class CachedPriceLists implements PriceLists {

    private final PriceLists source;
    private final Memory<PriceTerms> terms;
    private final Memory<ItemTerms> items;
    private final Memory<OrderTerms> orders;

    CachedPriceLists(PriceLists source, Memory<PriceTerms> terms, Memory<ItemTerms> items, Memory<OrderTerms> orders) {
        this.source = source;
        this.terms = terms;
        this.items = items;
        this.orders = orders;
    }

    @Override
    public Answer<PriceTerms> termsOf(AccountId account, MaxAge maxAge) {
        return terms.get(account, maxAge, () -> source.termsOf(account, maxAge));
    }

    @Override
    public Answer<PriceTerms> termsOf(Buyer.Prospect prospect, MaxAge maxAge) {
        return terms.get(prospect, maxAge, () -> source.termsOf(prospect, maxAge));
    }

    @Override
    public Answer<Map<ItemId, ItemTerms>> of(PriceTerms buyer, Set<ItemId> ids, MaxAge maxAge) {
        return items.getAll(ids, id -> ItemKey.of(buyer, id), maxAge, missing -> source.of(buyer, missing, maxAge));
    }

    @Override
    public Answer<OrderTerms> orderTermsOf(PriceTerms buyer, MaxAge maxAge) {
        return orders.get(OrderKey.of(buyer), maxAge, () -> source.orderTermsOf(buyer, maxAge));
    }

    @Override
    public Answer<Page<ItemId>> itemsOf(
            PriceTerms buyer, LocalDate date, String itemGroup, PageRequest page, MaxAge maxAge) {
        return source.itemsOf(buyer, date, itemGroup, page, maxAge);
    }

    /** Everything about a buyer that orders as a whole depend on. */
    private record OrderKey(AccountId account, String priceGroup) {

        static OrderKey of(PriceTerms buyer) {
            return new OrderKey(buyer.account(), buyer.priceGroup());
        }
    }

    /** An item and everything about a buyer that its prices depend on. */
    private record ItemKey(
            AccountId account, String priceList, String priceGroup, boolean pricesIncludeTax, ItemId item) {

        static ItemKey of(PriceTerms buyer, ItemId item) {
            return new ItemKey(buyer.account(), buyer.priceList(), buyer.priceGroup(), buyer.pricesIncludeTax(), item);
        }
    }
}
