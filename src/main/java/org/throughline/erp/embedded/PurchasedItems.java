package org.throughline.erp.embedded;

import static java.util.function.BinaryOperator.minBy;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.throughline.erp.embedded.Columns.amount;
import static org.throughline.erp.embedded.Columns.date;
import static org.throughline.erp.embedded.Columns.number;
import static org.throughline.erp.embedded.PurchaseSql.BOUGHT;
import static org.throughline.erp.embedded.PurchaseSql.FROM;
import static org.throughline.erp.embedded.PurchaseSql.LINES;
import static org.throughline.erp.embedded.PurchaseSql.LIST_VALUE;
import static org.throughline.erp.embedded.PurchaseSql.narrowed;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.database.KeyBatches;
import org.throughline.history.Purchase;
import org.throughline.history.PurchaseFilter;
import org.throughline.history.PurchaseLine;
import org.throughline.shared.AccountId;
import org.throughline.shared.ItemId;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;
import org.throughline.shared.Quantity;

/**
 * Purchases summed up by item. First the items of the page are found, one statement for each account; then two statements
 * for each 500 items sum up their lines and fetch the latest ones. So a page costs what its own items cost.
 */
final class PurchasedItems {

    private static final String ITEMS = "select l.item_id" + FROM + BOUGHT + " and l.account_id = ?";
    private static final String SUMS = "select l.account_id, l.item_id, o.currency, i.base_unit, i.description,"
            + " sum(l.base_quantity) as quantity, count(distinct l.order_id) as orders, min(l.ordered_on) as first_date,"
            + " max(l.ordered_on) as last_date, " + LIST_VALUE + " as list_value, sum(l.net) as net" + FROM
            + " join item i on i.id = l.item_id" + BOUGHT;
    private static final String BY_KEY = "group by l.account_id, l.item_id, o.currency, i.base_unit, i.description";

    private final JdbcClient jdbc;
    private final String dataset;
    private final List<String> accounts;
    private final PurchaseFilter filter;

    PurchasedItems(JdbcClient jdbc, String dataset, List<String> accounts, PurchaseFilter filter) {
        this.jdbc = jdbc;
        this.dataset = dataset;
        this.accounts = accounts;
        this.filter = filter;
    }

    Page<Purchase> page(PageRequest page, String query) {
        PurchasedItemKey after = PurchasedItemKey.after(page, query);
        List<Sum> sums = sums(items(after, page.size() + 2)).stream()
                .filter(sum -> after == null || sum.key().compareTo(after) > 0)
                .sorted(Comparator.comparing(Sum::key))
                .limit(page.size() + 1L)
                .toList();
        Page<Sum> found = AccountLists.page(sums, page.size(), sum -> sum.key().cursor(query));
        Map<PurchasedItemKey, PurchaseLine> last = latestLines(found.entries());
        return found.map(sum -> sum.toPurchase(last.get(sum.key())));
    }

    /**
     * The next items that one of the accounts bought, in order. All entries of the first may have been on the page before,
     * and one more than the page holds shows that there is a next one: hence two more than the page holds.
     */
    private List<String> items(PurchasedItemKey after, int limit) {
        return accounts.stream()
                .flatMap(account -> items(account, after, limit).stream())
                .distinct()
                .sorted()
                .limit(limit)
                .toList();
    }

    private List<String> items(String account, PurchasedItemKey after, int limit) {
        return narrowed(new Conditions(ITEMS, account), filter)
                .andIfGiven("l.item_id >= ?", after == null ? null : after.item())
                .then("group by l.item_id order by l.item_id fetch first ? rows only", limit)
                .of(jdbc)
                .query(String.class)
                .list();
    }

    private List<Sum> sums(List<String> items) {
        return KeyBatches.read(items, batch -> narrowed(new Conditions(SUMS), filter)
                .andIn("l.account_id", accounts)
                .andIn("l.item_id", batch)
                .then(BY_KEY)
                .of(jdbc)
                .query((row, number) -> Sum.read(row, dataset))
                .list());
    }

    /** The latest line of each entry: of all lines on a day on which one of them was the latest, the latest. */
    private Map<PurchasedItemKey, PurchaseLine> latestLines(List<Sum> sums) {
        Map<String, List<Sum>> byItem =
                sums.stream().collect(groupingBy(sum -> sum.key().item()));
        return KeyBatches.read(byItem.keySet(), batch -> linesOn(lastDays(batch, byItem), batch)).stream()
                .collect(toMap(PurchasedItemKey::of, identity(), minBy(PurchaseLineKey.LATEST_FIRST)));
    }

    private List<PurchaseLine> linesOn(List<LocalDate> days, List<String> items) {
        return narrowed(new Conditions(LINES), filter)
                .andIn("l.account_id", accounts)
                .andIn("l.item_id", items)
                .andIn("l.ordered_on", days)
                .of(jdbc)
                .query((row, number) -> PurchaseSql.line(row, dataset))
                .list();
    }

    private static List<LocalDate> lastDays(List<String> items, Map<String, List<Sum>> sums) {
        return items.stream()
                .flatMap(item -> sums.get(item).stream())
                .map(Sum::lastDate)
                .distinct()
                .toList();
    }

    private record Sum(
            PurchasedItemKey key,
            AccountId account,
            String name,
            Currency currency,
            Quantity quantity,
            int orders,
            LocalDate firstDate,
            LocalDate lastDate,
            BigDecimal listValue,
            BigDecimal net) {

        static Sum read(ResultSet row, String dataset) throws SQLException {
            Currency currency = Currency.getInstance(row.getString("currency"));
            return new Sum(
                    PurchasedItemKey.of(row),
                    new AccountId(dataset, row.getString("account_id")),
                    row.getString("description"),
                    currency,
                    new Quantity(number(row, "quantity"), row.getString("base_unit")),
                    row.getInt("orders"),
                    date(row, "first_date"),
                    date(row, "last_date"),
                    amount(row, "list_value", currency),
                    amount(row, "net", currency));
        }

        Purchase toPurchase(PurchaseLine last) {
            return new Purchase(
                    account, new ItemId(key.item()), name, currency, quantity, orders, firstDate, listValue, net, last);
        }
    }
}
