package org.throughline.erp.embedded;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.throughline.order.Approval;
import org.throughline.order.Delivery;
import org.throughline.order.DeliveryPolicy;
import org.throughline.order.HoldReason;
import org.throughline.order.Order;
import org.throughline.order.OrderChange;
import org.throughline.order.OrderLine;
import org.throughline.order.OrderRequest;
import org.throughline.order.Progress;
import org.throughline.shared.AccountId;
import org.throughline.shared.ItemId;
import org.throughline.shared.OrderId;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.ShipmentId;

/**
 * People of the back office do whatever comes into their minds; after each step everything must still fit together. On every
 * database.
 */
abstract class FulfilmentWalkContract {

    private static final int STEPS = 150;

    abstract EmbeddedOrderWorld world();

    private Random random;
    private List<ItemId> items;
    private List<AccountId> accounts;
    private Map<OrderId, Order> before;
    private int refused;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whateverPeopleDoTheBooksAgree(long seed) {
        random = new Random(seed);
        items = List.of(world().item("0"), world().item("0"), world().service());
        accounts = List.of(world().account(null), world().account(null), world().account("500.00"));
        order(new By("Walker", null));
        before = orders();
        refused = 0;
        for (int step = 0; step < STEPS; step++) {
            String what = "seed " + seed + ", step " + step + ": ";
            Counts counted = counts();
            String done = step();
            check(what + done, counted, done.endsWith("refused"));
        }
        assertThat(refused).as("most steps are taken").isLessThan(STEPS * 2 / 3);
        assertThat(before.values()).anyMatch(order -> order.status().delivery() == Delivery.DELIVERED);
    }

    private String step() {
        List<Function<By, String>> steps = List.of(
                this::order,
                this::order,
                this::receive,
                this::receive,
                this::expect,
                this::adjust,
                this::hold,
                this::release,
                this::approve,
                this::reject,
                this::cancel,
                this::allocate,
                this::run,
                this::ship,
                this::ship,
                this::shipAll,
                this::shipAll,
                this::transit,
                this::deliver,
                this::deliver);
        int chosen = random.nextInt(steps.size());
        try {
            return steps.get(chosen).apply(new By("Walker", "because"));
        } catch (ServiceFault fault) {
            refused++;
            return fault.violations() + " of step " + chosen + " refused";
        }
    }

    private String order(By by) {
        OrderRequest.Line[] lines = new OrderRequest.Line[1 + random.nextInt(3)];
        for (int i = 0; i < lines.length; i++) {
            LocalDate required =
                    random.nextBoolean() ? null : LocalDate.now(world().clock()).plusDays(random.nextInt(20));
            lines[i] = new OrderRequest.Line(
                    any(items), quantity(6), random.nextInt(4) == 0 ? "BOX" : "EA", required, null);
        }
        DeliveryPolicy policy = random.nextInt(4) == 0 ? DeliveryPolicy.COMPLETE : DeliveryPolicy.PARTIAL;
        return "order " + world().order(any(accounts), policy, lines).id();
    }

    private String receive(By by) {
        ItemId item = any(items);
        List<StockRoom.Supply> supplies = world().stockRoom().supplies(item.value());
        Optional<Long> supply = supplies.isEmpty() || random.nextBoolean()
                ? Optional.empty()
                : Optional.of(any(supplies).id());
        return "receive " + world().stockRoom().receive(goods(item, quantity(25)), supply, by);
    }

    private String expect(By by) {
        LocalDate day = LocalDate.now(world().clock()).plusDays(random.nextInt(10));
        return "expect " + world().stockRoom().expect(goods(any(items), quantity(20)), day, by);
    }

    private String adjust(By by) {
        BigDecimal quantity = quantity(8).multiply(BigDecimal.valueOf(random.nextInt(3) == 0 ? 1 : -1));
        return "adjust " + world().stockRoom().adjust(goods(any(items), quantity), by);
    }

    private String hold(By by) {
        return "hold "
                + world().decisions().hold(anyOrder(), Optional.empty(), by).id();
    }

