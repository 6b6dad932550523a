package org.throughline.erp.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.throughline.history.ProofOfDelivery;
import org.throughline.order.DeliveryPolicy;
import org.throughline.order.Order;
import org.throughline.order.OrderEvent;
import org.throughline.order.OrderRequest;
import org.throughline.shared.AccountId;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ItemId;
import org.throughline.shared.MaxAge;
import org.throughline.shared.OrderId;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.ShipmentId;
import org.throughline.shared.Violation;

/** From the stock to the customer, on every database. */
abstract class FulfilmentContract {

    private static final By BOB = new By("Bob", null);
    private static final byte[] PDF = "%PDF-1.7 signed".getBytes(StandardCharsets.US_ASCII);

    abstract EmbeddedOrderWorld world();

    @Test
    void anOrderIsShippedInPartsAndDelivered() {
        ItemId item = world().item("10");
        Order order = world().order(null, item, "5");
        ShipmentId first = ship(order, new ShipmentWish.Part(1, new BigDecimal("2")));
        assertThat(axes(order)).isEqualTo("FULL PARTIAL");
        assertThat(world().allocated(item)).isEqualByComparingTo("3");
        assertThat(onHand(item)).isEqualByComparingTo("8");
        ShipmentId second = ship(order);
        assertThat(axes(order)).isEqualTo("FULL SHIPPED");
        assertThat(world().allocated(item)).isEqualByComparingTo("0");
        assertThat(onHand(item)).isEqualByComparingTo("5");
        world().delivery().inTransit(first, BOB);
        world().delivery().arrived(first, new Arrival(Optional.empty(), Optional.empty()), BOB);
        assertThat(axes(order)).isEqualTo("FULL SHIPPED");
        world().delivery().arrived(second, new Arrival(Optional.empty(), Optional.empty()), BOB);
        assertThat(axes(order)).isEqualTo("FULL DELIVERED");
        Order now = now(order);
        assertThat(now.timeLine().stream()
                        .skip(2)
                        .map(event -> event.kind() + " " + event.actor() + " " + event.text()))
                .containsExactly(
                        "SHIPPED Bob " + first.value(),
                        "SHIPPED Bob " + second.value(),
                        "DELIVERED Bob " + first.value(),
                        "DELIVERED Bob " + second.value());
        assertThat(now.version()).isEqualTo(order.version() + 4);
        assertThat(actions(order.id().value())).containsExactly("CREATE", "SHIP", "SHIP", "DELIVER", "DELIVER");
        assertThat(actions(first.value())).containsExactly("SHIP", "TRANSIT", "DELIVER");
    }

    @Test
    void onlyWhatIsAllocatedIsShippedAndEverythingThatIsWrongIsSaidAtOnce() {
        ItemId scarce = world().item("3");
        Order order = world().order(
                        world().account(null),
                        DeliveryPolicy.PARTIAL,
                        line(scarce, "5", "EA"),
                        line(world().item("100"), "2", "BOX"));
        ServiceFault fault = fault(() -> world().shipping()
                .ship(
                        order.id(),
                        new ShipmentWish(
                                List.of(
                                        new ShipmentWish.Part(1, new BigDecimal("4")),
                                        new ShipmentWish.Part(2, new BigDecimal("0.5")),
                                        new ShipmentWish.Part(2, BigDecimal.ONE),
                                        new ShipmentWish.Part(3, BigDecimal.ONE)),
                                null,
                                null,
                                "javascript:alert(1)"),
                        Optional.empty(),
                        BOB));
        assertThat(fault.violations())
                .extracting(Violation::path)
                .containsExactlyInAnyOrder(
                        "lines[0].quantity", "lines[1].quantity", "lines[2].line", "lines[3].line", "trackingUrl");
        assertThat(fault.violations())
                .filteredOn(violation -> violation.path().equals("lines[0].quantity"))
                .allSatisfy(violation -> assertThat(violation.remedy().limit()).isEqualByComparingTo("3"));
        assertThat(now(order)).isEqualTo(order);
        assertThat(onHand(scarce)).isEqualByComparingTo("3");
    }

