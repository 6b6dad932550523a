package org.throughline.erp.tryton;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.throughline.order.ApprovalFacts;
import org.throughline.shared.AccountId;
import org.throughline.shared.Answer;
import org.throughline.shared.ItemId;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Money;

/** Costs and customs of Tryton. */
@Component
class TrytonApprovalFacts implements ApprovalFacts {

    private final TrytonClient tryton;
    private final TrytonProducts products;
    private final TrytonCurrencies currencies;
    private final Clock clock;

    TrytonApprovalFacts(TrytonClient tryton, TrytonProducts products, TrytonCurrencies currencies, Clock clock) {
        this.tryton = tryton;
        this.products = products;
        this.currencies = currencies;
        this.clock = clock;
    }

    /** A cost of zero is none: every product of Tryton has a cost price, which is zero until somebody knows it. */
    @Override
    public Answer<Map<ItemId, Money>> costs(Collection<ItemId> items, MaxAge maxAge) {
        Instant now = clock.instant();
        Currency currency = currencies.own().currency();
        Map<ItemId, Money> costs = new HashMap<>();
        products.of(items).values().forEach(product -> {
            BigDecimal cost = product.cost();
            if (cost != null && cost.signum() > 0) {
                costs.put(product.item(), new Money(cost, currency));
            }
        });
        return Answer.live(costs, now);
    }

    @Override
    public Answer<Boolean> hasBought(AccountId account, MaxAge maxAge) {
        Instant now = clock.instant();
        TrytonQuery bought = TrytonQuery.of(Sale.MODEL)
                .where("company", "=", tryton.company())
                .where("party.code", "=", account.value())
                .where("state", "in", List.of("processing", "done"))
                .limit(1);
        return Answer.live(!tryton.searchRead(bought).isEmpty(), now);
    }
}
