package org.throughline.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.throughline.shared.AccountId;
import org.throughline.shared.DocumentTotals;
import org.throughline.shared.ItemId;
import org.throughline.shared.OrderId;
import org.throughline.shared.Quantity;
import org.throughline.shared.TaxCategory;
import org.throughline.shared.TaxSubtotal;

/** What counts as a difference between simulation, order and invoices. */
class ParityTest {

    private static final Currency GBP = Currency.getInstance("GBP");

    private final InMemoryMismatches mismatches = new InMemoryMismatches();
    private final Parity parity = new Parity(mismatches, new AdjustableClock("2026-11-22T10:00:00Z"));

    @Test
    void anOrderThatIsAsItWasComputedIsNoMismatchWhateverTheScale() {
        place(content("10.00", "2.00", "12.00"), content("10.000", "2.0", "12"));
        assertThat(mismatches.found).isEmpty();
    }

    @Test
    void everyAmountThatTheErpHasOtherwiseIsNamed() {
        place(content("10.00", "2.00", "12.00"), content("10.00", "2.01", "12.01"));
        assertThat(mismatches.found)
                .extracting(Mismatch::path, Mismatch::expected, Mismatch::found)
                .containsExactly(
                        tuple("taxSubtotal[S 20].tax", "2.00", "2.01"),
                        tuple("totals.tax", "2.00", "2.01"),
                        tuple("totals.gross", "12.00", "12.01"));
        assertThat(mismatches.found).allSatisfy(found -> {
            assertThat(found.stage()).isEqualTo(Mismatch.Stage.ORDER);
            assertThat(found.order()).isEqualTo("SO-1");
        });
    }

    @Test
    void aLineThatIsMissingOrCostsSomethingElseIsNamed() {
        OrderContent computed = content("10.00", "2.00", "12.00");
        place(computed, computed.with(List.of()));
        assertThat(mismatches.found).extracting(Mismatch::path).containsExactly("line");
        mismatches.found.clear();
        place(computed, computed.with(List.of(line("9.99"))));
        assertThat(mismatches.found).extracting(Mismatch::path).containsExactly("line[0].net");
    }

    @Test
    void anOrderThatWasThereAlreadyIsNotCompared() {
        Orders orders = parity.watching(new OneOrder(content("1.00", "0.20", "1.20"), false));
        orders.create("reference", draft(content("10.00", "2.00", "12.00")), draft -> draft);
        assertThat(mismatches.found).isEmpty();
    }

    @Test
    void invoicesThatAddUpToTheOrderAreNoMismatch() {
        invoice(bill("IN-1", "4", "4.00", "0.80"), bill("IN-2", "6", "6.00", "1.20"));
        assertThat(mismatches.found).isEmpty();
    }

    @Test
    void whatIsNotInvoicedYetIsNoMismatchButTooMuchIs() {
        invoice(bill("IN-1", "4", "4.00", "0.80"));
        assertThat(mismatches.found).isEmpty();
        invoice(bill("IN-1", "4", "10.01", "0.80"));
        assertThat(mismatches.found).extracting(Mismatch::path).containsExactly("line[0].net");
    }

    @Test
    void invoicesThatDoNotAddUpAreNamedWithTheLastOfThem() {
        invoice(bill("IN-1", "4", "4.00", "0.80"), bill("IN-2", "6", "6.00", "1.19"));
        assertThat(mismatches.found)
                .extracting(Mismatch::path, Mismatch::invoice)
                .containsExactly(
                        tuple("taxSubtotal[S 20].tax", "IN-2"),
                        tuple("totals.tax", "IN-2"),
                        tuple("totals.gross", "IN-2"));
    }

    @Test
    void moreThanWasOrderedAndWhatWasNotOrderedIsNamed() {
        invoice(bill("IN-1", "11", "10.00", "2.00"));
        assertThat(mismatches.found).extracting(Mismatch::path).containsExactly("line[0].quantity");
        mismatches.found.clear();
        Bill whole = bill("IN-1", "10", "10.00", "2.00");
        Bill.Line extra = new Bill.Line(7, BigDecimal.ONE, BigDecimal.ZERO, TaxCategory.S, BigDecimal.valueOf(20));
        List<Bill.Line> lines = new ArrayList<>(whole.lines());
        lines.add(extra);
        invoice(new Bill("IN-1", lines, whole.taxes(), whole.totals()));
        assertThat(mismatches.found).extracting(Mismatch::path).containsExactly("line");
    }

