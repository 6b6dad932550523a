package org.throughline.erp.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.order.LineProgress;
import org.throughline.order.Order;
import org.throughline.order.OrderContent;
import org.throughline.order.OrderLine;
import org.throughline.shared.OrderId;

/**
 * Writes how far the lines of an order are, and what follows from it: what is claimed of the stock, and the axes of the
 * order. For use within a transaction that has locked the order.
 */
final class OrderProgress {

    private static final String LINE =
            "update sales_order_line set allocated = ?, shipped = ? where order_id = ? and line_no = ?";
    private static final String AXES = "update sales_order set allocation = ?, delivery = ? where id = ?";
    private static final String UNDER_WAY =
            "select count(*) from shipment where order_id = ? and status <> 'DELIVERED'";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final StockClaims claims;

    OrderProgress(JdbcClient jdbc, DataSource dataSource) {
        this.jdbc = jdbc;
        this.batches = new JdbcTemplate(dataSource);
        this.claims = new StockClaims(jdbc, dataSource);
    }

    /** @param changed the progress of the lines that go on, by their numbers */
    void write(Order order, Map<Integer, LineProgress> changed) {
        List<OrderLine> before = order.content().lines();
        List<OrderLine> after = before.stream()
                .map(line -> line.with(changed.getOrDefault(line.number(), line.progress())))
                .toList();
        claims.move(before, after);
        List<Object[]> rows = new ArrayList<>();
        changed.forEach((number, progress) -> rows.add(new Object[] {
            progress.allocated(), progress.shipped(), order.id().value(), number
        }));
        batches.batchUpdate(LINE, rows);
        axes(order.id(), order.content().with(after));
    }

    /** Lets the axes follow the lines and the shipments. */
    void axes(OrderId id, OrderContent content) {
        boolean arrived =
                jdbc.sql(UNDER_WAY).param(id.value()).query(Integer.class).single() == 0;
        jdbc.sql(AXES)
                .params(content.allocation().name(), content.delivery(arrived).name(), id.value())
                .update();
    }
}
