package org.throughline.erp.embedded;

import static java.util.stream.Collectors.toMap;

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
import org.throughline.order.DeliveryPolicy;
import org.throughline.order.HoldReason;
import org.throughline.order.Order;
import org.throughline.order.OrderChange;
import org.throughline.order.OrderLine;
import org.throughline.order.OrderRequest;
import org.throughline.shared.AccountId;
import org.throughline.shared.ItemId;
import org.throughline.shared.OrderId;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.ShipmentId;

/** Somebody in the back office who does whatever comes into his mind. */
final class BackOfficeWalker {

    private static final By WALKER = new By("Walker", "because");

    private final EmbeddedOrderWorld world;
    private final Random random;
    private final List<ItemId> items;
    private final List<AccountId> accounts;
    private final List<Function<By, String>> steps = List.of(
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
            this::amend,
            this::amend,
            this::allocate,
            this::run,
            this::ship,
            this::ship,
            this::shipAll,
            this::shipAll,
            this::transit,
            this::deliver,
            this::deliver);
    private Map<OrderId, Order> orders;

    BackOfficeWalker(EmbeddedOrderWorld world, long seed, List<ItemId> items, List<AccountId> accounts) {
        this.world = world;
        this.random = new Random(seed);
        this.items = items;
        this.accounts = accounts;
    }

    /** What was done; refused is what the back office said no to. */
    record Step(String what, boolean refused) {}

    Step step() {
        orders = orders(world);
        int chosen = orders.isEmpty() ? 0 : random.nextInt(steps.size());
        try {
            return new Step(steps.get(chosen).apply(WALKER), false);
        } catch (ServiceFault fault) {
            return new Step(fault.violations() + " to step " + chosen, true);
        }
    }

    static Map<OrderId, Order> orders(EmbeddedOrderWorld world) {
        var jdbc = world.database().erp();
        return new OrderReader(jdbc, "main")
                .read(jdbc.sql(OrderHeads.SELECT + " where kind = 'ORDER'")).stream()
                        .collect(toMap(Order::id, Function.identity()));
    }

    private String order(By by) {
        OrderRequest.Line[] lines = new OrderRequest.Line[1 + random.nextInt(3)];
        for (int i = 0; i < lines.length; i++) {
            LocalDate required =
                    random.nextBoolean() ? null : LocalDate.now(world.clock()).plusDays(random.nextInt(20));
            lines[i] = new OrderRequest.Line(
                    any(items), quantity(6), random.nextInt(4) == 0 ? "BOX" : "EA", required, null);
        }
        DeliveryPolicy policy = random.nextInt(4) == 0 ? DeliveryPolicy.COMPLETE : DeliveryPolicy.PARTIAL;
        return "order " + world.order(any(accounts), policy, lines).id();
    }

    private String receive(By by) {
        ItemId item = any(items);
        List<StockRoom.Supply> supplies = world.stockRoom().supplies(item.value());
        Optional<Long> supply = supplies.isEmpty() || random.nextBoolean()
                ? Optional.empty()
                : Optional.of(any(supplies).id());
        return "receive " + world.stockRoom().receive(goods(item, quantity(25)), supply, by);
    }

    private String expect(By by) {
        LocalDate day = LocalDate.now(world.clock()).plusDays(random.nextInt(10));
        return "expect " + world.stockRoom().expect(goods(any(items), quantity(20)), day, by);
    }

    private String adjust(By by) {
        BigDecimal quantity = quantity(8).multiply(BigDecimal.valueOf(random.nextInt(3) == 0 ? 1 : -1));
        return "adjust " + world.stockRoom().adjust(goods(any(items), quantity), by);
    }

    private String hold(By by) {
        return "hold "
                + world.decisions().hold(anyOrder(), Optional.empty(), by).id();
    }

    private String release(By by) {
        HoldReason reason = random.nextBoolean() ? HoldReason.CREDIT : HoldReason.MANUAL;
        return "release "
                + world.decisions()
                        .release(anyOrder(), reason, Optional.empty(), by)
                        .id();
    }

    private String approve(By by) {
        return "approve "
                + world.decisions().approve(anyOrder(), Optional.empty(), by).id();
    }

    private String reject(By by) {
        return "reject "
                + world.decisions().reject(anyOrder(), Optional.empty(), by).id();
    }

    private String amend(By by) {
        Order order = orders.get(anyOrder());
        int line = any(order.content().lines()).number();
        Order amended =
                switch (random.nextInt(3)) {
                    case 0 -> world.amend(order, Map.of(line, quantity(8)), List.of());
                    case 1 -> world.amend(order, Map.of(), List.of(line));
                    default ->
                        world.amend(
                                order,
                                Map.of(),
                                List.of(),
                                new OrderRequest.Line(any(items), quantity(6), "EA", null, null));
                };
        return "amend " + amended.id();
    }

    private String cancel(By by) {
        OrderId order = anyOrder();
        OrderChange change = new OrderChange(
                order, orders.get(order).version(), UUID.randomUUID().toString(), OrderChange.Kind.CANCELLATION);
        return "cancel " + world.orders().cancel(change).id();
    }

    private String allocate(By by) {
        return "allocate " + world.allocation().allocate(anyOrder(), by);
    }

    private String run(By by) {
        return "run " + world.allocation().run(by);
    }

    private String ship(By by) {
        Order order = orders.get(anyOrder());
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
        return world.shipping().ship(order, new ShipmentWish(parts, null, null, null), Optional.empty(), by);
    }

    private String transit(By by) {
        ShipmentId shipment = anyShipment();
        world.delivery().inTransit(shipment, by);
        return "transit " + shipment;
    }

    private String deliver(By by) {
        ShipmentId shipment = anyShipment();
        world.delivery().arrived(shipment, new Arrival(Optional.empty(), Optional.empty()), by);
        return "deliver " + shipment;
    }

    private OrderId anyOrder() {
        return any(orders.keySet().stream()
                .sorted(Comparator.comparing(OrderId::value))
                .toList());
    }

    private ShipmentId anyShipment() {
        List<String> ids = world.database()
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
}
