package org.throughline.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.throughline.shared.AccountId;
import org.throughline.shared.CustomerRef;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ItemId;
import org.throughline.shared.MaxAge;
import org.throughline.shared.OrderId;
import org.throughline.shared.PostalAddress;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.Violation;

/** What every ERP does when orders are amended and cancelled. */
public abstract class ChangesContract {

    protected abstract OrderWorld world();

    // Amending

    @Test
    void quantitiesLinesAndHeadChangeTogether() {
        ItemId bolt = world().item("100");
        ItemId nut = world().item("100");
        ItemId screw = world().item("100");
        Order order = place(wanted(world().account(null)).line(bolt, "5", "EA").line(nut, "3", "EA"));

        Order amended = amend(new Change(order)
                .quantity(1, "7")
                .add(screw, "2")
                .remove(2)
                .customerReference("PO-2")
                .required(LocalDate.of(2026, 12, 24)));

        OrderContent content = amended.content();
        assertThat(content.lines())
                .extracting(
                        OrderLine::number,
                        OrderLine::item,
                        line -> line.quantity().value().intValueExact(),
                        line -> line.progress().allocated().intValueExact())
                .containsExactly(tuple(1, bolt, 7, 7), tuple(3, screw, 2, 2));
        assertThat(content.customerReference()).isEqualTo("PO-2");
        assertThat(content.requiredDate()).isEqualTo(LocalDate.of(2026, 12, 24));
        assertThat(content.totals().gross()).isEqualByComparingTo("108.00");
        assertThat(content.orderDate()).isEqualTo(order.content().orderDate());
        assertThat(amended.version()).isEqualTo(order.version() + 1);
        assertThat(amended.timeLine()).extracting(OrderEvent::kind).contains(OrderEvent.Kind.AMENDED);
        assertThat(List.of(world().allocated(bolt), world().allocated(nut), world().allocated(screw)))
                .extracting(BigDecimal::intValueExact)
                .containsExactly(7, 0, 2);
        assertThat(read(order.id())).isEqualTo(amended);
    }

    @Test
    void aLineThatStaysKeepsItsPriceAndAChangedOneHasThatOfTheOrdersDay() {
        ItemId kept = world().item("100");
        ItemId changed = world().item("100");
        Order order = place(wanted(world().account(null)).line(kept, "1", "EA").line(changed, "1", "EA"));
        world().price(kept, "11.00");
        world().price(changed, "12.00");

        List<OrderLine> lines =
                amend(new Change(order).quantity(2, "2")).content().lines();

        assertThat(lines.get(0).price().unitPrice()).isEqualByComparingTo("10.00");
        assertThat(lines.get(0).price().net()).isEqualByComparingTo("10.00");
        assertThat(lines.get(1).price().unitPrice()).isEqualByComparingTo("12.00");
        assertThat(lines.get(1).price().net()).isEqualByComparingTo("24.00");
    }

    @Test
    void anAgreedPriceStaysUntilAnotherIsAgreedOn() {
        ItemId item = world().item("100");
        Order order = place(wanted(world().account(null)).agreed(item, "2", "8.00", "By phone"));

        Order more = amend(new Change(order).quantity(1, "3"));
        LinePrice price = more.content().lines().get(0).price();
        assertThat(price.net()).isEqualByComparingTo("24.00");
        assertThat(price.overrideReason()).isEqualTo("By phone");

        Order cheaper = amend(new Change(more).agreed(1, "7.00", "By letter"));
        price = cheaper.content().lines().get(0).price();
        assertThat(price.net()).isEqualByComparingTo("21.00");
        assertThat(price.overrideReason()).isEqualTo("By letter");
    }

    @Test
    void whatWasShippedStaysAndBoundsTheQuantity() {
        ItemId item = world().item("100");
        Order order = shipped(place(wanted(world().account(null)).line(item, "10", "EA")), "4");
        world().price(item, "99.00");

        assertThat(violations(() -> amend(new Change(order).quantity(1, "3"))))
                .extracting(
                        Violation::code,
                        Violation::path,
                        violation -> violation.remedy().limit().intValueExact())
                .containsExactly(tuple(ErrorCode.QUANTITY_BELOW_SHIPPED, "line[0].quantity", 4));

        Order reduced = amend(new Change(order).quantity(1, "6"));
        OrderLine line = reduced.content().lines().get(0);
        assertThat(line.progress().shipped()).isEqualByComparingTo("4");
        assertThat(line.progress().allocated()).isEqualByComparingTo("2");
        assertThat(line.price().unitPrice()).isEqualByComparingTo("10.00");
        assertThat(world().allocated(item)).isEqualByComparingTo("2");
        assertThat(reduced.status().delivery()).isEqualTo(Delivery.PARTIAL);
    }