    @Test
    void anOrderOnHoldIsNotShippedAndAFormerVersionNeither() {
        Order held = world().order("1.00", world().item("10"), "5");
        assertThat(fault(() -> ship(held)).code()).isEqualTo(ErrorCode.WRONG_STATE);
        Order order = world().order(null, world().item("10"), "5");
        assertThat(fault(() -> world().shipping().ship(order.id(), everything(), Optional.of(9), BOB))
                        .code())
                .isEqualTo(ErrorCode.VERSION_CONFLICT);
    }

    @Test
    void anOrderThatIsDeliveredCompletelyWaitsForItsLastLine() {
        ItemId scarce = world().item("3");
        Order order = world().order(
                        world().account(null),
                        DeliveryPolicy.COMPLETE,
                        line(world().item("10"), "1", "EA"),
                        line(scarce, "5", "EA"));
        assertThat(world().allocated(scarce)).as("it collects").isEqualByComparingTo("3");
        assertThat(fault(() -> ship(order)).code()).isEqualTo(ErrorCode.WRONG_STATE);
        receive(scarce, "2");
        assertThat(fault(() -> ship(order, new ShipmentWish.Part(1, null))).code())
                .isEqualTo(ErrorCode.WRONG_STATE);
        ship(order);
        assertThat(axes(order)).isEqualTo("FULL SHIPPED");
    }

    @Test
    void whatComesInGoesToWhoNeedsItFirstAndThenToWhoOrderedFirst() {
        ItemId item = world().item("0");
        LocalDate today = LocalDate.now(world().clock());
        Order later = waiting(item, "2", today.plusDays(9));
        Order first = waiting(item, "2", null);
        Order second = waiting(item, "2", null);
        Order held = waiting(item, "2", null);
        world().decisions().hold(held.id(), Optional.empty(), new By("Ann", "no"));
        List<OrderAllocation.Change> changes = receive(item, "5");
        assertThat(changes.stream().map(change -> change.order().value() + " " + change))
                .containsExactly(
                        first.id().value() + " line 1: 2 EA",
                        second.id().value() + " line 1: 2 EA",
                        later.id().value() + " line 1: 1 EA");
        assertThat(axes(later)).isEqualTo("PARTIAL NONE");
        assertThat(axes(held)).isEqualTo("NONE NONE");
        assertThat(last(first)).isEqualTo("ALLOCATED Bob line 1: 2 EA");
        world().decisions().reject(held.id(), Optional.empty(), new By("Ann", "no"));
        assertThat(receive(item, "5")).hasSize(1);
        assertThat(world().allocated(item)).isEqualByComparingTo("6");
    }

    @Test
    void whatARejectedOrderGivesBackGoesToWhoWaits() {
        ItemId item = world().item("4");
        Order rejected = world().order(null, item, "4");
        Order waiting = world().order(null, item, "3");
        world().decisions().hold(rejected.id(), Optional.empty(), new By("Ann", "no"));
        world().decisions().reject(rejected.id(), Optional.empty(), new By("Ann", "no"));
        assertThat(now(waiting).content().lines().get(0).progress().allocated()).isEqualByComparingTo("3");
    }

    @Test
    void anOrderThatIsReleasedGetsWhatThereIs() {
        ItemId item = world().item("0");
        Order held = world().order("1.00", item, "4");
        receive(item, "3");
        assertThat(axes(held)).isEqualTo("NONE NONE");
        world().decisions().approve(held.id(), Optional.empty(), new By("Ann", "yes"));
        assertThat(axes(held)).isEqualTo("PARTIAL NONE");
        assertThat(world().allocated(item)).isEqualByComparingTo("3");
    }

