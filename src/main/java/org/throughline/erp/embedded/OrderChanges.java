package org.throughline.erp.embedded;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.database.UtcTimestamp;
import org.throughline.order.Approval;
import org.throughline.order.Hold;
import org.throughline.order.Order;
import org.throughline.order.OrderChange;
import org.throughline.order.OrderDraft;
import org.throughline.order.OrderEvent;
import org.throughline.order.OrderLine;
import org.throughline.order.OrderStatus;
import org.throughline.order.Progress;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.OrderId;
import org.throughline.shared.Remedy;
import org.throughline.shared.ServiceFault;

/** Changes orders, each change once. For use within a transaction. */
final class OrderChanges {

    private static final String CHANGED = "select order_id from sales_order_change where reference = ?";
    private static final String NOTE = """
            insert into sales_order_change (reference, order_id, kind, version, changed_at) values (?, ?, ?, ?, ?)""";
    /** While it is decided on again, the order itself uses no credit. */
    private static final String SET_ASIDE = "update sales_order set approval = 'CANCELLED' where id = ?";

    private static final String CANCEL =
            "update sales_order set approval = 'CANCELLED', allocation = 'NONE' where id = ?";
    private static final String CANCEL_LINES =
            "update sales_order_line set cancelled = true, allocated = 0 where order_id = ?";
    private static final String DELETE_HOLDS = "delete from sales_order_hold where order_id = ?";
    private static final String ON_THE_WAY =
            "select count(*) from shipment where order_id = ? and status <> 'DELIVERED'";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final String dataset;
    private final OrderRecords records;
    private final OrderWriter writer;
    private final StockClaims claims;
    private final List<OrderFollowUp> followUps;

    OrderChanges(
            JdbcClient jdbc,
            Clock clock,
            String dataset,
            OrderRecords records,
            OrderWriter writer,
            StockClaims claims,
            List<OrderFollowUp> followUps) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.dataset = dataset;
        this.records = records;
        this.writer = writer;
        this.claims = claims;
        this.followUps = List.copyOf(followUps);
    }

    Optional<Order> find(String reference) {
        return jdbc.sql(CHANGED)
                .param(reference)
                .query(String.class)
                .optional()
                .map(id -> records.get(new OrderId(dataset, id)));
    }

    Order amend(OrderChange change, OrderDraft draft, UnaryOperator<OrderDraft> recheck) {
        Order before = records.locked(change.order());
        return find(change.reference()).orElseGet(() -> amended(before, change, draft, recheck));
    }

    Order cancel(OrderChange change) {
        Order before = records.locked(change.order());
        return find(change.reference()).orElseGet(() -> cancelled(before, change));
    }

    private Order amended(Order before, OrderChange change, OrderDraft draft, UnaryOperator<OrderDraft> recheck) {
        requireVersion(before, change);
        List<OrderLine> concerned = new ArrayList<>(before.content().lines());
        concerned.addAll(draft.content().lines());
        claims.lock(concerned);
        claims.release(before.content().lines());
        jdbc.sql(SET_ASIDE).param(before.id().value()).update();
        OrderDraft decided = recheck.apply(draft);
        Instant now = clock.instant();
        writer.replace(before.id().value(), decided, status(before.id(), decided), now);
        claims.claim(decided.content().lines());
        tell(before, change, decided, now);
        return followed(before, ReadBack.equal(noted(change, now), decided));
    }

    private Order followed(Order before, Order after) {
        if (!before.isHeld() || after.isHeld()) {
            return after;
        }
        followUps.forEach(follower -> follower.released(after.id(), By.FACADE));
        return records.get(after.id());
    }

    private Order cancelled(Order before, OrderChange change) {
        requireVersion(before, change);
        requireCancellable(before);
        Instant now = clock.instant();
        claims.release(before.content().lines());
        jdbc.sql(CANCEL).param(before.id().value()).update();
        jdbc.sql(CANCEL_LINES).param(before.id().value()).update();
        jdbc.sql(DELETE_HOLDS).param(before.id().value()).update();
        records.happened(before.id(), OrderEvent.Kind.CANCELLED, By.FACADE, "CANCEL", null, now);
        return noted(change, now);
    }

    private Order noted(OrderChange change, Instant now) {
        records.raiseVersion(change.order(), now);
        Order after = records.get(change.order());
        jdbc.sql(NOTE)
                .params(
                        change.reference(),
                        change.order().value(),
                        change.kind().name(),
                        after.version(),
                        UtcTimestamp.of(now))
                .update();
        return after;
    }

    private void tell(Order before, OrderChange change, OrderDraft decided, Instant now) {
        if (change.kind() == OrderChange.Kind.CANCELLATION) {
            records.happened(before.id(), OrderEvent.Kind.CANCELLED, By.FACADE, "CANCEL", "What was not shipped.", now);
        } else {
            records.happened(before.id(), OrderEvent.Kind.AMENDED, By.FACADE, "AMEND", totals(before, decided), now);
        }
        for (Hold hold : decided.holds()) {
            if (!before.holds().contains(hold)) {
                records.happened(before.id(), OrderEvent.Kind.HELD, By.FACADE, "HOLD", hold.text(), now);
            }
        }
        if (before.isHeld() && !decided.isHeld()) {
            records.happened(before.id(), OrderEvent.Kind.RELEASED, By.FACADE, "RELEASE", null, now);
        }
    }

    private static String totals(Order before, OrderDraft decided) {
        return "Gross total " + before.content().totals().gross().toPlainString() + ", now "
                + decided.content().totals().gross().toPlainString() + " "
                + before.content().currency().getCurrencyCode();
    }

    private OrderStatus status(OrderId id, OrderDraft decided) {
        List<OrderLine> lines = decided.content().lines();
        return new OrderStatus(
                decided.isHeld() ? Approval.PENDING : Approval.APPROVED,
                decided.content().allocation(),
                decided.content().delivery(hasArrived(id)),
                invoicing(lines));
    }

    private boolean hasArrived(OrderId id) {
        return jdbc.sql(ON_THE_WAY).param(id.value()).query(Integer.class).single() == 0;
    }

    private static Progress invoicing(List<OrderLine> lines) {
        if (lines.stream().allMatch(line -> line.progress().invoiced().signum() == 0)) {
            return Progress.NONE;
        }
        boolean all = lines.stream()
                .allMatch(line ->
                        line.progress().invoiced().compareTo(line.quantity().value()) >= 0);
        return all ? Progress.FULL : Progress.PARTIAL;
    }

    private static void requireVersion(Order order, OrderChange change) {
        if (order.version() != change.expectedVersion()) {
            throw new ServiceFault(ErrorCode.VERSION_CONFLICT.at("expectedVersion"));
        }
    }

    private static void requireCancellable(Order order) {
        if (!order.isAwaited()) {
            throw new ServiceFault(
                    ErrorCode.ORDER_NOT_CANCELLABLE.at("order", "The order is cancelled or rejected already."));
        }
        if (order.content().lines().stream().anyMatch(OrderLine::isStarted)) {
            throw new ServiceFault(ErrorCode.ORDER_NOT_CANCELLABLE
                    .at("order", "A part of the order was shipped or invoiced.")
                    .withRemedy(Remedy.of("Cancel what is open, with openRemainder; create a return for the rest.")));
        }
    }
}