    @Test
    void everythingThatIsAgainstAnAmendmentIsSaidAtOnceWithWhatCanBeDoneStill() {
        ItemId item = world().item("100");
        Order order = shipped(
                place(wanted(world().account(null)).line(item, "10", "EA").line(item, "1", "EA")), "4");
        PostalAddress elsewhere = new PostalAddress("X", "1 Low St", null, "York", null, "YO1", "GB");

        List<Violation> found = violations(() -> amend(new Change(order)
                .shipTo(elsewhere)
                .quantity(1, "3")
                .quantity(7, "1")
                .remove(1)
                .add(new ItemId("NOTHING"), "1")
                .required(LocalDate.of(2020, 1, 1))));

        assertThat(found)
                .extracting(Violation::code, Violation::path)
                .containsExactlyInAnyOrder(
                        tuple(ErrorCode.ORDER_NOT_AMENDABLE, "shipTo"),
                        tuple(ErrorCode.QUANTITY_BELOW_SHIPPED, "line[0].quantity"),
                        tuple(ErrorCode.LINE_NOT_FOUND, "line[1].number"),
                        tuple(ErrorCode.INVALID_VALUE, "removedLine[0]"),
                        tuple(ErrorCode.QUANTITY_BELOW_SHIPPED, "removedLine[0]"),
                        tuple(ErrorCode.ITEM_NOT_FOUND, "addedLine[0].item"),
                        tuple(ErrorCode.INVALID_VALUE, "requiredDate"));
        assertThat(remedy(found, "removedLine[0]", ErrorCode.QUANTITY_BELOW_SHIPPED))
                .containsExactly("2");
        assertThat(remedy(found, "line[1].number", ErrorCode.LINE_NOT_FOUND)).containsExactly("1", "2");
        assertThat(read(order.id())).isEqualTo(order);
    }

    @Test
    void otherTotalsThanExpectedAreRefused() {
        Order order = place(wanted(world().account(null)).line(world().item("100"), "10", "EA"));

        assertThat(violations(() -> amend(new Change(order).quantity(1, "2").expected("30.00"))))
                .extracting(Violation::code, Violation::path)
                .containsExactly(tuple(ErrorCode.TOTAL_MISMATCH, "expected.gross"));
        assertThat(read(order.id())).isEqualTo(order);
    }

    @Test
    void creditIsDecidedAnewAndTheOrderItselfDoesNotCount() {
        AccountId account = world().account("100.00");
        Order order = place(wanted(account).line(world().item("100"), "5", "EA"));

        Order fits = amend(new Change(order).quantity(1, "8"));
        assertThat(fits.isHeld()).isFalse();

        assertThat(violations(() -> amend(new Change(fits).quantity(1, "9").refuseShortages())))
                .extracting(Violation::code, Violation::path)
                .containsExactly(tuple(ErrorCode.CREDIT_EXCEEDED, "order"));

        Order held = amend(new Change(fits).quantity(1, "9"));
        assertThat(held.holds()).extracting(Hold::reason).contains(HoldReason.CREDIT);
        assertThat(held.status().approval()).isEqualTo(Approval.PENDING);

        Order again = amend(new Change(held).quantity(1, "8"));
        assertThat(again.isHeld()).isFalse();
        assertThat(again.status().approval()).isEqualTo(Approval.APPROVED);
        assertThat(again.timeLine())
                .extracting(OrderEvent::kind)
                .contains(OrderEvent.Kind.HELD, OrderEvent.Kind.RELEASED);
    }

    @Test
    void stockIsDecidedAnewAndWhatTheOrderHasIsItsOwn() {
        ItemId item = world().item("10");
        Order order = place(wanted(world().account(null)).line(item, "6", "EA"));
        place(wanted(world().account(null)).line(item, "2", "EA"));

        Order all = amend(new Change(order).quantity(1, "8").refuseShortages());
        assertThat(all.content().lines().get(0).progress().allocated()).isEqualByComparingTo("8");

        assertThat(violations(() -> amend(new Change(all).quantity(1, "9").refuseShortages())))
                .extracting(
                        Violation::code,
                        Violation::path,
                        violation -> violation.remedy().limit().intValueExact())
                .containsExactly(tuple(ErrorCode.INSUFFICIENT_STOCK, "line[0].quantity", 8));
        assertThat(world().allocated(item)).isEqualByComparingTo("10");
    }

