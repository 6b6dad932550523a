package org.throughline.erp.embedded;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.database.KeyBatches;
import org.throughline.order.ApprovalFacts;
import org.throughline.shared.AccountId;
import org.throughline.shared.Answer;
import org.throughline.shared.ItemId;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Money;

/** Costs and customs of the embedded ERP. */
@Component
class EmbeddedApprovalFacts implements ApprovalFacts {

    private static final String COSTS =
            "select id, cost, cost_currency from item where id in (:ids) and cost is not null";
    private static final String BOUGHT = """
            select o.id from sales_order o --DERBY-PROPERTIES index=sales_order_account
            where o.account_id = ? and o.kind = 'ORDER' and o.approval = 'APPROVED' fetch first 1 rows only""";

    private final JdbcClient jdbc;
    private final Clock clock;

    EmbeddedApprovalFacts(@Qualifier("erp") JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Answer<Map<ItemId, Money>> costs(Collection<ItemId> items, MaxAge maxAge) {
        Instant now = clock.instant();
        List<String> ids = items.stream().map(ItemId::value).distinct().toList();
        Map<ItemId, Money> costs = new HashMap<>();
        KeyBatches.read(ids, batch -> jdbc.sql(COSTS)
                        .param("ids", batch)
                        .query((row, number) -> Map.entry(
                                new ItemId(row.getString("id")),
                                new Money(
                                        row.getBigDecimal("cost"),
                                        Currency.getInstance(row.getString("cost_currency")))))
                        .list())
                .forEach(cost -> costs.put(cost.getKey(), cost.getValue()));
        return Answer.live(costs, now);
    }

    @Override
    public Answer<Boolean> hasBought(AccountId account, MaxAge maxAge) {
        Instant now = clock.instant();
        boolean bought = jdbc.sql(BOUGHT)
                .param(account.value())
                .query(String.class)
                .optional()
                .isPresent();
        return Answer.live(bought, now);
    }
}
