package org.throughline.erp.embedded;

import static java.util.function.BinaryOperator.minBy;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static org.throughline.erp.embedded.Columns.amount;
import static org.throughline.erp.embedded.Columns.date;
import static org.throughline.erp.embedded.Columns.number;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.database.KeyBatches;
import org.throughline.history.Purchase;
import org.throughline.history.PurchaseFilter;
import org.throughline.history.PurchaseLine;
import org.throughline.shared.AccountId;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;
import org.throughline.shared.Quantity;

/**
 * Purchases summed up by item. First the items of the page are found; then one statement sums up their lines and another
 * fetches the latest; all that for each account. So a page costs what its own items cost, wherever it is.
 */
final class PurchasedItems {

    private static final String SUMS = "l.item_id, o.currency, sum(l.base_quantity) as quantity,"
            + " count(distinct l.order_id) as orders, min(l.ordered_on) as first_date, max(l.ordered_on) as last_date, "
            + PurchaseSql.LIST_VALUE + " as list_value, sum(l.net) as net";

    private final JdbcClient jdbc;
    private final String dataset;
    private final List<AccountId> accounts;
    private final PurchaseFilter filter;

    PurchasedItems(JdbcClient jdbc, String dataset, List<AccountId> accounts, PurchaseFilter filter) {
        this.jdbc = jdbc;
        this.dataset = dataset;
        this.accounts = accounts.stream().distinct().toList();
        this.filter = filter;
    }

    Page<Purchase> page(PageRequest page, String query) {
        PurchasedItemKey after = PurchasedItemKey.after(page, query);
        List<String> items = items(after, page.size() + 2);
        if (items.isEmpty()) {
            return new Page<>(List.of(), Optional.empty());
        }
        List<Sum> sums = accounts.stream()
                .flatMap(account -> sums(account, Range.of(items)).stream())
                .filter(sum -> after == null || sum.key().compareTo(after) > 0)
                .sorted(Comparator.comparing(Sum::key))
                .limit(page.size() + 1L)
                .toList();
        Page<Sum> found = AccountLists.page(sums, page.size(), sum -> sum.key().cursor(query));
        return found.map(complete(found.entries()));
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

    private List<String> items(AccountId account, PurchasedItemKey after, int limit) {
        return PurchaseSql.select("l.item_id", account, filter)
                .andIfGiven("l.item_id >= ?", after == null ? null : after.item())
                .then("group by l.item_id order by l.item_id fetch first ? rows only", limit)
                .of(jdbc)
                .query(String.class)
                .list();
    }

    private List<Sum> sums(AccountId account, Range items) {
        return items.limit(PurchaseSql.select(SUMS, account, filter))
                .then("group by l.item_id, o.currency")
                .of(jdbc)
                .query((row, number) -> Sum.read(row, account))
                .list();
    }

    private Function<Sum, Purchase> complete(List<Sum> sums) {
        Map<PurchasedItemKey, PurchaseLine> latest = sums.stream().collect(groupingBy(Sum::account)).entrySet().stream()
                .flatMap(one -> latestLines(one.getKey(), one.getValue()).stream())
                .collect(toMap(PurchasedItemKey::of, identity(), minBy(PurchaseLineKey.LATEST_FIRST)));
        Map<String, String> baseUnits = baseUnits(sums);
        return sum ->
                sum.toPurchase(latest.get(sum.key()), baseUnits.get(sum.key().item()));
    }

    /** All lines on the days on which something was bought for the last time; the latest are among them. */
    private List<PurchaseLine> latestLines(AccountId account, List<Sum> sums) {
        Set<LocalDate> days = sums.stream().map(Sum::lastDate).collect(toCollection(TreeSet::new));
        Range items = Range.of(sums.stream().map(sum -> sum.key().item()).toList());
        return items.limit(PurchaseSql.linesOn(days, account, filter))
                .of(jdbc)
                .query((row, number) -> PurchaseSql.line(row, dataset))
                .list();
    }

    private Map<String, String> baseUnits(List<Sum> sums) {
        List<String> items = sums.stream().map(sum -> sum.key().item()).toList();
        return KeyBatches.read(items, batch -> jdbc.sql("select id, base_unit from item where id in (:ids)")
                        .param("ids", batch)
                        .query((row, number) -> Map.entry(row.getString("id"), row.getString("base_unit")))
                        .list())
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue, (one, same) -> one));
    }

    /** The items of a page: all that an account bought from the first to the last, which an index has side by side. */
    private record Range(String first, String last) {

        /** @param items in order, not empty */
        static Range of(List<String> items) {
            return new Range(items.get(0), items.get(items.size() - 1));
        }

        Conditions limit(Conditions lines) {
            return lines.and("l.item_id >= ?", first).and("l.item_id <= ?", last);
        }
    }

    private record Sum(
            PurchasedItemKey key,
            AccountId account,
            Currency currency,
            BigDecimal quantity,
            int orders,
            LocalDate firstDate,
            LocalDate lastDate,
            BigDecimal listValue,
            BigDecimal net) {

        static Sum read(ResultSet row, AccountId account) throws SQLException {
            Currency currency = Currency.getInstance(row.getString("currency"));
            return new Sum(
                    new PurchasedItemKey(row.getString("item_id"), account.value(), currency.getCurrencyCode()),
                    account,
                    currency,
                    number(row, "quantity"),
                    row.getInt("orders"),
                    date(row, "first_date"),
                    date(row, "last_date"),
                    amount(row, "list_value", currency),
                    amount(row, "net", currency));
        }

        Purchase toPurchase(PurchaseLine last, String baseUnit) {
            return new Purchase(
                    account,
                    last.item(),
                    last.name(),
                    currency,
                    new Quantity(quantity, baseUnit),
                    orders,
                    firstDate,
                    listValue,
                    net,
                    last);
        }
    }
}
