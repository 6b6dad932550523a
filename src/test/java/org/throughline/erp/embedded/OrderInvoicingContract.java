package org.throughline.erp.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.throughline.order.Order;
import org.throughline.order.OrderEvent;
import org.throughline.order.Progress;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.MaxAge;
import org.throughline.shared.OrderId;
import org.throughline.shared.ServiceFault;

/** How the embedded ERP invoices orders, on every database. */
abstract class OrderInvoicingContract {

    private static final By BY = new By("Invoicing", null);
    private static final int THREADS = 16;

    abstract EmbeddedOrderWorld world();

    @Test
    void anOrderIsInvoicedAsItIs() {
        Order order = order(null, "3");
        String invoice = world().invoicing().invoiceRest(order.id(), BY).value();
        assertThat(amounts(invoice)).isEqualTo("30.00 + 6.00 = 36.00");
        Order now = now(order.id());
        assertThat(now.status().invoicing()).isEqualTo(Progress.FULL);
        assertThat(now.content().lines().get(0).progress().invoiced()).isEqualByComparingTo("3");
        assertThat(now.version()).isEqualTo(order.version() + 1);
        assertThat(now.timeLine().get(now.timeLine().size() - 1)).satisfies(event -> {
            assertThat(event.kind()).isEqualTo(OrderEvent.Kind.INVOICED);
            assertThat(event.text()).isEqualTo(invoice);
        });
    }

    /** 10.01 with 20 % tax in three parts: 3.34 + 3.33 + 3.34 and 0.67 + 0.67 + 0.66. */
    @Test
    void theLastInvoiceTakesWhatRoundingLeft() {
        Order order = order(null, "3");
        update("update sales_order_line set net = 10.01 where order_id = ?", order.id());
        update("update sales_order_tax set taxable = 10.01, tax = 2.00 where order_id = ?", order.id());
        update(
                "update sales_order set line_net_total = 10.01, net_total = 10.01, tax_total = 2.00, gross_total = 12.01"
                        + " where id = ?",
                order.id());
        List<String> invoices = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            invoices.add(amounts(world().invoicing()
                    .invoice(order.id(), Map.of(1, BigDecimal.ONE), BY)
                    .value()));
            assertThat(now(order.id()).status().invoicing()).isEqualTo(Progress.PARTIAL);
        }
        invoices.add(amounts(world().invoicing().invoiceRest(order.id(), BY).value()));
        assertThat(invoices).containsExactly("3.34 + 0.67 = 4.01", "3.33 + 0.67 = 4.00", "3.34 + 0.66 = 4.00");
    }

    @Test
    void whatIsInvoicedLeavesTheOpenOrdersAndStandsAmongTheInvoices() {
        Order order = order(null, "10");
        world().invoicing().invoice(order.id(), Map.of(1, new BigDecimal("4")), BY);
        var credit = world().sources()
                .credits()
                .status(order.content().account(), LocalDate.now(world().clock()), MaxAge.LIVE)
                .value();
        assertThat(credit.openInvoices()).isEqualByComparingTo("48.00");
        assertThat(credit.openOrders()).isEqualByComparingTo("72.00");
        assertThat(credit.exposure()).isEqualByComparingTo("120.00");
    }

    @Test
    void moreThanIsLeftNothingAndWhatIsHeldIsRefusedAndNothingWritten() {
        Order order = order(null, "3");
        OrderInvoicing invoicing = world().invoicing();
        assertFault(
                () -> invoicing.invoice(order.id(), Map.of(1, new BigDecimal("4")), BY), ErrorCode.INVALID_QUANTITY);
        assertFault(() -> invoicing.invoice(order.id(), Map.of(1, BigDecimal.ZERO), BY), ErrorCode.INVALID_QUANTITY);
        assertFault(() -> invoicing.invoice(order.id(), Map.of(9, BigDecimal.ONE), BY), ErrorCode.INVALID_QUANTITY);
        assertFault(() -> invoicing.invoice(order.id(), Map.of(), BY), ErrorCode.INVALID_VALUE);
        assertFault(() -> invoicing.invoiceRest(new OrderId("main", "SO-0"), BY), ErrorCode.ORDER_NOT_FOUND);
        Order held = order("1.00", "3");
        assertThat(held.isHeld()).isTrue();
        assertFault(() -> invoicing.invoiceRest(held.id(), BY), ErrorCode.INVALID_VALUE);
        assertThat(now(order.id())).isEqualTo(order);
        invoicing.invoiceRest(order.id(), BY);
        assertFault(() -> invoicing.invoiceRest(order.id(), BY), ErrorCode.INVALID_VALUE);
    }

    @Test
    void manyWhoInvoiceAtTheSameTimeNeverInvoiceMoreThanWasOrdered() throws Exception {
        Order order = order(null, "10");
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Boolean>> attempts = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                attempts.add(() -> invoiced(order.id()));
            }
            int invoiced = 0;
            for (Future<Boolean> outcome : pool.invokeAll(attempts, 120, TimeUnit.SECONDS)) {
                invoiced += outcome.get() ? 1 : 0;
            }
            assertThat(invoiced).isEqualTo(5);
        } finally {
            pool.shutdownNow();
        }
        assertThat(now(order.id()).status().invoicing()).isEqualTo(Progress.FULL);
        assertThat(world().database()
                        .erp()
                        .sql("select sum(gross_total) from invoice where order_id = ?")
                        .param(order.id().value())
                        .query(BigDecimal.class)
                        .single())
                .isEqualByComparingTo("120.00");
    }

    private boolean invoiced(OrderId id) {
        try {
            world().invoicing().invoice(id, Map.of(1, new BigDecimal("2")), BY);
            return true;
        } catch (ServiceFault nothingLeft) {
            return false;
        }
    }

    private Order order(String limit, String quantity) {
        return world().order(limit, world().item("1000"), quantity);
    }

    private Order now(OrderId id) {
        return world().orders().get(id, MaxAge.LIVE).value();
    }

    private void update(String sql, OrderId order) {
        world().database().erp().sql(sql).param(order.value()).update();
    }

    private String amounts(String invoice) {
        return world().database()
                .erp()
                .sql("select net_total, tax_total, gross_total from invoice where id = ?")
                .param(invoice)
                .query((row, number) -> "%s + %s = %s"
                        .formatted(
                                row.getBigDecimal(1).setScale(2),
                                row.getBigDecimal(2).setScale(2),
                                row.getBigDecimal(3).setScale(2)))
                .single();
    }

    private static void assertFault(ThrowingCallable call, ErrorCode code) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ServiceFault.class, fault -> assertThat(fault.code())
                .isEqualTo(code));
    }
}