    private void place(OrderContent computed, OrderContent stored) {
        Order order = parity.watching(new OneOrder(stored, true)).create("reference", draft(computed), draft -> draft);
        assertThat(order.content()).isSameAs(stored);
    }

    private void invoice(Bill... bills) {
        Order order = order(content("10.00", "2.00", "12.00"));
        Bills source = new Bills() {
            @Override
            public String now() {
                return "0";
            }

            @Override
            public Found after(String position, int max) {
                return new Found(List.of(new BilledOrder(order, List.of(bills))), position + "0");
            }
        };
        if (mismatches.position("main").isEmpty()) {
            assertThat(parity.compareInvoices("main", source)).isZero();
        }
        assertThat(parity.compareInvoices("main", source)).isOne();
    }

    private static Bill bill(String id, String quantity, String net, String tax) {
        BigDecimal gross = new BigDecimal(net).add(new BigDecimal(tax));
        return new Bill(
                id,
                List.of(new Bill.Line(
                        1, new BigDecimal(quantity), new BigDecimal(net), TaxCategory.S, new BigDecimal("20"))),
                List.of(subtotal(net, tax)),
                totals(net, tax, gross.toPlainString()));
    }

    private static TaxSubtotal subtotal(String taxable, String tax) {
        return new TaxSubtotal(
                TaxCategory.S, new BigDecimal("20.00"), new BigDecimal(taxable), new BigDecimal(tax), null, null);
    }

    private static DocumentTotals totals(String net, String tax, String gross) {
        BigDecimal zero = new BigDecimal("0.00");
        return new DocumentTotals(
                GBP, new BigDecimal(net), zero, zero, new BigDecimal(net), new BigDecimal(tax), new BigDecimal(gross));
    }

    private static OrderContent content(String net, String tax, String gross) {
        return new OrderContent(
                new AccountId("main", "A"),
                null,
                LocalDate.of(2026, 11, 22),
                null,
                GBP,
                false,
                null,
                DeliveryPolicy.PARTIAL,
                List.of(line(net)),
                List.of(),
                List.of(subtotal(net, tax)),
                totals(net, tax, gross));
    }

    private static OrderLine line(String net) {
        return new OrderLine(
                1,
                new ItemId("I"),
                "Item",
                new Quantity(BigDecimal.TEN, "EA"),
                BigDecimal.TEN,
                new LinePrice(
                        null,
                        BigDecimal.ONE,
                        "EA",
                        BigDecimal.ONE,
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        null,
                        null,
                        new BigDecimal(net),
                        TaxCategory.S,
                        new BigDecimal("20")),
                null,
                null,
                LineProgress.NONE);
    }

    private static OrderDraft draft(OrderContent content) {
        return new OrderDraft(content, CreditPolicy.HOLD, StockPolicy.BACKORDER, List.of());
    }

    private static Order order(OrderContent content) {
        OrderStatus status = new OrderStatus(Approval.APPROVED, Progress.NONE, Delivery.NONE, Progress.NONE);
        return new Order(new OrderId("main", "SO-1"), 1, "reference", content, status, List.of(), List.of());
    }

    /** An ERP that stores one order, come what may. */
    private static final class OneOrder extends UnusedOrders {

        private final OrderContent stored;
        private final boolean asks;

        /** @param asks whether it decides anew, as for an order that is not there yet */
        private OneOrder(OrderContent stored, boolean asks) {
            this.stored = stored;
            this.asks = asks;
        }

        @Override
        public Order create(String reference, OrderDraft draft, UnaryOperator<OrderDraft> recheck) {
            if (asks) {
                recheck.apply(draft);
            }
            return order(stored);
        }
    }
}
