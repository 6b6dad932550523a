package org.throughline.erp.embedded;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.erp.embedded.AccountLists.Stream;
import org.throughline.history.DateRange;
import org.throughline.shared.AccountId;
import org.throughline.shared.ItemId;
import org.throughline.shared.OrderId;

/**
 * Finds the rows, called d, of documents with lines that belong to an order: shipments and returns. The condition that narrows most
 * decides which index is read: an order, the customer's reference, a status; else the dates.
 *
 * <p>Derby is told the index (see {@link PurchaseSql}); PostgreSQL finds it.
 *
 * @param name that the names of indexes, of the table of lines and of its key begin with
 * @param date the column that lists are ordered by, latest first
 */
record OrderDocuments(String name, String table, String date) {

    static final OrderDocuments SHIPMENTS = new OrderDocuments("shipment", "shipment", "shipped_on");
    static final OrderDocuments RETURNS = new OrderDocuments("return", "return_request", "requested_on");

    /**
     * What lists are narrowed by beside accounts and statuses.
     *
     * @param order null, as each of the others may be, for all
     */
    record Wanted(DateRange dates, OrderId order, String customerReference, ItemId item) {

        private boolean isByReference() {
            return order == null && customerReference != null;
        }
    }

    /**
     * Latest first, over all accounts.
     *
     * @param statuses empty for all
     * @param before null for the first rows
     */
    <R> List<R> rows(
            JdbcClient jdbc,
            Collection<AccountId> accounts,
            Collection<?> statuses,
            Wanted wanted,
            DocumentKey before,
            int limit,
            String columns,
            RowMapper<R> reader,
            Function<R, DocumentKey> key) {
        return AccountLists.merged(
                AccountLists.streams(accounts, statuses),
                limit,
                Comparator.comparing(key, DocumentKey.LATEST_FIRST),
                stream -> select(columns, stream, wanted, before)
                        .then("order by d." + date + " desc, d.id desc fetch first ? rows only", limit)
                        .of(jdbc)
                        .query(reader)
                        .list());
    }

    /** @param statuses empty for all */
    int count(JdbcClient jdbc, Collection<AccountId> accounts, Collection<?> statuses, Wanted wanted) {
        return AccountLists.streams(accounts, statuses).stream()
                .mapToInt(stream -> select("count(*)", stream, wanted, null)
                        .of(jdbc)
                        .query(Integer.class)
                        .single())
                .sum();
    }

    private Conditions select(String columns, Stream stream, Wanted wanted, DocumentKey before) {
        Conditions conditions = new Conditions(
                        "select " + columns + " " + from(stream, wanted),
                        stream.account().value())
                .andIfGiven(
                        "d.status = ?",
                        stream.status() == null ? null : stream.status().toString())
                .andIfGiven("d." + date + " >= ?", wanted.dates().from())
                .andIfGiven(
                        "d.order_id = ?",
                        wanted.order() == null ? null : wanted.order().value())
                .andIfGiven("o.customer_reference = ?", wanted.isByReference() ? wanted.customerReference() : null)
                .andIfGiven(
                        "exists (select 1 from sales_order c where c.id = d.order_id and c.customer_reference = ?)",
                        wanted.isByReference() ? null : wanted.customerReference())
                .andIfGiven(
                        "exists (select 1 from " + name + "_line l where l." + name + "_id = d.id and l.item_id = ?)",
                        wanted.item() == null ? null : wanted.item().value());
        // One upper limit only, the lower one: Derby enters the index by the first that it meets.
        return before == null
                ? conditions.andIfGiven("d." + date + " < ?", wanted.dates().until())
                : conditions.and(
                        "d.%1$s <= ? and (d.%1$s < ? or d.id < ?)".formatted(date),
                        before.date(),
                        before.date(),
                        before.id());
    }

    private String from(Stream stream, Wanted wanted) {
        if (wanted.isByReference()) {
            return """
                    from --DERBY-PROPERTIES joinOrder=FIXED
                        sales_order o --DERBY-PROPERTIES index=sales_order_customer_ref
                        , %s d --DERBY-PROPERTIES constraint=%s_of_order, joinStrategy=NESTEDLOOP
                    where d.order_id = o.id and d.account_id = ?""".formatted(table, name);
        }
        return "from %s d --DERBY-PROPERTIES %s\nwhere d.account_id = ?".formatted(table, index(stream, wanted));
    }

    private String index(Stream stream, Wanted wanted) {
        if (wanted.order() != null) {
            return "constraint=" + name + "_of_order";
        }
        return "index=" + name + (stream.status() == null ? "_account" : "_status");
    }
}