    @Test
    void whatIsMissingInTheStockIsTakenBackFromWhoNeedsItLast() {
        ItemId item = world().item("10");
        Order first = world().order(null, item, "6");
        Order last = world().order(null, item, "4");
        assertThat(world().stockRoom().adjust(goods(item, "-5"), new By("Bob", "broken")))
                .extracting(OrderAllocation.Change::toString)
                .containsExactly("line 1: -4 EA", "line 1: -1 EA");
        assertThat(axes(last)).isEqualTo("NONE NONE");
        assertThat(axes(first)).isEqualTo("PARTIAL NONE");
        assertThat(world().allocated(item)).isEqualByComparingTo("5");
        assertThat(onHand(item)).isEqualByComparingTo("5");
    }

    @Test
    void boxesAreAllocatedWhole() {
        ItemId item = world().item("0");
        Order order = world().order(world().account(null), DeliveryPolicy.PARTIAL, line(item, "3", "BOX"));
        receive(item, "25");
        assertThat(now(order).content().lines().get(0).progress().allocated()).isEqualByComparingTo("2");
        assertThat(world().allocated(item)).isEqualByComparingTo("20");
        ship(order);
        assertThat(onHand(item)).isEqualByComparingTo("5");
    }

    @Test
    void whatIsExpectedIsAllocatedButNotShippedBeforeItIsThere() {
        ItemId item = world().item("1");
        Order order = world().order(null, item, "4");
        world().stockRoom()
                .expect(goods(item, "10"), LocalDate.now(world().clock()).plusDays(3), BOB);
        assertThat(axes(order)).isEqualTo("FULL NONE");
        ServiceFault early = fault(() -> ship(order));
        assertThat(early.code()).isEqualTo(ErrorCode.INSUFFICIENT_STOCK);
        assertThat(early.violations().get(0).remedy().limit()).isEqualByComparingTo("1");
        StockRoom.Supply supply = world().stockRoom().supplies(item.value()).get(0);
        world().stockRoom().receive(goods(item, "4"), Optional.of(supply.id()), BOB);
        assertThat(world().stockRoom().supplies(item.value()).get(0).quantity()).isEqualByComparingTo("6");
        ship(order);
        world().stockRoom().receive(goods(item, "7"), Optional.of(supply.id()), BOB);
        assertThat(world().stockRoom().supplies(item.value())).isEmpty();
        assertThat(onHand(item)).isEqualByComparingTo("8");
    }

    @Test
    void servicesStandOnTheShipmentAndMoveNothing() {
        ItemId service = world().service();
        Order order = world().order(null, service, "2");
        assertThat(axes(order)).isEqualTo("FULL NONE");
        ship(order, new ShipmentWish.Part(1, BigDecimal.ONE));
        ship(order);
        assertThat(axes(order)).isEqualTo("FULL SHIPPED");
        assertThat(count("stock_movement where item_id = '" + service.value() + "'"))
                .isZero();
    }

    @Test
    void aServiceThatNoWarehouseGivesIsAllocatedAllTheSame() {
        Order order = world().order(null, world().service(), "2");
        world().database()
                .erp()
                .sql("update sales_order_line set warehouse_id = null, allocated = 0 where order_id = ?")
                .param(order.id().value())
                .update();
        assertThat(world().allocation().allocate(order.id(), BOB)).hasSize(1);
        ship(order);
        assertThat(axes(order)).isEqualTo("FULL SHIPPED");
    }

