package org.throughline.erp.embedded;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.Money;
import org.throughline.shared.ServiceFault;

/** What items cost the seller: margins are computed with it; the facade never tells it. */
@Component
public class ItemCosts {

    private static final String SET = "update item set cost = ?, cost_currency = ? where id = ?";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final Audit audit;

    ItemCosts(@Qualifier("erp") JdbcClient jdbc, @Qualifier("erp") TransactionTemplate transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
        this.audit = new Audit(jdbc);
    }

    /**
     * @param cost of one base unit; zero or more
     * @throws ServiceFault ITEM_NOT_FOUND at item; INVALID_VALUE at cost
     */
    public void set(String item, Money cost, By by) {
        if (cost.isNegative()) {
            throw new ServiceFault(ErrorCode.INVALID_VALUE.at("cost", "It must be zero or more."));
        }
        Undisturbed.in(transactions, () -> {
            if (jdbc.sql(SET)
                            .params(cost.amount(), cost.currency().getCurrencyCode(), item)
                            .update()
                    == 0) {
                throw new ServiceFault(ErrorCode.ITEM_NOT_FOUND.at("item"));
            }
            audit.write(by, clock.instant(), "COST", Audit.Kind.STOCK, item, cost.toString());
            return item;
        });
    }
}
