package org.throughline.erp.embedded.imports;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.database.KeyBatches;

/** Brings the progress of orders up to the shipments and invoices that are there. */
final class Fulfilment {

    private record Line(String order, int number, BigDecimal quantity, BigDecimal allocated) {

        String key() {
            return Importable.key(order, number);
        }
    }

    private final JdbcTemplate erp;
    private final JdbcClient client;

    Fulfilment(JdbcTemplate erp) {
        this.erp = erp;
        this.client = JdbcClient.create(erp);
    }

    void refresh(Collection<String> orders) {
        if (orders.isEmpty()) {
            return;
        }
        List<Line> lines = lines(orders);
        Set<String> underWay = new HashSet<>();
        Map<String, BigDecimal> shipped = done("shipment", "id, order_id, status", orders, row -> {
            if (!row[2].equals("DELIVERED")) {
                underWay.add(row[1]);
            }
            return true;
        });
        Map<String, BigDecimal> invoiced =
                done("invoice", "id, order_id, kind", orders, row -> row[2].equals("INVOICE"));
        writeLines(lines, shipped, invoiced);
        writeOrders(lines, shipped, invoiced, underWay);
    }

    private List<Line> lines(Collection<String> orders) {
        return KeyBatches.read(orders, keys -> client.sql(
                        "select order_id, line_no, quantity, allocated from sales_order_line where order_id in "
                                + marks(keys))
                .params(keys)
                .query((row, number) ->
                        new Line(row.getString(1), row.getInt(2), row.getBigDecimal(3), row.getBigDecimal(4)))
                .list());
    }

    /** The quantity by order and line of those documents that count. */
    private Map<String, BigDecimal> done(
            String document, String columns, Collection<String> orders, Function<String[], Boolean> counts) {
        Map<String, String> orderOf = new HashMap<>();
        KeyBatches.read(orders, keys -> client.sql(
                                "select " + columns + " from " + document + " where order_id in " + marks(keys))
                        .params(keys)
                        .query((row, number) -> new String[] {row.getString(1), row.getString(2), row.getString(3)})
                        .list())
                .stream()
                .filter(row -> counts.apply(row))
                .forEach(row -> orderOf.put(row[0], row[1]));
        Map<String, BigDecimal> quantities = new HashMap<>();
        KeyBatches.read(orderOf.keySet(), keys -> client.sql("select " + document + "_id, order_line_no, quantity from "
                        + document + "_line where order_line_no is not null and " + document + "_id in " + marks(keys))
                .params(keys)
                .query((row, number) -> quantities.merge(
                        Importable.key(orderOf.get(row.getString(1)), row.getInt(2)),
                        row.getBigDecimal(3),
                        BigDecimal::add))
                .list());
        return quantities;
    }

    private void writeLines(List<Line> lines, Map<String, BigDecimal> shipped, Map<String, BigDecimal> invoiced) {
        erp.batchUpdate(
                "update sales_order_line set shipped = ?, invoiced = ? where order_id = ? and line_no = ?",
                lines,
                lines.size(),
                (PreparedStatement statement, Line line) -> {
                    statement.setBigDecimal(1, shipped.getOrDefault(line.key(), BigDecimal.ZERO));
                    statement.setBigDecimal(2, invoiced.getOrDefault(line.key(), BigDecimal.ZERO));
                    statement.setString(3, line.order());
                    statement.setInt(4, line.number());
                });
    }

    private void writeOrders(
            List<Line> lines, Map<String, BigDecimal> shipped, Map<String, BigDecimal> invoiced, Set<String> underWay) {
        Map<String, List<Line>> byOrder = new TreeMap<>();
        lines.forEach(line -> byOrder.computeIfAbsent(line.order(), order -> new ArrayList<>())
                .add(line));
        erp.batchUpdate(
                "update sales_order set allocation = ?, delivery = ?, invoicing = ? where id = ?",
                byOrder.keySet(),
                byOrder.size(),
                (PreparedStatement statement, String order) -> {
                    List<Line> own = byOrder.get(order);
                    String delivery = progress(own, shipped, false);
                    statement.setString(1, progress(own, shipped, true));
                    statement.setString(
                            2,
                            !delivery.equals("FULL") ? delivery : underWay.contains(order) ? "SHIPPED" : "DELIVERED");
                    statement.setString(3, progress(own, invoiced, false));
                    statement.setString(4, order);
                });
    }

    private static String progress(List<Line> lines, Map<String, BigDecimal> done, boolean orAllocated) {
        boolean all = true;
        boolean any = false;
        for (Line line : lines) {
            BigDecimal quantity = done.getOrDefault(line.key(), BigDecimal.ZERO);
            BigDecimal counted = orAllocated ? quantity.add(line.allocated()) : quantity;
            all &= counted.compareTo(line.quantity()) >= 0;
            any |= counted.signum() > 0;
        }
        return all ? "FULL" : any ? "PARTIAL" : "NONE";
    }

    private static String marks(Collection<String> keys) {
        return "(" + "?, ".repeat(keys.size() - 1) + "?)";
    }
}
