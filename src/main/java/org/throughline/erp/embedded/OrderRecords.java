package org.throughline.erp.embedded;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.database.UtcTimestamp;
import org.throughline.order.Order;
import org.throughline.order.OrderEvent;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.OrderId;
import org.throughline.shared.ServiceFault;

/**
 * Single orders, for those who change them: read, locked, and what every change leaves behind. For use within a
 * transaction.
 */
final class OrderRecords {

    private static final String ONE = OrderHeads.SELECT + " where id = ? and kind = 'ORDER'";
    private static final String LOCK = "update sales_order set version = version where id = ? and kind = 'ORDER'";
    private static final String RAISE_VERSION =
            "update sales_order set version = version + 1, changed_at = ? where id = ?";

    private final JdbcClient jdbc;
    private final OrderReader reader;
    private final OrderWriter writer;
    private final Audit audit;

    OrderRecords(JdbcClient jdbc, DataSource dataSource, String dataset) {
        this.jdbc = jdbc;
        this.reader = new OrderReader(jdbc, dataset);
        this.writer = new OrderWriter(dataSource);
        this.audit = new Audit(jdbc);
    }

    Optional<Order> find(OrderId id) {
        return reader.read(jdbc.sql(ONE).param(id.value())).stream().findFirst();
    }

    /** @throws ServiceFault ORDER_NOT_FOUND at order */
    Order get(OrderId id) {
        return find(id).orElseThrow(() -> new ServiceFault(ErrorCode.ORDER_NOT_FOUND.at("order")));
    }

    /**
     * The order as it stands when its account and it are locked.
     *
     * @throws ServiceFault ORDER_NOT_FOUND at order
     */
    Order locked(OrderId id) {
        AccountLock.take(jdbc, get(id).content().account());
        jdbc.sql(LOCK).param(id.value()).update();
        return get(id);
    }

    /**
     * As {@link #locked(OrderId)}.
     *
     * @param version that the order must have; empty for any
     * @throws ServiceFault VERSION_CONFLICT at version as well
     */
    Order locked(OrderId id, Optional<Integer> version) {
        Order order = locked(id);
        if (version.isPresent() && version.get() != order.version()) {
            throw new ServiceFault(ErrorCode.VERSION_CONFLICT.at("version"));
        }
        return order;
    }

    /** Raises the order's version: once for each transaction that changes it. */
    void raiseVersion(OrderId id, Instant at) {
        jdbc.sql(RAISE_VERSION).params(UtcTimestamp.of(at), id.value()).update();
    }

    /**
     * Adds to the order's time line and to the audit trail.
     *
     * @param action for the audit trail, in upper case
     * @param text of the time line, and the detail of the audit trail unless it is why; null when the kind says it all
     */
    void happened(OrderId id, OrderEvent.Kind kind, By by, String action, String text, Instant at) {
        writer.event(id.value(), kind, by.who(), text, at);
        String detail = Objects.equals(text, by.why()) ? null : text;
        audit.write(by, at, action, Audit.Kind.ORDER, id.value(), detail);
    }
}
