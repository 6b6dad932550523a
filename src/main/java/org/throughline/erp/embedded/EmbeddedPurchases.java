package org.throughline.erp.embedded;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.throughline.erp.embedded.Columns.amount;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.history.Purchase;
import org.throughline.history.PurchaseFilter;
import org.throughline.history.PurchaseLine;
import org.throughline.history.PurchaseTotal;
import org.throughline.history.Purchases;
import org.throughline.shared.AccountId;
import org.throughline.shared.Answer;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;

/** Purchases of the embedded ERP. */
@Component
class EmbeddedPurchases implements Purchases {

    private static final String TOTALS = "o.currency, count(distinct l.order_id) as orders, count(*) as line_count, "
            + PurchaseSql.LIST_VALUE + " as list_value, sum(l.net) as net";
    private final JdbcClient jdbc;
    private final Clock clock;
    private final String dataset;

    EmbeddedPurchases(@Qualifier("erp") JdbcClient jdbc, Clock clock, EmbeddedErp erp) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.dataset = erp.dataset();
    }

    @Override
    public Answer<Page<Purchase>> find(
            List<AccountId> accounts, PurchaseFilter filter, PageRequest page, MaxAge maxAge) {
        var now = clock.instant();
        Page<Purchase> found =
                new PurchasedItems(jdbc, dataset, accounts, filter).page(page, "purchases" + accounts + filter);
        return Answer.live(AccountLists.checked(found, accounts, jdbc), now);
    }

    @Override
    public Answer<Page<PurchaseLine>> findLines(
            List<AccountId> accounts, PurchaseFilter filter, PageRequest page, MaxAge maxAge) {
        var now = clock.instant();
        String query = "purchase lines" + accounts + filter;
        PurchaseLineKey before = PurchaseLineKey.before(page, query);
        List<PurchaseLine> lines = new PurchasedLines(jdbc, dataset, filter).find(accounts, before, page.size() + 1);
        Page<PurchaseLine> found = AccountLists.page(
                lines, page.size(), line -> PurchaseLineKey.of(line).cursor(query));
        return Answer.live(AccountLists.checked(found, accounts, jdbc), now);
    }

    @Override
    public Answer<List<PurchaseTotal>> totals(List<AccountId> accounts, PurchaseFilter filter, MaxAge maxAge) {
        var now = clock.instant();
        Map<Currency, PurchaseTotal> totals = accounts.stream()
                .distinct()
                .flatMap(account -> totals(account, filter).stream())
                .collect(toMap(PurchaseTotal::currency, identity(), PurchaseTotal::plus));
        return Answer.live(
                totals.values().stream()
                        .sorted(Comparator.comparing(total -> total.currency().getCurrencyCode()))
                        .toList(),
                now);
    }

    private List<PurchaseTotal> totals(AccountId account, PurchaseFilter filter) {
        return PurchaseSql.select(TOTALS, account, filter)
                .then("group by o.currency")
                .of(jdbc)
                .query((row, number) -> total(row))
                .list();
    }

    private static PurchaseTotal total(ResultSet row) throws SQLException {
        Currency currency = Currency.getInstance(row.getString("currency"));
        return new PurchaseTotal(
                currency,
                row.getInt("orders"),
                row.getInt("line_count"),
                amount(row, "list_value", currency),
                amount(row, "net", currency));
    }
}