    private String release(By by) {
        HoldReason reason = random.nextBoolean() ? HoldReason.CREDIT : HoldReason.MANUAL;
        return "release "
                + world().decisions()
                        .release(anyOrder(), reason, Optional.empty(), by)
                        .id();
    }

    private String approve(By by) {
        return "approve "
                + world().decisions().approve(anyOrder(), Optional.empty(), by).id();
    }

    private String reject(By by) {
        return "reject "
                + world().decisions().reject(anyOrder(), Optional.empty(), by).id();
    }

    private String cancel(By by) {
        OrderId order = anyOrder();
        OrderChange change = new OrderChange(
                order, before.get(order).version(), UUID.randomUUID().toString(), OrderChange.Kind.CANCELLATION);
        return "cancel " + world().orders().cancel(change).id();
    }

    private String allocate(By by) {
        return "allocate " + world().allocation().allocate(anyOrder(), by);
    }

    private String run(By by) {
        String given = "run " + world().allocation().run(by);
        for (ItemId item : items) {
            BigDecimal free = new StockBook(world().database().erp())
                    .level(place(item), world().clock().instant())
                    .free();
            assertThat(new AllocationQueue(world().database().erp()).waiting(place(item)))
                    .as(given + ": somebody waits for a piece although there are " + free)
                    .noneMatch(entry -> free.compareTo(BigDecimal.TEN) >= 0);
        }
        return given;
    }

    private String ship(By by) {
        Order order = before.get(anyOrder());
        List<ShipmentWish.Part> parts = new ArrayList<>();
        for (OrderLine line : order.content().lines()) {
            if (random.nextBoolean()) {
                parts.add(new ShipmentWish.Part(line.number(), random.nextBoolean() ? null : quantity(4)));
            }
        }
        return "ship " + ship(order.id(), parts, by);
    }

    private String shipAll(By by) {
        return "ship " + ship(anyOrder(), List.of(), by);
    }

    private ShipmentId ship(OrderId order, List<ShipmentWish.Part> parts, By by) {
        return world().shipping().ship(order, new ShipmentWish(parts, null, null, null), Optional.empty(), by);
    }

    private String transit(By by) {
        ShipmentId shipment = anyShipment();
        world().delivery().inTransit(shipment, by);
        return "transit " + shipment;
    }

    private String deliver(By by) {
        ShipmentId shipment = anyShipment();
        world().delivery().arrived(shipment, new Arrival(Optional.empty(), Optional.empty()), by);
        return "deliver " + shipment;
    }

    private OrderId anyOrder() {
        return any(before.keySet().stream()
                .sorted(Comparator.comparing(OrderId::value))
                .toList());
    }

    private ShipmentId anyShipment() {
        List<String> ids = world().database()
                .erp()
                .sql("select id from shipment order by id")
                .query(String.class)
                .list();
        return new ShipmentId("main", ids.isEmpty() ? "none" : any(ids));
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private BigDecimal quantity(int below) {
        return BigDecimal.valueOf(1 + random.nextInt(below));
    }

    private static StockRoom.Goods goods(ItemId item, BigDecimal quantity) {
        return new StockRoom.Goods(item.value(), "LON", quantity);
    }

    private static StockPlace place(ItemId item) {
        return new StockPlace(item.value(), "LON");
    }

    private void check(String what, Counts counted, boolean wasRefused) {
        Map<OrderId, Order> now = orders();
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
        return order.timeLine().stream()
                .takeWhile(event -> event.actor().equals("throughline"))
                .filter(event -> switch (event.kind()) {
                    case CREATED, HELD, ALLOCATED -> true;
                    default -> false;
                })
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

    private Map<OrderId, Order> orders() {
        var jdbc = world().database().erp();
        return new OrderReader(jdbc, "main")
                .read(jdbc.sql(OrderReader.HEAD + " where kind = 'ORDER'")).stream()
                        .collect(toMap(Order::id, Function.identity()));
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