    @Test
    void anAmendmentOfAnOlderVersionIsRefused() {
        Order order = place(wanted(world().account(null)).line(world().item("10"), "1", "EA"));
        amend(new Change(order).quantity(1, "2"));

        assertThat(violations(() -> amend(new Change(order).quantity(1, "3"))))
                .extracting(Violation::code, Violation::path)
                .containsExactly(tuple(ErrorCode.VERSION_CONFLICT, "expectedVersion"));
    }

    @Test
    void anAmendmentIsMadeOnceHoweverOftenItIsAskedFor() {
        Order order = place(wanted(world().account(null)).line(world().item("10"), "1", "EA"));
        OrderService service = service();
        RequestKey key = key();
        Amendment amendment = new Change(order).quantity(1, "2").amendment();

        Placement first = service.amend(key, amendment).value();
        Placement second = service.amend(key, amendment).value();

        assertThat(first.replayed()).isFalse();
        assertThat(second.replayed()).isTrue();
        assertThat(second.order()).isEqualTo(first.order());
        assertThat(first.order().version()).isEqualTo(2);
        assertThat(world().orders().findByChange(key.reference())).contains(first.order());
    }

    @Test
    void theErpItselfMakesAChangeOnce() {
        Order order = place(wanted(world().account(null)).line(world().item("10"), "1", "EA"));
        OrderChange change = new OrderChange(order.id(), 1, UUID.randomUUID().toString(), OrderChange.Kind.AMENDMENT);
        OrderDraft draft = new AmendmentDesk(world().sources(), world().orders(), world().clock())
                .draft(order, new Change(order).quantity(1, "2").amendment());

        Order first = world().orders().amend(change, draft, same -> same);
        Order second = world().orders().amend(change, draft, same -> same);

        assertThat(second).isEqualTo(first);
        assertThat(second.version()).isEqualTo(2);
    }

    @Test
    void ofAmendmentsThatRaceOneIsMade() throws Exception {
        ItemId item = world().item("100");
        Order order = place(wanted(world().account(null)).line(item, "1", "EA"));
        ExecutorService pool = Executors.newFixedThreadPool(6);
        try {
            List<Future<Object>> running = new ArrayList<>();
            for (int i = 2; i < 8; i++) {
                Change change = new Change(order).quantity(1, String.valueOf(i));
                running.add(pool.submit(() -> outcome(change)));
            }
            List<Object> outcomes = new ArrayList<>();
            for (Future<Object> each : running) {
                outcomes.add(each.get());
            }
            assertThat(outcomes.stream().filter(Order.class::isInstance)).hasSize(1);
            assertThat(outcomes.stream().filter(ErrorCode.VERSION_CONFLICT::equals))
                    .hasSize(5);
        } finally {
            pool.shutdownNow();
        }
        Order after = read(order.id());
        assertThat(after.version()).isEqualTo(2);
        assertThat(world().allocated(item))
                .isEqualByComparingTo(after.content().lines().get(0).quantity().value());
    }

    private Object outcome(Change change) {
        try {
            return amend(change);
        } catch (ServiceFault fault) {
            return fault.code();
        }
    }

    // Cancelling

    @Test
    void anOrderIsCancelledOnce() {
        ItemId item = world().item("10");
        Order order = place(wanted(world().account(null)).line(item, "3", "EA"));
        OrderService service = service();
        RequestKey key = key();
        Cancellation cancellation = new Cancellation(order.id(), 1, false);

        Order cancelled = service.cancel(key, cancellation).value().order();
        Placement again = service.cancel(key, cancellation).value();

        assertThat(cancelled.status().approval()).isEqualTo(Approval.CANCELLED);
        assertThat(again.replayed()).isTrue();
        assertThat(again.order()).isEqualTo(cancelled);
        assertThat(world().allocated(item)).isEqualByComparingTo("0");
        assertThat(world().orders().findByChange(key.reference())).contains(cancelled);
    }

    @Test
    void whatIsOpenOfABegunOrderIsCancelledOnlyWhenThatIsAskedFor() {
        ItemId shipped = world().item("100");
        ItemId open = world().item("100");
        Order order = shipped(
                place(wanted(world().account(null)).line(shipped, "10", "EA").line(open, "2", "EA")), "4");

        assertThat(violations(() -> service().cancel(key(), new Cancellation(order.id(), order.version(), false))))
                .extracting(Violation::code, Violation::path)
                .containsExactly(tuple(ErrorCode.ORDER_NOT_CANCELLABLE, "order"));

        Order rest = service()
                .cancel(key(), new Cancellation(order.id(), order.version(), true))
                .value()
                .order();
        assertThat(rest.content().lines()).hasSize(1);
        assertThat(rest.content().lines().get(0).quantity().value()).isEqualByComparingTo("4");
        assertThat(rest.content().totals().gross()).isEqualByComparingTo("48.00");
        assertThat(rest.status().approval()).isEqualTo(Approval.APPROVED);
        assertThat(rest.status().allocation()).isEqualTo(Progress.FULL);
        assertThat(rest.timeLine()).extracting(OrderEvent::kind).contains(OrderEvent.Kind.CANCELLED);
        assertThat(world().allocated(shipped)).isEqualByComparingTo("0");
        assertThat(world().allocated(open)).isEqualByComparingTo("0");

        assertThat(violations(() -> service().cancel(key(), new Cancellation(order.id(), rest.version(), true))))
                .extracting(Violation::code)
                .containsExactly(ErrorCode.ORDER_NOT_CANCELLABLE);
        assertThat(violations(() -> amend(new Change(rest).quantity(1, "5"))))
                .extracting(Violation::code)
                .containsExactly(ErrorCode.ORDER_NOT_AMENDABLE);
    }

