package org.throughline.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.throughline.shared.AccountId;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ItemId;
import org.throughline.shared.MaxAge;
import org.throughline.shared.ServiceFault;

/**
 * What the orders of an ERP keep besides that reserves stock for them, and decides on stock and credit inside the transaction that
 * writes them.
 */
public abstract class ReservingOrdersContract extends OrdersContract {

    @Test
    void anOrderIsWrittenWithEverythingAndReadBack() {
        AccountId account = world().account(null);
        ItemId bolt = world().item("100");
        ItemId nut = world().item("5");
        OrderDraft draft = draft(wanted(account)
                .customerReference("PO-1")
                .line(bolt, "2", "BOX")
                .line(nut, "8", "EA")
                .required(LocalDate.of(2026, 12, 1))
                .request());

        Order order = orders().create(newReference(), draft, sameDraft());

        assertThat(orders().get(order.id(), MaxAge.LIVE).value()).isEqualTo(order);
        assertThat(order.version()).isEqualTo(1);
        OrderContent content = order.content();
        assertThat(content.account()).isEqualTo(account);
        assertThat(content.customerReference()).isEqualTo("PO-1");
        assertThat(content.requiredDate()).isEqualTo(LocalDate.of(2026, 12, 1));
        assertThat(content.orderDate()).isEqualTo(LocalDate.of(2026, 11, 22));
        assertThat(content.totals()).isEqualTo(draft.content().totals());
        assertThat(content.totals().gross()).isEqualByComparingTo("336.00");
        assertThat(content.taxes()).hasSize(1);
        assertThat(content.taxes().get(0).tax()).isEqualByComparingTo("56.00");
        assertThat(content.lines()).extracting(OrderLine::item).containsExactly(bolt, nut);
        assertThat(content.lines().get(0).quantity().unit()).isEqualTo("BOX");
        assertThat(content.lines().get(0).price().net()).isEqualByComparingTo("200.00");
        assertThat(content.lines().get(1).progress().allocated()).isEqualByComparingTo("5");
        assertThat(content.lines().get(1).backordered()).isEqualByComparingTo("3");
        assertThat(order.status())
                .isEqualTo(new OrderStatus(Approval.APPROVED, Progress.PARTIAL, Delivery.NONE, Progress.NONE));
        assertThat(order.timeLine())
                .extracting(OrderEvent::kind)
                .containsExactly(OrderEvent.Kind.CREATED, OrderEvent.Kind.ALLOCATED);
        assertThat(order.timeLine()).extracting(OrderEvent::actor).containsOnly("throughline");
        assertThat(world().allocated(bolt)).isEqualByComparingTo("20");
        assertThat(world().allocated(nut)).isEqualByComparingTo("5");
    }

    @Test
    void aFailureInTheMiddleLeavesNothingBehind() {
        ItemId item = world().item("10");
        String reference = newReference();
        OrderDraft draft = draft(simple(world().account(null), item));
        OrderLine line = draft.content().lines().get(0);
        OrderDraft broken = draft.with(draft.holds(), List.of(line, line));

        assertThatThrownBy(() -> orders().create(reference, draft, any -> broken))
                .isInstanceOf(RuntimeException.class);
        assertThat(orders().findByReference(reference)).isEmpty();
        assertThat(world().allocated(item)).isEqualByComparingTo("0");
    }

