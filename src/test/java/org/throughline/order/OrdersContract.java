package org.throughline.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.throughline.shared.AccountId;
import org.throughline.shared.CustomerRef;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ItemId;
import org.throughline.shared.MaxAge;
import org.throughline.shared.OrderId;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;
import org.throughline.shared.ServiceFault;

/** What the orders of every ERP keep their word on. {@link ReservingOrdersContract} says more of some. */
public abstract class OrdersContract {

    static final int THREADS = 16;

    protected abstract OrderWorld world();

    // Creating and reading

    @Test
    void anOrderIsWrittenWithItsLinesAndReadBack() {
        AccountId account = world().account(null);
        ItemId bolt = world().item("100");
        ItemId nut = world().item("100");
        LocalDate today = LocalDate.now(world().clock());
        OrderDraft draft = draft(wanted(account)
                .customerReference("PO-1")
                .line(bolt, "2", "BOX")
                .line(nut, "8", "EA")
                .required(today.plusDays(9))
                .request());

        Order order = orders().create(newReference(), draft, sameDraft());

        assertThat(orders().get(order.id(), MaxAge.LIVE).value()).isEqualTo(order);
        OrderContent content = order.content();
        assertThat(Alterations.between(draft.content(), content)).isEmpty();
        assertThat(content.account()).isEqualTo(account);
        assertThat(content.customerReference()).isEqualTo("PO-1");
        assertThat(content.requiredDate()).isEqualTo(today.plusDays(9));
        assertThat(content.orderDate()).isEqualTo(today);
        assertThat(content.shipTo()).isEqualTo(draft.content().shipTo());
        assertThat(content.totals()).isEqualTo(draft.content().totals());
        assertThat(content.totals().gross()).isEqualByComparingTo("336.00");
        assertThat(content.taxes()).hasSize(1);
        assertThat(content.taxes().get(0).tax()).isEqualByComparingTo("56.00");
        assertThat(content.lines()).extracting(OrderLine::item).containsExactly(bolt, nut);
        assertThat(content.lines()).extracting(OrderLine::number).containsExactly(1, 2);
        assertThat(content.lines().get(0).quantity().unit()).isEqualTo("BOX");
        assertThat(content.lines().get(0).baseQuantity()).isEqualByComparingTo("20");
        assertThat(content.lines().get(0).price().net()).isEqualByComparingTo("200.00");
        assertThat(order.status().approval()).isEqualTo(Approval.APPROVED);
        assertThat(order.status().delivery()).isEqualTo(Delivery.NONE);
        assertThat(order.status().invoicing()).isEqualTo(Progress.NONE);
        assertThat(order.timeLine()).extracting(OrderEvent::kind).startsWith(OrderEvent.Kind.CREATED);
    }

    @Test
    void aLineAtAnAgreedPriceKeepsItsReason() {
        OrderRequest request = wanted(world().account(null))
                .agreed(world().item("10"), "3", "8.50", "Agreed by phone")
                .request();

        OrderLine line = place(request).content().lines().get(0);
        assertThat(line.price().unitPrice()).isEqualByComparingTo("8.50");
        assertThat(line.price().net()).isEqualByComparingTo("25.50");
        assertThat(line.price().overrideReason()).isEqualTo("Agreed by phone");
        assertThat(line.price().isOverridden()).isTrue();
    }

    @Test
    void aHeldOrderSaysWhatItWaitsFor() {
        Order order = place(wanted(world().account("5.00"))
                .line(world().item("100"), "1", "EA")
                .request());

        assertThat(order.isHeld()).isTrue();
        assertThat(order.holds()).extracting(Hold::reason).containsExactly(HoldReason.CREDIT);
        assertThat(order.status().approval()).isEqualTo(Approval.PENDING);
        assertThat(order.timeLine()).extracting(OrderEvent::kind).contains(OrderEvent.Kind.HELD);
    }

    @Test
    void anUnknownOrderIsNotFound() {
        ServiceFault fault = fault(() -> orders().get(new OrderId(dataset(), "NOTHING"), MaxAge.LIVE));
        assertThat(fault.code()).isEqualTo(ErrorCode.ORDER_NOT_FOUND);
    }

    @Test
    void anOrderIsFoundByOurReference() {
        String reference = newReference();
        assertThat(orders().findByReference(reference)).isEmpty();

        OrderDraft draft = draft(simple(world().account(null), world().item("10")));
        Order order = orders().create(reference, draft, sameDraft());
        assertThat(order.reference()).isEqualTo(reference);
        assertThat(orders().findByReference(reference)).contains(order);
    }

