package org.throughline.crash;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.throughline.database.Dialect;
import org.throughline.database.Schema;

/**
 * Counts, by reading the tables and asking the service nothing: whether the ERP has what customers were told, no more and
 * no less, and whether its books agree with each other.
 */
final class Audit {

    private final JdbcClient erp;
    private final JdbcClient store;
    private final List<String> findings = new ArrayList<>();

    private Audit(JdbcClient erp, JdbcClient store) {
        this.erp = erp;
        this.store = store;
    }

    /**
     * Stops the service and counts.
     *
     * @param errands all that were ever begun
     * @return what is wrong, in words; empty when nothing is
     */
    static List<String> of(Premises premises, Collection<Errand> errands) {
        List<String> stillDoing = premises.awaitSettled();
        premises.stop();
        try (Connection erp = premises.database().connect();
                Connection store = premises.database().connect()) {
            List<Told> told = errands.stream().map(Errand::told).toList();
            List<String> findings = new ArrayList<>(of(client(erp, Schema.ERP), client(store, Schema.STORE), told));
            stillDoing.forEach(thread -> findings.add("still at work: " + thread));
            if (!findings.isEmpty()) {
                premises.keepOutput();
            }
            return findings;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<String> of(JdbcClient erp, JdbcClient store, Collection<Told> errands) {
        Audit audit = new Audit(erp, store);
        errands.forEach(errand -> audit.findings.addAll(errand.objections()));
        audit.countOrders(errands);
        audit.compareLines(errands);
        audit.compareSums();
        audit.compareStock();
        audit.compareReservations();
        audit.compareOffers(errands);
        audit.compareLedger();
        return audit.findings;
    }

    private static JdbcClient client(Connection connection, Schema schema) throws SQLException {
        SingleConnectionDataSource source = new SingleConnectionDataSource(connection, true);
        connection.setSchema(schema.nameIn(Dialect.of(source)));
        return JdbcClient.create(source);
    }

    private record Head(
            String id, String approval, int version, int lines, BigDecimal net, BigDecimal tax, BigDecimal gross) {}

    /** What the ERP has under the customers' names: exactly one order for each that was told so, and none else. */
    private void countOrders(Collection<Told> errands) {
        Map<String, List<Head>> orders = orders();
        for (Told errand : errands) {
            List<Head> found = orders.getOrDefault(errand.errand(), List.of());
            switch (errand.promise()) {
                case OPEN -> findings.add(errand + ": its outcome is not certain");
                case NOTHING ->
                    require(found.isEmpty(), errand + ": has " + found.size() + " orders and was told of none");
                case ORDERED, CANCELLED -> countOne(errand, found);
            }
        }
        Set<String> unknown = new TreeSet<>(orders.keySet());
        errands.forEach(errand -> unknown.remove(errand.errand()));
        require(unknown.isEmpty(), "orders that nobody asked for: " + unknown);
    }

    private void countOne(Told errand, List<Head> found) {
        if (found.size() != 1) {
            findings.add(errand + ": was told of order " + errand.order() + " and has " + found.size());
            return;
        }
        Head order = found.get(0);
        require(order.id().equals(errand.order()), errand + ": is another order than told: " + order.id());
        boolean cancelled = order.approval().equals("CANCELLED");
        require(
                cancelled == (errand.promise() == Told.Promise.CANCELLED),
                errand + ": is " + order.approval() + ", other than told");
        require(
                cancelled || order.approval().equals(errand.held() ? "PENDING" : "APPROVED"),
                errand + ": is " + order.approval() + " and was told that it is "
                        + (errand.held() ? "held" : "confirmed"));
        require(
                order.version() == errand.version(),
                errand + ": was written to " + order.version() + " times instead of " + errand.version());
        Basket.Terms terms = errand.terms();
        require(
                areEqual(order.net(), terms.net())
                        && areEqual(order.tax(), terms.tax())
                        && areEqual(order.gross(), terms.gross())
                        && order.lines() == terms.lines().size(),
                errand + ": has other totals than simulated: " + order + " for " + terms);
    }

    private Map<String, List<Head>> orders() {
        Map<String, List<Head>> orders = new HashMap<>();
        erp.sql(
                        "select customer_reference, id, approval, version, line_count, net_total, tax_total, gross_total from sales_order"
                                + " where kind = 'ORDER' and customer_reference like 'errand-%'")
                .query((row, number) -> orders.computeIfAbsent(
                                row.getString("customer_reference"), name -> new ArrayList<>())
                        .add(new Head(
                                row.getString("id"),
                                row.getString("approval"),
                                row.getInt("version"),
                                row.getInt("line_count"),
                                row.getBigDecimal("net_total"),
                                row.getBigDecimal("tax_total"),
                                row.getBigDecimal("gross_total"))))
                .list();
        return orders;
    }

    /** No order has fewer lines, or others, than what was simulated. */
    private void compareLines(Collection<Told> errands) {
        Map<String, Map<Integer, Basket.Position>> lines = lines();
        for (Told errand : errands) {
            if (errand.order() != null) {
                Map<Integer, Basket.Position> found = lines.getOrDefault(errand.order(), Map.of());
                require(
                        isAs(errand.terms().lines(), found),
                        errand + ": has other lines than simulated: " + found.values() + " for "
                                + errand.terms().lines());
            }
        }
    }

    private static boolean isAs(List<Basket.Position> simulated, Map<Integer, Basket.Position> found) {
        return found.size() == simulated.size()
                && simulated.stream().allMatch(line -> isAs(line, found.get(line.number())));
    }

    private static boolean isAs(Basket.Position simulated, Basket.Position found) {
        return found != null
                && found.item().equals(simulated.item())
                && areEqual(found.quantity(), simulated.quantity())
                && areEqual(found.net(), simulated.net());
    }

    private Map<String, Map<Integer, Basket.Position>> lines() {
        Map<String, Map<Integer, Basket.Position>> lines = new HashMap<>();
        erp.sql("select l.order_id, l.line_no, l.item_id, l.quantity, l.net from sales_order_line l"
                        + " join sales_order o on o.id = l.order_id where o.customer_reference like 'errand-%'")
                .query((row, number) -> lines.computeIfAbsent(row.getString("order_id"), id -> new TreeMap<>())
                        .put(
                                row.getInt("line_no"),
                                new Basket.Position(
                                        row.getInt("line_no"),
                                        row.getString("item_id"),
                                        row.getBigDecimal("quantity"),
                                        row.getBigDecimal("net"))))
                .list();
        return lines;
    }

    /** Each order's totals are those of its parts, and it was created once. */
    private void compareSums() {
        none("orders without all of their parts", erp, """
                select o.id from sales_order o where o.customer_reference like 'errand-%'
                    and (o.line_count <> (select count(*) from sales_order_line l where l.order_id = o.id)
                        or o.line_net_total <> (select coalesce(sum(l.net), 0) from sales_order_line l where l.order_id = o.id)
                        or o.tax_total <> (select coalesce(sum(t.tax), 0) from sales_order_tax t where t.order_id = o.id)
                        or 1 <> (select count(*) from sales_order_event e where e.order_id = o.id and e.kind = 'CREATED')
                        or (o.approval = 'PENDING' and not exists (select 1 from sales_order_hold h where h.order_id = o.id)))""");
    }

    /** What is allocated in each place is what the lines of open orders have been promised. */
    private void compareStock() {
        Map<String, BigDecimal> promised = new TreeMap<>();
        erp.sql("""
                        select l.item_id, l.warehouse_id, l.allocated, l.base_quantity, l.quantity
                        from sales_order_line l join sales_order o on o.id = l.order_id join item i on i.id = l.item_id
                        where o.kind = 'ORDER' and o.approval in ('PENDING', 'APPROVED') and l.cancelled = false
                            and l.allocated > 0 and i.stocked = true and l.warehouse_id is not null""")
                .query((row, number) -> promised.merge(
                        row.getString("item_id") + " in " + row.getString("warehouse_id"),
                        row.getBigDecimal("allocated")
                                .multiply(row.getBigDecimal("base_quantity"))
                                .divide(row.getBigDecimal("quantity"), 6, RoundingMode.HALF_UP),
                        BigDecimal::add))
                .list();
        Map<String, BigDecimal> allocated = new TreeMap<>();
        erp.sql("select item_id, warehouse_id, allocated from stock_level where allocated <> 0")
                .query((row, number) -> allocated.put(
                        row.getString("item_id") + " in " + row.getString("warehouse_id"),
                        row.getBigDecimal("allocated")))
                .list();
        Set<String> places = new TreeSet<>(promised.keySet());
        places.addAll(allocated.keySet());
        for (String place : places) {
            BigDecimal one = allocated.getOrDefault(place, BigDecimal.ZERO);
            BigDecimal other = promised.getOrDefault(place, BigDecimal.ZERO);
            require(areEqual(one, other), place + ": " + one + " allocated, " + other + " promised to open orders");
        }
    }

    /** Nothing is reserved but for offers that are open. */
    private void compareReservations() {
        Set<String> open =
                store.sql("select reference from offer where state = 'OPEN'").query(String.class).list().stream()
                        .collect(Collectors.toSet());
        Set<String> reserved = new TreeSet<>(erp.sql("select distinct reference from stock_reservation")
                .query(String.class)
                .list());
        reserved.removeAll(open);
        require(reserved.isEmpty(), "reserved for offers that are not open: " + reserved);
    }

    /** Each offer is in the state that the customer was told of; none is stuck between two. */
    private void compareOffers(Collection<Told> errands) {
        Map<String, String> states = new HashMap<>();
        store.sql("select reference, state, order_id from offer")
                .query((row, number) -> states.put(
                        row.getString("reference"), row.getString("state") + " " + row.getString("order_id")))
                .list();
        for (Told errand : errands) {
            if (errand.offer() != null && errand.promise() != Told.Promise.OPEN) {
                String told = errand.offerState() + " " + errand.order();
                String found = states.get(errand.offer());
                require(told.equals(found), errand + ": the offer is " + found + " and was told to be " + told);
            }
        }
        none(
                "offers that are stuck",
                store,
                "select reference from offer where state not in ('OPEN', 'ORDERED', 'CANCELLED')");
    }

    /** No request is in doubt, and none is being worked on. */
    private void compareLedger() {
        none(
                "requests without an outcome",
                store,
                "select request_id from ledger_entry where claim_token is not null or due_at is not null or demand is not null"
                        + " or state not in ('CONFIRMED', 'HELD', 'REFUSED')");
        Set<String> orders = new TreeSet<>(erp.sql("select id from sales_order where reference like 'TL-%'")
                .query(String.class)
                .list());
        List<String> known = store.sql(
                        "select document_id from ledger_entry where kind = 'CREATE_ORDER' and document_id is not null")
                .query(String.class)
                .list();
        known.forEach(orders::remove);
        require(orders.isEmpty(), "orders that the ledger does not know of: " + orders);
        require(known.size() == Set.copyOf(known).size(), "requests that were given the same order");
    }

    private void none(String what, JdbcClient database, String sql) {
        List<String> found = database.sql(sql).query(String.class).list();
        require(found.isEmpty(), what + ": " + found);
    }

    private void require(boolean holds, String finding) {
        if (!holds) {
            findings.add(finding);
        }
    }

    private static boolean areEqual(BigDecimal one, BigDecimal other) {
        return one.compareTo(other) == 0;
    }
}