    @Test
    void aProofOfDeliveryIsKeptAsItWasSigned() {
        Order order = world().order(null, world().item("10"), "5");
        ShipmentId shipment = ship(order);
        world().delivery().arrived(shipment, new Arrival(Optional.empty(), Optional.of(proof("application/pdf"))), BOB);
        ProofOfDelivery kept =
                world().shipments().proofOfDelivery(shipment, MaxAge.LIVE).value();
        assertThat(kept.signedBy()).isEqualTo("Carol Receiver");
        assertThat(kept.signedAt()).isEqualTo(world().clock().instant());
        assertThat(kept.place()).isEqualTo("Gate 3");
        assertThat(kept.document().content()).isEqualTo(PDF);
        assertThat(axes(order)).isEqualTo("FULL DELIVERED");
        assertThat(fault(() -> world().delivery()
                                .arrived(shipment, new Arrival(Optional.empty(), Optional.empty()), BOB))
                        .code())
                .isEqualTo(ErrorCode.WRONG_STATE);
        assertThat(fault(() -> world().delivery().inTransit(shipment, BOB)).code())
                .isEqualTo(ErrorCode.WRONG_STATE);
    }

    @Test
    void aProofThatCannotBeRightIsRefusedAndTheShipmentIsStillOnItsWay() {
        Order order = world().order(null, world().item("10"), "5");
        ShipmentId shipment = ship(order);
        Arrival.Proof wrong =
                new Arrival.Proof("Carol", world().clock().instant().plusSeconds(60), null, "image/png", PDF, "00");
        Arrival early = new Arrival(Optional.of(LocalDate.of(2020, 1, 1)), Optional.of(wrong));
        assertThat(fault(() -> world().delivery().arrived(shipment, early, BOB)).violations())
                .extracting(Violation::path)
                .containsExactlyInAnyOrder(
                        "deliveredOn", "proof.signedAt", "proof.document.content", "proof.document.sha256");
        assertThat(fault(() -> world().delivery()
                                .arrived(shipment, new Arrival(Optional.empty(), Optional.of(proof("text/html"))), BOB))
                        .violations())
                .extracting(Violation::path)
                .containsExactly("proof.document.mediaType");
        assertThat(axes(order)).isEqualTo("FULL SHIPPED");
        assertThat(count("proof_of_delivery where shipment_id = '" + shipment.value() + "'"))
                .isZero();
        assertThat(fault(() -> world().delivery().inTransit(new ShipmentId("main", "SH-0"), BOB))
                        .code())
                .isEqualTo(ErrorCode.SHIPMENT_NOT_FOUND);
    }

    @Test
    void stockThatCannotBeIsRefused() {
        StockRoom room = world().stockRoom();
        ItemId item = world().item("3");
        assertThat(paths(() -> room.receive(
                        new StockRoom.Goods("nothing", "nowhere", new BigDecimal("-1")), Optional.empty(), BOB)))
                .containsExactlyInAnyOrder("warehouse", "item", "quantity");
        assertThat(paths(() -> room.receive(goods(item, "1.5"), Optional.empty(), BOB)))
                .containsExactly("quantity");
        assertThat(paths(() -> room.receive(goods(item, "1"), Optional.of(0L), BOB)))
                .containsExactly("supply");
        assertThat(paths(() -> room.adjust(goods(item, "-4"), BOB))).containsExactly("quantity");
        assertThat(paths(() -> room.adjust(goods(item, "0"), BOB))).containsExactly("quantity");
        assertThat(paths(() -> room.expect(goods(item, "1"), LocalDate.of(2020, 1, 1), BOB)))
                .containsExactly("expectedOn");
        assertThat(paths(() -> room.receive(goods(world().service(), "1"), Optional.empty(), BOB)))
                .containsExactly("item");
        assertThat(onHand(item)).isEqualByComparingTo("3");
        assertThat(actions(item.value())).isEmpty();
    }