    @Test
    void aReferenceThatIsTakenGivesItsOrderAgain() {
        String reference = newReference();
        OrderDraft draft = draft(simple(world().account(null), world().item("10")));
        Order first = orders().create(reference, draft, sameDraft());

        assertThat(orders().create(reference, draft, sameDraft())).isEqualTo(first);
        assertThat(ids(of(draft.content().account()))).containsExactly(first.id());
    }

    @Test
    void anOrderThatIsRefusedAtLastIsNotThere() {
        String reference = newReference();
        OrderDraft draft = draft(simple(world().account(null), world().item("10")));

        ServiceFault fault = fault(() -> orders().create(reference, draft, any -> {
            throw new ServiceFault(ErrorCode.CREDIT_EXCEEDED.at("order.customer"));
        }));

        assertThat(fault.code()).isEqualTo(ErrorCode.CREDIT_EXCEEDED);
        assertThat(orders().findByReference(reference)).isEmpty();
        assertThat(ids(of(draft.content().account()))).isEmpty();
    }

    // Cancelling

    @Test
    void aCancelledOrderSaysSoAndHasANewVersion() {
        Order order = place(simple(world().account(null), world().item("10")));
        world().clock().advance(Duration.ofMinutes(5));

        Order cancelled = cancel(order.id(), order.version());

        assertThat(cancelled.status().approval()).isEqualTo(Approval.CANCELLED);
        assertThat(cancelled.version()).isGreaterThan(order.version());
        assertThat(cancelled.timeLine().get(cancelled.timeLine().size() - 1).kind())
                .isEqualTo(OrderEvent.Kind.CANCELLED);
        assertThat(orders().get(order.id(), MaxAge.LIVE).value()).isEqualTo(cancelled);
    }

    @Test
    void aHeldOrderCanBeCancelled() {
        Order order = place(wanted(world().account("5.00"))
                .line(world().item("100"), "1", "EA")
                .request());

        Order cancelled = cancel(order.id(), order.version());

        assertThat(cancelled.status().approval()).isEqualTo(Approval.CANCELLED);
        assertThat(cancelled.holds()).isEmpty();
    }

    @Test
    void aCancellationIsFoundByItsReferenceAndMadeOnce() {
        Order order = place(simple(world().account(null), world().item("10")));
        String reference = newReference();
        assertThat(orders().findByChange(reference)).isEmpty();
        OrderChange change = new OrderChange(order.id(), order.version(), reference, OrderChange.Kind.CANCELLATION);

        Order cancelled = orders().cancel(change);

        assertThat(orders().findByChange(reference)).contains(cancelled);
        assertThat(orders().cancel(change)).isEqualTo(cancelled);
    }

    @Test
    void aCancelledOrderUsesNoCredit() {
        AccountId account = world().account("12.00");
        Order order = place(strict(account, world().item("10")));
        cancel(order.id(), order.version());

        assertThat(place(strict(account, world().item("10"))).isHeld()).isFalse();
    }

    @Test
    void anotherVersionThanExpectedIsAConflict() {
        Order order = place(simple(world().account(null), world().item("10")));

        ServiceFault fault = fault(() -> cancel(order.id(), order.version() + 1));
        assertThat(fault.code()).isEqualTo(ErrorCode.VERSION_CONFLICT);
        assertThat(orders().get(order.id(), MaxAge.LIVE).value()).isEqualTo(order);
    }

    @Test
    void aCancelledOrderCannotBeCancelledAgain() {
        Order order = place(simple(world().account(null), world().item("10")));
        Order cancelled = cancel(order.id(), order.version());

        assertThat(fault(() -> cancel(order.id(), cancelled.version())).code())
                .isEqualTo(ErrorCode.ORDER_NOT_CANCELLABLE);
    }

    @Test
    void anOrderOfWhichSomethingWasShippedCannotBeCancelled() {
        Order order = place(simple(world().account(null), world().item("10")));
        world().ship(order.id(), 1, "1");
        Order shipped = orders().get(order.id(), MaxAge.LIVE).value();

        assertThat(shipped.version()).isGreaterThan(order.version());
        assertThat(shipped.status().delivery()).isNotEqualTo(Delivery.NONE);
        assertThat(fault(() -> cancel(order.id(), shipped.version())).code())
                .isEqualTo(ErrorCode.ORDER_NOT_CANCELLABLE);
    }

    @Test
    void anUnknownOrderCannotBeCancelled() {
        assertThat(fault(() -> cancel(new OrderId(dataset(), "NOTHING"), 1)).code())
                .isEqualTo(ErrorCode.ORDER_NOT_FOUND);
    }

    // Finding

