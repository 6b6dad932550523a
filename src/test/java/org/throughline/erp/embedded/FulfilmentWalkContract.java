package org.throughline.erp.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.throughline.order.Approval;
import org.throughline.order.Delivery;
import org.throughline.order.DeliveryPolicy;
import org.throughline.order.Order;
import org.throughline.order.OrderEvent;
import org.throughline.order.OrderLine;
import org.throughline.order.Progress;
import org.throughline.shared.AccountId;
import org.throughline.shared.ItemId;
import org.throughline.shared.OrderId;

/**
 * People of the back office do whatever comes into their minds; after each step everything must still fit together. On every
 * database.
 */
abstract class FulfilmentWalkContract {

    private static final int STEPS = 150;
    private static final int WALKERS = 6;
    private static final int STEPS_EACH = 40;

    abstract EmbeddedOrderWorld world();

    private List<ItemId> items;
    private List<AccountId> accounts;
    private Map<OrderId, Order> before;

    @BeforeEach
    void somethingToSellAndSomebodyWhoBuys() {
        items = List.of(world().item("0"), world().item("0"), world().service());
        accounts = List.of(world().account(null), world().account(null), world().account("500.00"));
        before = BackOfficeWalker.orders(world());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whateverSomebodyDoesTheBooksAgree(long seed) {
        BackOfficeWalker walker = new BackOfficeWalker(world(), seed, items, accounts);
        int refused = 0;
        for (int i = 0; i < STEPS; i++) {
            Counts counted = counts();
            BackOfficeWalker.Step step = walker.step();
            refused += step.refused() ? 1 : 0;
            check("seed " + seed + ", step " + i + ": " + step, counted, step.refused());
            if (step.what().startsWith("run")) {
                checkThatNobodyWaitsForWhatIsThere(step.what());
            }
        }
        assertThat(refused).as("most steps are taken").isLessThan(STEPS * 2 / 3);
        assertThat(before.values()).anyMatch(order -> order.status().delivery() == Delivery.DELIVERED);
    }

    @Test
    void whateverManyDoAtTheSameTimeTheBooksAgree() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(WALKERS);
        try {
            List<Callable<List<BackOfficeWalker.Step>>> walks = new ArrayList<>();
            for (int i = 0; i < WALKERS; i++) {
                BackOfficeWalker walker = new BackOfficeWalker(world(), 100 + i, items, accounts);
                walks.add(() -> Stream.generate(walker::step).limit(STEPS_EACH).toList());
            }
            List<BackOfficeWalker.Step> taken = new ArrayList<>();
            for (Future<List<BackOfficeWalker.Step>> walk : pool.invokeAll(walks, 300, TimeUnit.SECONDS)) {
                taken.addAll(walk.get());
            }
            assertThat(taken).as("nobody loses again and again").noneMatch(step -> step.what()
                    .contains("SERVICE_BUSY"));
            assertThat(taken).anyMatch(step -> step.what().startsWith("ship"));
        } finally {
            pool.shutdownNow();
        }
        before = Map.of();
        check("many at the same time", counts(), false);
    }

    private void checkThatNobodyWaitsForWhatIsThere(String what) {
        for (ItemId item : items) {
            StockPlace place = new StockPlace(item.value(), "LON");
            BigDecimal free = new StockBook(world().database().erp())
                    .level(place, world().clock().instant())
                    .free();
            assertThat(new AllocationQueue(world().database().erp()).waiting(place))
                    .as(what + ": somebody waits for a box at most, although there are " + free)
                    .noneMatch(entry -> free.compareTo(BigDecimal.TEN) >= 0);
        }
    }

    private void check(String what, Counts counted, boolean wasRefused) {
        Map<OrderId, Order> now = BackOfficeWalker.orders(world());
        if (wasRefused) {
            assertThat(now).as(what).isEqualTo(before);
            assertThat(counts()).as(what).isEqualTo(counted);
        }
        now.values().forEach(order -> checkOrder(what, order, before.get(order.id())));
        items.forEach(item -> checkStock(what, item, now));
        before = now;
    }