    @Test
    void oneOfTwoWhoShipTheSameLinesAtOnceWins() throws Exception {
        ItemId item = world().item("10");
        Order order = world().order(null, item, "8");
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> attempts = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                attempts.add(() -> shipped(order));
            }
            int shipped = 0;
            for (Future<Boolean> outcome : pool.invokeAll(attempts, 120, TimeUnit.SECONDS)) {
                shipped += outcome.get() ? 1 : 0;
            }
            assertThat(shipped).isEqualTo(1);
        } finally {
            pool.shutdownNow();
        }
        assertThat(onHand(item)).isEqualByComparingTo("2");
        assertThat(count("shipment where order_id = '" + order.id().value() + "'"))
                .isEqualTo(1);
    }

    @Test
    void whatFollowsAShipmentBelongsToIt() {
        ItemId item = world().item("10");
        Order order = world().order(null, item, "8");
        OrderFollowUp broken = new OrderFollowUp() {
            @Override
            public void shipped(OrderId id, By by) {
                throw new IllegalStateException("no invoice");
            }
        };
        assertThat(catchThrowableOfType(IllegalStateException.class, () -> world().shipping(broken)
                        .ship(order.id(), everything(), Optional.empty(), BOB)))
                .isNotNull();
        assertThat(now(order)).isEqualTo(order);
        assertThat(onHand(item)).isEqualByComparingTo("10");
        assertThat(count("shipment where order_id = '" + order.id().value() + "'"))
                .isZero();
    }

    private boolean shipped(Order order) {
        try {
            ship(order);
            return true;
        } catch (ServiceFault nothingLeft) {
            assertThat(nothingLeft.code()).isEqualTo(ErrorCode.WRONG_STATE);
            return false;
        }
    }

    private Order waiting(ItemId item, String quantity, LocalDate required) {
        AccountId account = world().account(null);
        return world().order(
                        account,
                        DeliveryPolicy.PARTIAL,
                        new OrderRequest.Line(item, new BigDecimal(quantity), "EA", required, null));
    }

    private static OrderRequest.Line line(ItemId item, String quantity, String unit) {
        return new OrderRequest.Line(item, new BigDecimal(quantity), unit, null, null);
    }

    private ShipmentId ship(Order order, ShipmentWish.Part... parts) {
        ShipmentWish wish = new ShipmentWish(List.of(parts), "Carrier", "C1", "https://carrier.example/C1");
        return world().shipping().ship(order.id(), wish, Optional.empty(), BOB);
    }

    private static ShipmentWish everything() {
        return new ShipmentWish(List.of(), null, null, null);
    }

    private List<OrderAllocation.Change> receive(ItemId item, String quantity) {
        return world().stockRoom().receive(goods(item, quantity), Optional.empty(), BOB);
    }

    private static StockRoom.Goods goods(ItemId item, String quantity) {
        return new StockRoom.Goods(item.value(), "LON", new BigDecimal(quantity));
    }

    private Arrival.Proof proof(String mediaType) {
        return new Arrival.Proof("Carol Receiver", world().clock().instant(), "Gate 3", mediaType, PDF, null);
    }

    private Order now(Order order) {
        return world().decisions().get(order.id());
    }

    private String axes(Order order) {
        var status = now(order).status();
        return status.allocation() + " " + status.delivery();
    }

    private String last(Order order) {
        List<OrderEvent> events = now(order).timeLine();
        OrderEvent last = events.get(events.size() - 1);
        return last.kind() + " " + last.actor() + " " + last.text();
    }

    private BigDecimal onHand(ItemId item) {
        return world().database()
                .erp()
                .sql("select on_hand from stock_level where item_id = ?")
                .param(item.value())
                .query(BigDecimal.class)
                .single();
    }

    private int count(String from) {
        return world().database()
                .erp()
                .sql("select count(*) from " + from)
                .query(Integer.class)
                .single();
    }

    private List<String> actions(String document) {
        return world().trail().of(document).stream().map(AuditEntry::action).toList();
    }

    private static List<String> paths(ThrowingCallable call) {
        return fault(call).violations().stream().map(Violation::path).toList();
    }

    private static ServiceFault fault(ThrowingCallable call) {
        ServiceFault fault = catchThrowableOfType(ServiceFault.class, call);
        assertThat(fault).as("a fault").isNotNull();
        return fault;
    }
}