    @Test
    void pagesShowEveryOrderOnceTheNewestFirst() {
        AccountId account = world().account(null);
        ItemId item = world().item("100");
        List<OrderId> placed = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            placed.add(place(simple(account, item)).id());
        }
        Collections.reverse(placed);

        List<OrderId> found = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Page<Order> page = find(of(account), new PageRequest(3, cursor));
            page.entries().forEach(order -> assertThat(order.content().lines()).hasSize(1));
            found.addAll(page.entries().stream().map(Order::id).toList());
            cursor = page.nextCursor();
        } while (cursor.isPresent());
        assertThat(found).isEqualTo(placed);
    }

    @Test
    void aPageThatIsJustFullIsTheLastOne() {
        AccountId account = world().account(null);
        place(simple(account, world().item("100")));

        assertThat(find(of(account), PageRequest.first(1)).nextCursor()).isEmpty();
    }

    @Test
    void ordersAreFoundByEachCondition() {
        AccountId account = world().account(null);
        ItemId item = world().item("100");
        Order first = place(
                wanted(account).customerReference("PO-A").line(item, "1", "EA").request());
        Order second = place(
                wanted(account).customerReference("PO-B").line(item, "1", "EA").request());
        Order third = place(simple(account, item));
        cancel(third.id(), third.version());
        LocalDate today = LocalDate.now(world().clock());

        assertThat(ids(filter(account, Approval.APPROVED, null, null, null, null, null)))
                .containsExactly(second.id(), first.id());
        assertThat(ids(filter(account, Approval.CANCELLED, null, null, null, null, null)))
                .containsExactly(third.id());
        assertThat(ids(filter(account, Approval.PENDING, null, null, null, null, null)))
                .isEmpty();
        assertThat(ids(filter(account, null, null, null, null, "PO-B", null))).containsExactly(second.id());
        assertThat(ids(filter(account, null, null, null, null, null, first.reference())))
                .containsExactly(first.id());
        assertThat(ids(filter(account, null, null, today, today.plusDays(1), null, null)))
                .hasSize(3);
        assertThat(ids(filter(account, null, null, today.plusDays(1), null, null, null)))
                .isEmpty();
        assertThat(ids(filter(account, null, null, null, today, null, null))).isEmpty();
        assertThat(ids(of(world().account(null)))).isEmpty();
    }

    @Test
    void ordersAreFoundByHowFarTheyAreDelivered() {
        AccountId account = world().account(null);
        ItemId item = world().item("100");
        Order waiting = place(simple(account, item));
        Order shipped = place(wanted(account).line(item, "2", "EA").request());
        world().ship(shipped.id(), 1, "1");

        assertThat(ids(new OrderFilter(List.of(account), null, null, Delivery.NONE, null, null, null, null, null)))
                .containsExactly(waiting.id());
        assertThat(ids(new OrderFilter(List.of(account), null, null, Delivery.PARTIAL, null, null, null, null, null)))
                .containsExactly(shipped.id());
    }

    @Test
    void ordersOfSeveralAccountsAreFoundTogether() {
        AccountId one = world().account(null);
        AccountId other = world().account(null);
        ItemId item = world().item("100");
        Order first = place(simple(one, item));
        Order second = place(simple(other, item));

        OrderFilter both = new OrderFilter(List.of(one, other), null, null, null, null, null, null, null, null);
        assertThat(ids(both)).containsExactly(second.id(), first.id());
    }

    @Test
    void aCursorOfAnotherSearchIsRefused() {
        AccountId account = world().account(null);
        ItemId item = world().item("100");
        place(simple(account, item));
        place(simple(account, item));
        Optional<String> cursor = find(of(account), PageRequest.first(1)).nextCursor();
        OrderFilter other = filter(account, Approval.PENDING, null, null, null, null, null);

        assertThat(fault(() -> find(other, new PageRequest(1, cursor))).code()).isEqualTo(ErrorCode.INVALID_CURSOR);
    }

    @Test
    void anUnknownAccountIsNotFound() {
        assertThat(fault(() -> find(of(new AccountId(dataset(), "NOBODY")), PageRequest.first(1)))
                        .code())
                .isEqualTo(ErrorCode.ACCOUNT_NOT_FOUND);
    }

    // Racing

    @Test
    void manyHandOversUnderOneReferenceMakeOneOrder() throws Exception {
        OrderDraft draft = draft(simple(world().account(null), world().item("1000")));
        String reference = newReference();

        List<Object> outcomes = inParallel(i -> orders().create(reference, draft, sameDraft()));

        assertThat(outcomes).allMatch(Order.class::isInstance);
        assertThat(outcomes.stream().distinct()).hasSize(1);
        assertThat(ids(of(draft.content().account()))).hasSize(1);
    }

    @Test
    void manyRequestsOfOneIdMakeOneOrder() throws Exception {
        AccountId account = world().account(null);
        OrderRequest request = simple(account, world().item("1000"));
        RequestKey key = new RequestKey("caller", UUID.randomUUID().toString());
        OrderService service = service();

        List<Object> outcomes =
                inParallel(i -> service.create(key, request).value().order());

        assertThat(outcomes.stream().filter(Order.class::isInstance).map(order -> ((Order) order).id()))
                .hasSizeGreaterThan(0)
                .containsOnly(ids(of(account)).get(0));
        assertThat(outcomes.stream().filter(outcome -> !(outcome instanceof Order)))
                .allMatch(ErrorCode.REQUEST_IN_PROGRESS::equals);
        assertThat(ids(of(account))).hasSize(1);
        assertThat(service.create(key, request).value().replayed()).isTrue();
    }

    @Test
    void manyOrdersForTheSameItemsDoNotBlockEachOther() throws Exception {
        ItemId one = world().item("1000");
        ItemId other = world().item("1000");
        AccountId account = world().account(null);

        List<Object> outcomes = inParallel(i -> place(wanted(account)
                .line(i % 2 == 0 ? one : other, "1", "EA")
                .line(i % 2 == 0 ? other : one, "1", "EA")
                .request()));

        assertThat(outcomes).allMatch(Order.class::isInstance);
        assertThat(ids(of(account))).hasSize(THREADS);
    }

    interface Attempt {
        Order run(int number);
    }

    /** The order that each attempt made, or the code that it was refused with. */
    static List<Object> inParallel(Attempt attempt) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<Object>> running = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                running.add(pool.submit(outcome(attempt, i, start)));
            }
            start.countDown();
            List<Object> outcomes = new ArrayList<>();
            for (Future<Object> outcome : running) {
                outcomes.add(outcome.get(120, TimeUnit.SECONDS));
            }
            return outcomes;
        } finally {
            pool.shutdownNow();
        }
    }

    private static Callable<Object> outcome(Attempt attempt, int number, CountDownLatch start) {
        return () -> {
            start.await();
            try {
                return attempt.run(number);
            } catch (ServiceFault fault) {
                return fault.code();
            }
        };
    }

    Orders orders() {
        return world().orders();
    }

    String dataset() {
        return world().erp().dataset();
    }

    OrderService service() {
        return new OrderService(
                world().erp(),
                world().sources(),
                orders(),
                InMemoryLedger.handingOver(world().clock()),
                TestOffers.sources(world().reservations(), world().clock()),
                world().clock());
    }

    OrderDesk desk() {
        return new OrderDesk(world().sources(), orders(), world().clock());
    }

    OrderDraft draft(OrderRequest request) {
        return desk().draft(request);
    }

    Order cancel(OrderId id, int version) {
        return orders().cancel(new OrderChange(id, version, newReference(), OrderChange.Kind.CANCELLATION));
    }

    Order place(OrderRequest request) {
        OrderDesk desk = desk();
        return orders().create(newReference(), desk.draft(request), desk::recheck);
    }

    static UnaryOperator<OrderDraft> sameDraft() {
        return draft -> draft;
    }

    static String newReference() {
        return "TEST-" + UUID.randomUUID();
    }

    static Wanted wanted(AccountId account) {
        return new Wanted().customer(new CustomerRef.ByAccount(account));
    }

    static OrderRequest simple(AccountId account, ItemId item) {
        return wanted(account).line(item, "1", "EA").request();
    }

    static OrderRequest strict(AccountId account, ItemId item) {
        return wanted(account).line(item, "1", "EA").refuseShortages().request();
    }

    private Page<Order> find(OrderFilter filter, PageRequest page) {
        return orders().find(filter, page, MaxAge.LIVE).value();
    }

    List<OrderId> ids(OrderFilter filter) {
        return find(filter, PageRequest.first(50)).entries().stream()
                .map(Order::id)
                .toList();
    }

    static OrderFilter of(AccountId account) {
        return filter(account, null, null, null, null, null, null);
    }

    static OrderFilter filter(
            AccountId account,
            Approval approval,
            Progress allocation,
            LocalDate from,
            LocalDate until,
            String customerReference,
            String reference) {
        return new OrderFilter(
                List.of(account), approval, allocation, null, null, from, until, customerReference, reference);
    }

    static ServiceFault fault(Callable<?> call) {
        ServiceFault fault = catchThrowableOfType(ServiceFault.class, call::call);
        assertThat(fault).isNotNull();
        return fault;
    }
}