    private void checkOrder(String what, Order order, Order earlier) {
        String which = what + ", " + order.id();
        boolean ended = order.status().approval() == Approval.CANCELLED
                || order.status().approval() == Approval.REJECTED;
        for (OrderLine line : order.content().lines()) {
            BigDecimal shipped = line.progress().shipped();
            BigDecimal allocated = line.progress().allocated();
            assertThat(allocated).as(which).isNotNegative();
            assertThat(shipped.add(allocated))
                    .as(which)
                    .isLessThanOrEqualTo(line.quantity().value());
            assertThat(shipped).as(which).isEqualByComparingTo(onShipments(order, line));
        }
        assertThat(order.status().allocation())
                .as(which)
                .isEqualTo(ended ? Progress.NONE : order.content().allocation());
        assertThat(order.status().delivery())
                .as(which)
                .isEqualTo(order.content().delivery(allArrived(order)));
        if (!ended) {
            assertThat(order.status().approval())
                    .as(which)
                    .isEqualTo(order.isHeld() ? Approval.PENDING : Approval.APPROVED);
        }
        if (order.content().delivery() == DeliveryPolicy.COMPLETE) {
            assertThat(order.status().delivery()).as(which).isNotEqualTo(Delivery.PARTIAL);
        }
        if (earlier != null && !order.equals(earlier)) {
            assertThat(order.version()).as(which).isGreaterThan(earlier.version());
            assertThat(order.timeLine().size())
                    .as(which)
                    .isGreaterThan(earlier.timeLine().size());
        }
        assertThat(world().trail().of(order.id().value()).size())
                .as(which + ": each event after the beginning stands in the audit trail, and the creation")
                .isEqualTo(
                        1 + (int) order.timeLine().stream().skip(written(order)).count());
    }

    /** How many events came with the creation: created, held, allocated. */
    private static long written(Order order) {
        Set<OrderEvent.Kind> first =
                EnumSet.of(OrderEvent.Kind.CREATED, OrderEvent.Kind.HELD, OrderEvent.Kind.ALLOCATED);
        return order.timeLine().stream()
                .takeWhile(event -> event.actor().equals("throughline") && first.contains(event.kind()))
                .count();
    }

    private void checkStock(String what, ItemId item, Map<OrderId, Order> orders) {
        if (sum("select count(*) from stock_level where item_id = ?", item.value())
                        .signum()
                == 0) {
            assertThat(sum("select count(*) from stock_movement where item_id = ?", item.value()))
                    .as(what)
                    .isZero();
            return;
        }
        BigDecimal claimed = orders.values().stream()
                .flatMap(order -> order.content().lines().stream())
                .filter(line -> line.item().equals(item))
                .map(line -> StockClaims.toBase(line, line.progress().allocated()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum("select allocated from stock_level where item_id = ?", item.value()))
                .as(what)
                .isEqualByComparingTo(claimed);
        assertThat(sum("select on_hand from stock_level where item_id = ?", item.value()))
                .as(what)
                .isNotNegative()
                .isEqualByComparingTo(
                        sum("select coalesce(sum(quantity), 0) from stock_movement where item_id = ?", item.value()));
    }

    private BigDecimal onShipments(Order order, OrderLine line) {
        return world().database()
                .erp()
                .sql("""
                        select coalesce(sum(l.quantity), 0) from shipment s join shipment_line l on l.shipment_id = s.id
                        where s.order_id = ? and l.order_line_no = ?""")
                .params(order.id().value(), line.number())
                .query(BigDecimal.class)
                .single();
    }

    private boolean allArrived(Order order) {
        return sum(
                                "select count(*) from shipment where order_id = ? and status <> 'DELIVERED'",
                                order.id().value())
                        .signum()
                == 0;
    }

    private BigDecimal sum(String sql, String parameter) {
        return world().database()
                .erp()
                .sql(sql)
                .param(parameter)
                .query(BigDecimal.class)
                .single();
    }

    private record Counts(int audits, int movements, int shipments, int supplies) {}

    private Counts counts() {
        return new Counts(rows("audit_entry"), rows("stock_movement"), rows("shipment"), rows("supply"));
    }

    private int rows(String table) {
        return world().database()
                .erp()
                .sql("select count(*) from " + table)
                .query(Integer.class)
                .single();
    }
}
