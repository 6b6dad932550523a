package org.throughline.erp.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.throughline.erp.embedded.Payments.Receipt;
import org.throughline.order.Approval;
import org.throughline.order.Order;
import org.throughline.order.OrderChange;
import org.throughline.order.OrderChange.Kind;
import org.throughline.order.OrderEvent;
import org.throughline.order.Progress;
import org.throughline.shared.AccountId;
import org.throughline.shared.InvoiceId;
import org.throughline.shared.OrderId;

/** One step brings about the next without anybody keying anything in again, on every database. */
abstract class StraightThroughContract {

    private static final By ANNA = new By("Anna", null);

    abstract EmbeddedOrderWorld world();

    @Test
    void aPaymentReleasesTheOrderItGetsItsGoodsAndEachShipmentIsInvoiced() {
        AccountId account = world().account("100.00");
        InvoiceId owed =
                world().invoicing().invoiceRest(sales().order(account, "8").id(), ANNA);
        Order held = sales().order(account, "5", "2");
        assertThat(held.status().approval()).isEqualTo(Approval.PENDING);

        pay(account, owed, "96.00");

        Order released = sales().now(held.id());
        assertThat(released.status().approval()).isEqualTo(Approval.APPROVED);
        assertThat(released.status().allocation()).isEqualTo(Progress.FULL);
        ship(held.id(), 1);
        assertThat(sales().now(held.id()).status().invoicing()).isEqualTo(Progress.PARTIAL);
        ship(held.id(), 2);
        Order done = sales().now(held.id());
        assertThat(done.status().invoicing()).isEqualTo(Progress.FULL);
        assertThat(done.timeLine())
                .filteredOn(
                        event -> List.of(OrderEvent.Kind.RELEASED, OrderEvent.Kind.SHIPPED, OrderEvent.Kind.INVOICED)
                                .contains(event.kind()))
                .extracting(OrderEvent::kind, OrderEvent::actor)
                .containsExactly(
                        tuple(OrderEvent.Kind.RELEASED, "credit control"),
                        tuple(OrderEvent.Kind.SHIPPED, "Anna"),
                        tuple(OrderEvent.Kind.INVOICED, "Anna"),
                        tuple(OrderEvent.Kind.SHIPPED, "Anna"),
                        tuple(OrderEvent.Kind.INVOICED, "Anna"));
        assertThat(gross(held.id())).isEqualByComparingTo("84.00");
    }

    @Test
    void aPaymentThatIsTooSmallReleasesNothing() {
        AccountId account = world().account("100.00");
        InvoiceId owed =
                world().invoicing().invoiceRest(sales().order(account, "8").id(), ANNA);
        Order held = sales().order(account, "5");
        pay(account, owed, "50.00");
        assertThat(sales().now(held.id())).isEqualTo(held);
        pay(account, owed, "6.00");
        assertThat(sales().now(held.id()).isHeld())
                .as("100 - 40 = 60 are left for 60")
                .isFalse();
    }

    @Test
    void theOldestOrderThatFitsGoesFirstAndALargeOneKeepsNoSmallOneWaiting() {
        AccountId account = world().account("100.00");
        InvoiceId owed =
                world().invoicing().invoiceRest(sales().order(account, "8").id(), ANNA);
        OrderId large = sales().order(account, "20").id();
        OrderId first = sales().order(account, "5").id();
        OrderId second = sales().order(account, "5").id();
        pay(account, owed, "96.00");
        assertThat(List.of(
                        sales().now(large).isHeld(),
                        sales().now(first).isHeld(),
                        sales().now(second).isHeld()))
                .containsExactly(true, false, true);
    }

    @Test
    void aCreditNoteReleasesAnOrderAsAPaymentDoes() {
        AccountId account = world().account("100.00");
        InvoiceId owed =
                world().invoicing().invoiceRest(sales().order(account, "8").id(), ANNA);
        Order held = sales().order(account, "5");
        world().creditNotes().credit(owed, Map.of(1, new BigDecimal("7")), true, ANNA);
        assertThat(sales().now(held.id()).isHeld()).isFalse();
    }

    @Test
    void aCancelledOrderLeavesItsCreditToTheNext() {
        AccountId account = world().account("100.00");
        Order first = sales().order(account, "5");
        OrderId waiting = sales().order(account, "6").id();
        assertThat(sales().now(waiting).isHeld()).isTrue();

        world().orders().cancel(new OrderChange(first.id(), first.version(), "REVIEW-1", Kind.CANCELLATION));

        assertThat(sales().now(waiting).isHeld()).isFalse();
    }

    @Test
    void anotherHoldStays() {
        AccountId account = world().account("100.00");
        InvoiceId owed =
                world().invoicing().invoiceRest(sales().order(account, "8").id(), ANNA);
        OrderId held = sales().order(account, "5").id();
        world().decisions().hold(held, Optional.empty(), new By("Anna", "The customer asked to wait"));
        pay(account, owed, "96.00");
        Order now = sales().now(held);
        assertThat(now.isHeld()).isTrue();
        assertThat(now.status().approval()).isEqualTo(Approval.PENDING);
        assertThat(now.holds()).hasSize(1);
    }

    @Test
    void onOrderTheWholeOrderIsInvoicedAsSoonAsItWaitsForNothing() {
        OrderFollowUp onOrder = world().automatic(InvoicingPolicy.ON_ORDER);
        AccountId account = world().account("100.00");
        Order order = sales().order(account, "5");
        onOrder.placed(order.id(), ANNA);
        assertThat(sales().now(order.id()).status().invoicing()).isEqualTo(Progress.FULL);
        onOrder.shipped(order.id(), ANNA);
        onOrder.released(order.id(), ANNA);
        assertThat(gross(order.id())).as("once only").isEqualByComparingTo("60.00");

        OrderId held = sales().order(account, "5").id();
        world().decisions(onOrder).approve(held, Optional.empty(), new By("Anna", "Known for years"));
        assertThat(sales().now(held).status().invoicing()).isEqualTo(Progress.FULL);
    }

    @Test
    void byHandNothingIsInvoicedByItself() {
        OrderFollowUp manual = world().automatic(InvoicingPolicy.MANUAL);
        OrderId order = sales().order(world().account(null), "5").id();
        world().shipping(manual).ship(order, new ShipmentWish(List.of(), null, null, null), Optional.empty(), ANNA);
        assertThat(sales().now(order).status().invoicing()).isEqualTo(Progress.NONE);
    }

    private void ship(OrderId order, int line) {
        ShipmentWish wish = new ShipmentWish(List.of(new ShipmentWish.Part(line, null)), null, null, null);
        world().shipping(world().automatic(InvoicingPolicy.ON_SHIPMENT)).ship(order, wish, Optional.empty(), ANNA);
    }

    private void pay(AccountId account, InvoiceId invoice, String amount) {
        BigDecimal money = new BigDecimal(amount);
        Allocation all = new Allocation(invoice.value(), money);
        world().payments().receive(new Receipt(account, money, null, null, null, null, List.of(all)), ANNA);
    }

    private BigDecimal gross(OrderId order) {
        return world().database()
                .erp()
                .sql("select sum(gross_total) from invoice where order_id = ?")
                .param(order.value())
                .query(BigDecimal.class)
                .single();
    }

    private Sales sales() {
        return new Sales(world());
    }
}