    @Test
    void everyConditionCounts() {
        AccountId account = world().account(null);
        ItemId item = world().item("1");
        Order first = place(
                wanted(account).customerReference("PO-A").line(item, "1", "EA").request());
        Order second = place(
                wanted(account).customerReference("PO-B").line(item, "1", "EA").request());
        Order third = place(simple(account, world().item("1")));
        cancel(third.id(), third.version());
        LocalDate today = LocalDate.of(2026, 11, 22);

        assertThat(ids(filter(account, Approval.APPROVED, null, null, null, null, null)))
                .containsExactly(second.id(), first.id());
        assertThat(ids(filter(account, Approval.CANCELLED, null, null, null, null, null)))
                .containsExactly(third.id());
        assertThat(ids(filter(account, Approval.APPROVED, Progress.FULL, null, null, null, null)))
                .containsExactly(first.id());
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
    void racingForTheLastUnitsNobodyOversells() throws Exception {
        ItemId item = world().item("5");

        List<Object> outcomes = inParallel(i -> place(strict(world().account(null), item)));

        assertThat(outcomes.stream().filter(Order.class::isInstance)).hasSize(5);
        assertThat(outcomes.stream().filter(ErrorCode.INSUFFICIENT_STOCK::equals))
                .hasSize(THREADS - 5);
        assertThat(world().allocated(item)).isEqualByComparingTo("5");
    }

    @Test
    void racingBackordersReserveNoMoreThanThereIs() throws Exception {
        ItemId item = world().item("5");

        List<Object> outcomes = inParallel(i -> place(simple(world().account(null), item)));

        assertThat(outcomes).allMatch(Order.class::isInstance);
        assertThat(world().allocated(item)).isEqualByComparingTo("5");
    }

    @Test
    void racingForTheLastCreditNobodyExceedsIt() throws Exception {
        AccountId account = world().account("60.00");
        ItemId item = world().item("1000");

        List<Object> outcomes = inParallel(i -> place(strict(account, item)));

        assertThat(outcomes.stream().filter(Order.class::isInstance)).hasSize(5);
        assertThat(outcomes.stream().filter(ErrorCode.CREDIT_EXCEEDED::equals)).hasSize(THREADS - 5);
    }

    /** Of different sizes, held or refused: what is approved never adds up to more than the limit. */
    @Test
    void ordersOfDifferentSizesJointlyNeverExceedTheLimit() throws Exception {
        AccountId account = world().account("100.00");
        ItemId item = world().item("1000");

        List<Object> outcomes = inParallel(i -> {
            Wanted wanted = wanted(account).line(item, String.valueOf(1 + i % 4), "EA");
            return place(i % 2 == 0 ? wanted.refuseShortages().request() : wanted.request());
        });

        List<Order> placed = outcomes.stream()
                .filter(Order.class::isInstance)
                .map(Order.class::cast)
                .toList();
        assertThat(outcomes).allMatch(each -> each instanceof Order || each == ErrorCode.CREDIT_EXCEEDED);
        BigDecimal approved = placed.stream()
                .filter(order -> !order.isHeld())
                .map(order -> order.content().totals().gross())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(approved).isBetween(new BigDecimal("52.00"), new BigDecimal("100.00"));
        assertThat(world().sources()
                        .credits()
                        .status(account, LocalDate.now(world().clock()), MaxAge.LIVE)
                        .value()
                        .exposure())
                .isEqualByComparingTo(placed.stream()
                        .map(order -> order.content().totals().gross())
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    @Test
    void placingAndCancellingAtTheSameTimeLosesNothing() throws Exception {
        AccountId account = world().account(null);
        ItemId item = world().item("1000");
        List<Order> earlier = new ArrayList<>();
        for (int i = 0; i < THREADS / 2; i++) {
            earlier.add(place(simple(account, item)));
        }

        List<Object> outcomes =
                inParallel(i -> i % 2 == 0 ? cancel(earlier.get(i / 2).id(), 1) : place(simple(account, item)));

        assertThat(outcomes).allMatch(Order.class::isInstance);
        assertThat(world().allocated(item)).isEqualByComparingTo("8");
    }

    @Test
    void aReferenceThatIsTakenGivesItsOrderAndWritesNothing() {
        ItemId item = world().item("10");
        String reference = newReference();
        OrderDraft draft = draft(simple(world().account(null), item));
        Order first = orders().create(reference, draft, sameDraft());

        assertThat(orders().create(reference, draft, sameDraft())).isEqualTo(first);
        assertThat(world().allocated(item)).isEqualByComparingTo("1");
    }

    @Test
    void aRefusalOfTheRecheckLeavesNothingBehind() {
        ItemId item = world().item("10");
        String reference = newReference();
        OrderDraft draft = draft(simple(world().account(null), item));

        ServiceFault fault = fault(() -> orders().create(reference, draft, any -> {
            throw new ServiceFault(ErrorCode.CREDIT_EXCEEDED.at("order.customer"));
        }));

        assertThat(fault.code()).isEqualTo(ErrorCode.CREDIT_EXCEEDED);
        assertThat(orders().findByReference(reference)).isEmpty();
        assertThat(world().allocated(item)).isEqualByComparingTo("0");
    }

    @Test
    void cancellingReleasesWhatWasReservedAndRaisesTheVersion() {
        ItemId item = world().item("10");
        Order order = place(simple(world().account(null), item));
        world().clock().advance(Duration.ofMinutes(5));

        Order cancelled = cancel(order.id(), order.version());

        assertThat(cancelled.status().approval()).isEqualTo(Approval.CANCELLED);
        assertThat(cancelled.version()).isEqualTo(order.version() + 1);
        assertThat(cancelled.timeLine().get(cancelled.timeLine().size() - 1).kind())
                .isEqualTo(OrderEvent.Kind.CANCELLED);
        assertThat(orders().get(order.id(), MaxAge.LIVE).value()).isEqualTo(cancelled);
        assertThat(world().allocated(item)).isEqualByComparingTo("0");
    }

    @Test
    void racingWithOneReferenceMakesOneOrder() throws Exception {
        ItemId item = world().item("1000");
        OrderDraft draft = draft(simple(world().account(null), item));
        String reference = newReference();

        List<Object> outcomes = inParallel(i -> orders().create(reference, draft, sameDraft()));

        assertThat(outcomes).allMatch(Order.class::isInstance);
        assertThat(outcomes.stream().distinct()).hasSize(1);
        assertThat(world().allocated(item)).isEqualByComparingTo("1");
    }

    @Test
    void racingWithOneRequestIdMakesOneOrder() throws Exception {
        ItemId item = world().item("1000");
        OrderRequest request = simple(world().account(null), item);
        RequestKey key = new RequestKey("caller", UUID.randomUUID().toString());
        OrderService service = service();

        List<Object> outcomes =
                inParallel(i -> service.create(key, request).value().order());

        assertThat(outcomes.stream().filter(Order.class::isInstance).distinct()).hasSize(1);
        assertThat(outcomes.stream().filter(outcome -> !(outcome instanceof Order)))
                .allMatch(ErrorCode.REQUEST_IN_PROGRESS::equals);
        assertThat(world().allocated(item)).isEqualByComparingTo("1");
        assertThat(service.create(key, request).value().replayed()).isTrue();
    }

    @Test
    void ordersForTheSameItemsInAnyOrderDoNotBlockEachOther() throws Exception {
        ItemId one = world().item("1000");
        ItemId other = world().item("1000");
        AccountId account = world().account(null);

        List<Object> outcomes = inParallel(i -> place(wanted(account)
                .line(i % 2 == 0 ? one : other, "1", "EA")
                .line(i % 2 == 0 ? other : one, "1", "EA")
                .request()));

        assertThat(outcomes).allMatch(Order.class::isInstance);
        assertThat(world().allocated(one)).isEqualByComparingTo("16");
        assertThat(world().allocated(other)).isEqualByComparingTo("16");
    }
}
