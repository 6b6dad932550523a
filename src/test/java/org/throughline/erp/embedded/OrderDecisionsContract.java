package org.throughline.erp.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.throughline.order.Approval;
import org.throughline.order.Hold;
import org.throughline.order.HoldReason;
import org.throughline.order.Order;
import org.throughline.order.OrderEvent;
import org.throughline.order.Progress;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ItemId;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Money;
import org.throughline.shared.OrderId;
import org.throughline.shared.ServiceFault;

/** What people decide about orders of the embedded ERP, on every database. */
abstract class OrderDecisionsContract {

    private static final By ANN = new By("Ann", "she knows the customer");

    abstract EmbeddedOrderWorld world();

    @Test
    void anApprovedOrderWaitsNoMore() {
        Order held = held(world().item("10"));
        Order approved = decisions().approve(held.id(), Optional.of(held.version()), ANN);
        assertThat(approved.status().approval()).isEqualTo(Approval.APPROVED);
        assertThat(approved.holds()).isEmpty();
        assertThat(approved.version()).isEqualTo(held.version() + 1);
        assertThat(last(approved)).isEqualTo(event(OrderEvent.Kind.APPROVED, "she knows the customer"));
        assertThat(actions(held)).containsExactly("CREATE by throughline", "APPROVE by Ann: she knows the customer");
    }

    @Test
    void anOrderWithTwoHoldsWaitsUntilBothAreLifted() {
        Order held = decisions().hold(held(world().item("10")).id(), Optional.empty(), ANN);
        assertThat(held.holds()).extracting(Hold::reason).containsExactly(HoldReason.CREDIT, HoldReason.MANUAL);
        Order one = decisions().release(held.id(), HoldReason.CREDIT, Optional.empty(), ANN);
        assertThat(one.status().approval()).isEqualTo(Approval.PENDING);
        assertThat(one.holds()).extracting(Hold::reason).containsExactly(HoldReason.MANUAL);
        assertThat(last(one)).isEqualTo(event(OrderEvent.Kind.RELEASED, "CREDIT: she knows the customer"));
        Order none = decisions().release(held.id(), HoldReason.MANUAL, Optional.empty(), ANN);
        assertThat(none.status().approval()).isEqualTo(Approval.APPROVED);
        assertThat(none.version()).isEqualTo(held.version() + 2);
    }

    @Test
    void anOrderThatIsPutOnHoldKeepsWhatIsAllocatedToItAndARejectedOneGivesItBack() {
        ItemId item = world().item("10");
        Order order = world().order(null, item, "4");
        Order held = decisions().hold(order.id(), Optional.empty(), ANN);
        assertThat(held.status().approval()).isEqualTo(Approval.PENDING);
        assertThat(world().allocated(item)).isEqualByComparingTo("4");
        Order rejected = decisions().reject(order.id(), Optional.empty(), ANN);
        assertThat(rejected.status().approval()).isEqualTo(Approval.REJECTED);
        assertThat(rejected.status().allocation()).isEqualTo(Progress.NONE);
        assertThat(rejected.holds()).isEmpty();
        assertThat(last(rejected)).isEqualTo(event(OrderEvent.Kind.REJECTED, "she knows the customer"));
        assertThat(world().allocated(item)).isEqualByComparingTo("0");
    }

    @Test
    void whatTheStateDoesNotAllowIsRefusedAndNothingIsWritten() {
        Order order = world().order(null, world().item("10"), "4");
        assertFault(() -> decisions().approve(order.id(), Optional.empty(), ANN), ErrorCode.WRONG_STATE);
        assertFault(() -> decisions().reject(order.id(), Optional.empty(), ANN), ErrorCode.WRONG_STATE);
        assertFault(
                () -> decisions().release(order.id(), HoldReason.CREDIT, Optional.empty(), ANN), ErrorCode.WRONG_STATE);
        assertFault(() -> decisions().hold(order.id(), Optional.of(7), ANN), ErrorCode.VERSION_CONFLICT);
        assertFault(
                () -> decisions().hold(new OrderId("main", "SO-0"), Optional.empty(), ANN), ErrorCode.ORDER_NOT_FOUND);
        assertThat(decisions().get(order.id())).isEqualTo(order);
        assertThat(actions(order)).containsExactly("CREATE by throughline");
        decisions().hold(order.id(), Optional.empty(), ANN);
        assertFault(() -> decisions().hold(order.id(), Optional.empty(), ANN), ErrorCode.WRONG_STATE);
        decisions().reject(order.id(), Optional.empty(), ANN);
        assertFault(() -> decisions().hold(order.id(), Optional.empty(), ANN), ErrorCode.WRONG_STATE);
    }

    @Test
    void costsAreKnownOfItemsThatHaveOneAndWhoSetThemIsWrittenDown() {
        ItemId dear = world().item("1");
        ItemId unknown = world().item("1");
        world().costs().set(dear.value(), Money.of("1.234567", "EUR"), ANN);
        Map<ItemId, Money> costs = world().approvalFacts()
                .costs(List.of(dear, unknown, new ItemId("nothing")), MaxAge.LIVE)
                .value();
        assertThat(costs).containsOnlyKeys(dear);
        assertThat(costs.get(dear).amount()).isEqualByComparingTo("1.234567");
        assertThat(costs.get(dear).currency().getCurrencyCode()).isEqualTo("EUR");
        assertThat(world().trail().of(dear.value()))
                .extracting(AuditEntry::action, AuditEntry::detail)
                .containsExactly(tuple("COST", "1.234567 EUR"));
        assertFault(() -> world().costs().set("nothing", Money.of("1", "EUR"), ANN), ErrorCode.ITEM_NOT_FOUND);
        assertFault(() -> world().costs().set(dear.value(), Money.of("-1", "EUR"), ANN), ErrorCode.INVALID_VALUE);
    }

    @Test
    void anAccountHasBoughtWhenAnOrderOfItWasApproved() {
        Order order = held(world().item("10"));
        assertThat(hasBought(order)).isFalse();
        decisions().approve(order.id(), Optional.empty(), ANN);
        assertThat(hasBought(order)).isTrue();
    }

    private boolean hasBought(Order order) {
        return world().approvalFacts()
                .hasBought(order.content().account(), MaxAge.LIVE)
                .value();
    }

    private Order held(ItemId item) {
        Order order = world().order("1.00", item, "4");
        assertThat(order.holds()).extracting(Hold::reason).containsExactly(HoldReason.CREDIT);
        return order;
    }

    private OrderDecisions decisions() {
        return world().decisions();
    }

    private OrderEvent event(OrderEvent.Kind kind, String text) {
        return new OrderEvent(world().clock().instant(), kind, "Ann", text);
    }

    private static OrderEvent last(Order order) {
        return order.timeLine().get(order.timeLine().size() - 1);
    }

    private List<String> actions(Order order) {
        return world().trail().of(order.id().value()).stream()
                .map(entry -> entry.action() + " by " + entry.actor() + (entry.why() == null ? "" : ": " + entry.why()))
                .toList();
    }

    static void assertFault(ThrowingCallable call, ErrorCode code) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ServiceFault.class, fault -> assertThat(fault.code())
                .isEqualTo(code));
    }
}
