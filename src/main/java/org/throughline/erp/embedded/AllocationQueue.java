package org.throughline.erp.embedded;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who waits for an item in a warehouse, and who has some of it allocated. Whoever needs it first stands first, then who
 * ordered first: the queue is in the order of the required date (without one the date of the order), the date of the order,
 * its id and the number of the line. Orders on hold keep what they have, but wait outside of the queue.
 */
final class AllocationQueue {

    /** Derby is told to begin with the open orders; PostgreSQL finds that by itself. */
    private static final String OPEN = """
            from --DERBY-PROPERTIES joinOrder=FIXED
                sales_order o --DERBY-PROPERTIES index=sales_order_open
                , sales_order_line l --DERBY-PROPERTIES constraint=sales_order_line_key, joinStrategy=NESTEDLOOP
            where l.order_id = o.id and o.kind = 'ORDER' and o.delivery in ('NONE', 'PARTIAL') and l.cancelled = false""";

    private static final String WAITING = OPEN
            + " and o.approval = 'APPROVED' and o.allocation in ('NONE', 'PARTIAL')"
            + " and l.quantity > l.allocated + l.shipped";
    private static final String HOLDING = OPEN + " and o.approval in ('APPROVED', 'PENDING') and l.allocated > 0";
    private static final String HERE = " and l.item_id = ? and l.warehouse_id = ?"
            + " order by coalesce(l.required_on, o.required_on, o.ordered_on), o.ordered_on, o.id, l.line_no";
    private static final String ENTRY = "select o.id, o.account_id, l.line_no ";
    private static final String PLACES = "select distinct l.item_id, l.warehouse_id " + WAITING
            + " and l.warehouse_id is not null order by l.item_id, l.warehouse_id";

    private final JdbcClient jdbc;

    AllocationQueue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A line of an order. */
    record Entry(String order, String account, int line) {}

    /** Lines that something is neither allocated nor shipped of, the first to be served first. */
    List<Entry> waiting(StockPlace place) {
        return entries(ENTRY + WAITING + HERE, place);
    }

    /** Lines that something is allocated to, in the same order. */
    List<Entry> holding(StockPlace place) {
        return entries(ENTRY + HOLDING + HERE, place);
    }

    /** Where somebody waits. */
    List<StockPlace> places() {
        return jdbc.sql(PLACES)
                .query((row, number) -> new StockPlace(row.getString(1), row.getString(2)))
                .list();
    }

    private List<Entry> entries(String sql, StockPlace place) {
        return jdbc.sql(sql)
                .params(place.item(), place.warehouse())
                .query((row, number) -> new Entry(row.getString(1), row.getString(2), row.getInt(3)))
                .list();
    }
}
