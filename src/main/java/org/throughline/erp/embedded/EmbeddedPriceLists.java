package org.throughline.erp.embedded;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.pricing.Buyer;
import org.throughline.pricing.ItemTerms;
import org.throughline.pricing.OrderTerms;
import org.throughline.pricing.PriceLists;
import org.throughline.pricing.PriceTerms;
import org.throughline.shared.AccountId;
import org.throughline.shared.Answer;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ItemId;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;
import org.throughline.shared.ServiceFault;

/** Price lists, agreements and promotions of the embedded ERP. */
@Component
class EmbeddedPriceLists implements PriceLists {

    private final PriceTermsReader terms;
    private final ItemTermsReader items;
    private final OrderTermsReader orders;
    private final PricedItems pricedItems;
    private final EmbeddedErp erp;
    private final Clock clock;

    EmbeddedPriceLists(@Qualifier("erp") JdbcClient jdbc, EmbeddedErp erp, Clock clock) {
        this.terms = new PriceTermsReader(jdbc);
        this.items = new ItemTermsReader(jdbc);
        this.orders = new OrderTermsReader(jdbc);
        this.pricedItems = new PricedItems(jdbc);
        this.erp = erp;
        this.clock = clock;
    }

    @Override
    public Answer<PriceTerms> termsOf(AccountId account, MaxAge maxAge) {
        Instant now = clock.instant();
        return Optional.of(account)
                .filter(id -> id.dataset().equals(erp.dataset()))
                .flatMap(terms::ofAccount)
                .map(found -> Answer.live(found, now))
                .orElseThrow(() -> new ServiceFault(ErrorCode.ACCOUNT_NOT_FOUND.at("customer")));
    }

    @Override
    public Answer<PriceTerms> termsOf(Buyer.Prospect prospect, MaxAge maxAge) {
        Instant now = clock.instant();
        return Answer.live(terms.ofProspect(prospect), now);
    }

    @Override
    public Answer<Map<ItemId, ItemTerms>> of(PriceTerms buyer, Set<ItemId> ids, MaxAge maxAge) {
        Instant now = clock.instant();
        return Answer.live(items.read(buyer, ids), now);
    }

    @Override
    public Answer<OrderTerms> orderTermsOf(PriceTerms buyer, MaxAge maxAge) {
        Instant now = clock.instant();
        return Answer.live(orders.read(buyer), now);
    }

    @Override
    public Answer<Page<ItemId>> itemsOf(
            PriceTerms buyer, LocalDate date, String itemGroup, PageRequest page, MaxAge maxAge) {
        Instant now = clock.instant();
        return Answer.live(pricedItems.page(buyer, date, itemGroup, page), now);
    }
}
