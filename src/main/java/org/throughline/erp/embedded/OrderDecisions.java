package org.throughline.erp.embedded;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.database.UtcTimestamp;
import org.throughline.order.Approval;
import org.throughline.order.Delivery;
import org.throughline.order.Hold;
import org.throughline.order.HoldReason;
import org.throughline.order.Order;
import org.throughline.order.OrderEvent;
import org.throughline.order.OrderLine;
import org.throughline.order.Progress;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.OrderId;
import org.throughline.shared.Remedy;
import org.throughline.shared.ServiceFault;

/**
 * What people decide about orders. An order with a hold waits; when its last hold is lifted, it may be worked on. A hold
 * leaves the order what is allocated to it, but it gets no more and nothing is shipped; a rejected order gives everything
 * back. Each decision is one transaction.
 *
 * <p>All methods take the version that the order must have, or empty for any, and throw ORDER_NOT_FOUND at order,
 * VERSION_CONFLICT at version, or WRONG_STATE.
 */
@Component
public final class OrderDecisions {

    private static final String INSERT_HOLD =
            "insert into sales_order_hold (order_id, reason_code, reason, since) values (?, ?, ?, ?)";
    private static final String DELETE_HOLDS = "delete from sales_order_hold where order_id = ?";
    private static final String DELETE_HOLD = DELETE_HOLDS + " and reason_code = ?";
    private static final String APPROVAL = "update sales_order set approval = ? where id = ?";
    private static final String CANCEL_LINES =
            "update sales_order_line set cancelled = true, allocated = 0 where order_id = ?";
    private static final String NOTHING_ALLOCATED = "update sales_order set allocation = 'NONE' where id = ?";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final OrderRecords records;
    private final StockClaims claims;
    private final OrderAllocation allocation;
    private final List<OrderFollowUp> followUps;

    OrderDecisions(
            @Qualifier("erp") JdbcClient jdbc,
            @Qualifier("erp") DataSource dataSource,
            @Qualifier("erp") TransactionTemplate transactions,
            OrderAllocation allocation,
            Clock clock,
            EmbeddedErp erp,
            List<OrderFollowUp> followUps) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
        this.records = new OrderRecords(jdbc, dataSource, erp.dataset());
        this.claims = new StockClaims(jdbc, dataSource);
        this.allocation = allocation;
        this.followUps = List.copyOf(followUps);
    }

    /** @throws ServiceFault ORDER_NOT_FOUND at order */
    public Order get(OrderId id) {
        return records.get(id);
    }

    /** Stops an order that something is still to be delivered of. */
    public Order hold(OrderId id, Optional<Integer> version, By by) {
        return decide(id, version, order -> {
            requireUnfinished(order);
            require(!has(order, HoldReason.MANUAL), "The order is on hold already.");
            Instant now = clock.instant();
            jdbc.sql(INSERT_HOLD)
                    .params(id.value(), HoldReason.MANUAL.name(), by.why(), UtcTimestamp.of(now))
                    .update();
            approval(id, Approval.PENDING);
            records.happened(id, OrderEvent.Kind.HELD, by, "HOLD", by.why(), now);
        });
    }

    /** Lifts one of an order's holds. */
    public Order release(OrderId id, HoldReason reason, Optional<Integer> version, By by) {
        return decide(id, version, order -> {
            if (!has(order, reason)) {
                throw new ServiceFault(ErrorCode.WRONG_STATE
                        .at("reason", "The order does not wait for this.")
                        .withRemedy(Remedy.oneOf(
                                "These are its holds.",
                                order.holds().stream()
                                        .map(hold -> hold.reason().name())
                                        .toList())));
            }
            lift(order, reason, by);
        });
    }

    /** Lifts all of an order's holds. */
    public Order approve(OrderId id, Optional<Integer> version, By by) {
        return decide(id, version, order -> {
            require(order.isHeld(), "The order is not held.");
            jdbc.sql(DELETE_HOLDS).param(id.value()).update();
            approval(id, Approval.APPROVED);
            records.happened(id, OrderEvent.Kind.APPROVED, by, "APPROVE", by.why(), clock.instant());
            goOn(id, by);
        });
    }

    /**
     * Says no to an order that waits and that nothing was shipped or invoiced of. What was allocated to it is given to
     * those that wait for it, in transactions of their own.
     */
    public Order reject(OrderId id, Optional<Integer> version, By by) {
        List<OrderLine> lines = records.get(id).content().lines();
        Order rejected = decide(id, version, order -> {
            require(order.isHeld(), "Only an order on hold can be rejected.");
            require(order.status().delivery() == Delivery.NONE, "A part of the order was shipped.");
            require(order.status().invoicing() == Progress.NONE, "A part of the order was invoiced.");
            claims.release(order.content().lines());
            jdbc.sql(CANCEL_LINES).param(id.value()).update();
            jdbc.sql(NOTHING_ALLOCATED).param(id.value()).update();
            jdbc.sql(DELETE_HOLDS).param(id.value()).update();
            approval(id, Approval.REJECTED);
            records.happened(id, OrderEvent.Kind.REJECTED, by, "REJECT", by.why(), clock.instant());
        });
        allocation.handOut(lines, by);
        return rejected;
    }

    /**
     * Lifts a hold that the order has; for use within a transaction that has locked the order, and that raises its version.
     * When it was the last one, the order goes on: it gets what stock there is for it.
     */
    void lift(Order order, HoldReason reason, By by) {
        jdbc.sql(DELETE_HOLD).params(order.id().value(), reason.name()).update();
        String text = by.why() == null ? reason.name() : reason + ": " + by.why();
        records.happened(order.id(), OrderEvent.Kind.RELEASED, by, "RELEASE", text, clock.instant());
        if (order.holds().stream().map(Hold::reason).allMatch(reason::equals)) {
            approval(order.id(), Approval.APPROVED);
            goOn(order.id(), by);
        }
    }

    private void goOn(OrderId id, By by) {
        allocation.allocate(id, by);
        followUps.forEach(follower -> follower.released(id, by));
    }

    private Order decide(OrderId id, Optional<Integer> version, Consumer<Order> decision) {
        return Undisturbed.in(transactions, () -> {
            Order order = records.locked(id, version);
            decision.accept(order);
            records.raiseVersion(id, clock.instant());
            return records.get(id);
        });
    }

    private void approval(OrderId id, Approval approval) {
        jdbc.sql(APPROVAL).params(approval.name(), id.value()).update();
    }

    private static boolean has(Order order, HoldReason reason) {
        return order.holds().stream().map(Hold::reason).anyMatch(reason::equals);
    }

    private static void requireUnfinished(Order order) {
        require(order.isAwaited(), "The order is rejected or cancelled.");
        Delivery delivery = order.status().delivery();
        require(delivery == Delivery.NONE || delivery == Delivery.PARTIAL, "Everything was shipped.");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new ServiceFault(ErrorCode.WRONG_STATE.at("order", otherwise));
        }
    }
}