    @Test
    void aCancelledOrderCannotBeAmended() {
        Order order = place(wanted(world().account(null)).line(world().item("10"), "3", "EA"));
        service().cancel(key(), new Cancellation(order.id(), 1, false));

        assertThat(violations(() -> amend(new Change(read(order.id())).quantity(1, "1"))))
                .extracting(Violation::code)
                .containsExactly(ErrorCode.ORDER_NOT_AMENDABLE);
    }

    /** Builds an amendment of an order's version. */
    private static final class Change {

        private final Order order;
        private final List<Amendment.LineChange> lines = new ArrayList<>();
        private final List<OrderRequest.Line> added = new ArrayList<>();
        private final List<Integer> removed = new ArrayList<>();
        private String customerReference;
        private LocalDate required;
        private PostalAddress shipTo;
        private boolean refuse;
        private ExpectedTotals expected;

        Change(Order order) {
            this.order = order;
        }

        Change quantity(int line, String quantity) {
            lines.add(new Amendment.LineChange(line, new BigDecimal(quantity), null, null));
            return this;
        }

        Change agreed(int line, String price, String reason) {
            lines.add(new Amendment.LineChange(line, null, null, new AgreedPrice(new BigDecimal(price), reason)));
            return this;
        }

        Change add(ItemId item, String quantity) {
            added.add(new OrderRequest.Line(item, new BigDecimal(quantity), "EA", null, null));
            return this;
        }

        Change remove(int line) {
            removed.add(line);
            return this;
        }

        Change customerReference(String reference) {
            customerReference = reference;
            return this;
        }

        Change required(LocalDate date) {
            required = date;
            return this;
        }

        Change shipTo(PostalAddress address) {
            shipTo = address;
            return this;
        }

        Change refuseShortages() {
            refuse = true;
            return this;
        }

        Change expected(String gross) {
            expected = new ExpectedTotals(null, null, new BigDecimal(gross));
            return this;
        }

        Amendment amendment() {
            return new Amendment(
                    order.id(),
                    order.version(),
                    customerReference,
                    required,
                    shipTo,
                    null,
                    refuse ? CreditPolicy.REFUSE : CreditPolicy.HOLD,
                    refuse ? StockPolicy.REFUSE : StockPolicy.BACKORDER,
                    expected,
                    lines,
                    added,
                    removed);
        }
    }

    private Order amend(Change change) {
        return service().amend(key(), change.amendment()).value().order();
    }

    private Order place(Wanted wanted) {
        return service().create(key(), wanted.request()).value().order();
    }

    private Order shipped(Order order, String quantity) {
        world().ship(order.id(), 1, quantity);
        return read(order.id());
    }

    private Order read(OrderId id) {
        return world().orders().get(id, MaxAge.LIVE).value();
    }

    private OrderService service() {
        return new OrderService(
                world().erp(),
                world().sources(),
                world().orders(),
                ledger(),
                TestOffers.sources(world().reservations(), world().clock()),
                world().clock());
    }

    private HandingOver ledger() {
        return InMemoryLedger.handingOver(world().clock());
    }

    private static RequestKey key() {
        return new RequestKey("caller", UUID.randomUUID().toString());
    }

    private static Wanted wanted(AccountId account) {
        return new Wanted().customer(new CustomerRef.ByAccount(account));
    }

    private static List<String> remedy(List<Violation> found, String path, ErrorCode code) {
        return found.stream()
                .filter(violation -> violation.path().equals(path) && violation.code() == code)
                .findFirst()
                .orElseThrow()
                .remedy()
                .allowedValues();
    }

    private static List<Violation> violations(Callable<?> call) {
        ServiceFault fault = catchThrowableOfType(ServiceFault.class, call::call);
        assertThat(fault).isNotNull();
        return fault.violations();
    }
}
