package org.throughline.erp.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
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
import org.throughline.account.CreditStatus;
import org.throughline.erp.embedded.Payments.Receipt;
import org.throughline.history.InvoiceDocument;
import org.throughline.history.InvoiceStatus;
import org.throughline.order.Order;
import org.throughline.order.OrderEvent;
import org.throughline.shared.AccountId;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.InvoiceId;
import org.throughline.shared.MaxAge;
import org.throughline.shared.ServiceFault;

/** Credit notes, on every database. */
abstract class CreditNotesContract {

    private static final int THREADS = 8;
    private static final Map<Integer, BigDecimal> ALL = Map.of();
    private static final By ANNA = new By("Anna", "Agreed with the customer");

    abstract EmbeddedOrderWorld world();

    @Test
    void aCreditNoteForAllOfAnInvoiceGivesBackExactlyWhatItAskedForAndSettlesIt() {
        AccountId account = world().account(null);
        Order order = sales().order(account, "3", "7");
        InvoiceId invoice = world().invoicing().invoiceRest(order.id(), ANNA);

        InvoiceId note = credit(invoice, ALL);

        InvoiceDocument credited = document(note);
        assertThat(credited.totals()).isEqualTo(document(invoice).totals());
        assertThat(credited.taxes()).isEqualTo(document(invoice).taxes());
        assertThat(credited.corrects()).isEqualTo(invoice);
        assertThat(credited.header().status()).isEqualTo(InvoiceStatus.PAID);
        assertThat(document(invoice).header().status()).isEqualTo(InvoiceStatus.PAID);
        assertThat(document(invoice).credits()).singleElement().satisfies(credit -> {
            assertThat(credit.document()).isEqualTo(note);
            assertThat(credit.amount()).isEqualByComparingTo("120.00");
        });
        assertThat(sales().now(order.id()).timeLine())
                .filteredOn(event -> event.kind() == OrderEvent.Kind.CREDITED)
                .extracting(OrderEvent::text)
                .containsExactly(
                        note.value() + " for " + invoice.value() + ": 120.00 GBP",
                        invoice.value() + ": 120.00 GBP, settled");
        assertThat(balance(account)).isEqualByComparingTo("0");
    }

    /** 10.01 with 20 % tax, 2.00, in three parts: 3.34 + 3.33 + 3.34 and 0.67 + 0.66 + 0.67. */
    @Test
    void partsOfALineAddUpToTheInvoiceToTheCent() {
        AccountId account = world().account(null);
        InvoiceId invoice = invoiced(account, "3");
        for (String sql : List.of(
                "update invoice_line set net = 10.01 where invoice_id = ?",
                "update invoice_tax set taxable = 10.01, tax = 2.00 where invoice_id = ?",
                "update invoice set line_net_total = 10.01, net_total = 10.01, tax_total = 2.00, gross_total = 12.01"
                        + " where id = ?")) {
            world().database().erp().sql(sql).param(invoice.value()).update();
        }
        List<String> notes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            var totals = document(credit(invoice, Map.of(1, BigDecimal.ONE))).totals();
            notes.add(totals.net() + " + " + totals.tax() + " = " + totals.gross());
        }
        assertThat(notes).containsExactly("3.34 + 0.67 = 4.01", "3.33 + 0.66 = 3.99", "3.34 + 0.67 = 4.01");
        assertThat(document(invoice).header().status()).isEqualTo(InvoiceStatus.PAID);
        assertFault(() -> credit(invoice, ALL), ErrorCode.INVALID_VALUE);
    }

    @Test
    void whatIsPaidAlreadyStaysOpenAsCreditAndSettlesAnotherInvoiceLater() {
        AccountId account = world().account(null);
        InvoiceId paid = invoiced(account, "10");
        pay(account, paid, "100.00");
        InvoiceId note = credit(paid, Map.of(1, new BigDecimal("5")));
        assertThat(document(note).header().outstanding()).isEqualByComparingTo("40.00");
        assertThat(document(paid).header().settlement().credited()).isEqualByComparingTo("20.00");
        assertThat(balance(account)).isEqualByComparingTo("-40.00");

        InvoiceId other = invoiced(account, "1");
        world().clock().advance(Duration.ofDays(1));
        world().creditNotes().allocate(note, List.of(new Allocation(other.value(), new BigDecimal("12.00"))), ANNA);

        assertThat(document(other).header().status()).isEqualTo(InvoiceStatus.PAID);
        assertThat(document(note).header().outstanding()).isEqualByComparingTo("28.00");
        LocalDate yesterday = LocalDate.now(world().clock()).minusDays(1);
        assertThat(world().invoices()
                        .get(note, yesterday, MaxAge.LIVE)
                        .value()
                        .header()
                        .outstanding())
                .as("as it was the day before")
                .isEqualByComparingTo("40.00");
        assertThat(balanceOn(account, yesterday)).isEqualByComparingTo("-28.00");
        assertFault(
                () -> world().creditNotes()
                        .allocate(note, List.of(new Allocation(other.value(), BigDecimal.ONE)), ANNA),
                ErrorCode.AMOUNT_EXCEEDED);
    }

    @Test
    void itMayBeLeftOpenOnPurpose() {
        AccountId account = world().account(null);
        InvoiceId invoice = invoiced(account, "3");
        InvoiceId note = world().creditNotes().credit(invoice, ALL, false, ANNA);
        assertThat(document(invoice).header().status()).isEqualTo(InvoiceStatus.OPEN);
        assertThat(document(note).header().status()).isEqualTo(InvoiceStatus.OPEN);
        assertThat(balance(account)).isEqualByComparingTo("0");
    }

    @Test
    void neverMoreThanWasInvoicedAndNothingIsWrittenThen() {
        AccountId account = world().account(null);
        InvoiceId invoice = invoiced(account, "3");
        InvoiceId note = credit(invoice, Map.of(1, BigDecimal.ONE));
        assertThatThrownBy(() -> credit(invoice, Map.of(1, new BigDecimal("3"))))
                .isInstanceOfSatisfying(ServiceFault.class, fault -> {
                    assertThat(fault.code()).isEqualTo(ErrorCode.INVALID_QUANTITY);
                    assertThat(fault.violations().get(0).path()).isEqualTo("lines[0].quantity");
                    assertThat(fault.violations().get(0).remedy().limit()).isEqualByComparingTo("2");
                });
        assertFault(() -> credit(invoice, Map.of(1, BigDecimal.ZERO)), ErrorCode.INVALID_QUANTITY);
        assertFault(() -> credit(invoice, Map.of(2, BigDecimal.ONE)), ErrorCode.INVALID_QUANTITY);
        assertFault(() -> credit(note, ALL), ErrorCode.INVALID_VALUE);
        assertFault(() -> credit(new InvoiceId("main", "IN-0"), ALL), ErrorCode.INVOICE_NOT_FOUND);
        assertThat(document(invoice).credits()).hasSize(1);
    }

    /** Such as came with an import. */
    @Test
    void creditNotesThatDoNotSayTheirLinesCountByTheirAmount() {
        AccountId account = world().account(null);
        InvoiceId invoice = invoiced(account, "3");
        InvoiceId note = credit(invoice, Map.of(1, new BigDecimal("2")));
        world().database()
                .erp()
                .sql("update invoice_line set corrects_line = null where invoice_id = ?")
                .param(note.value())
                .update();
        assertFault(() -> credit(invoice, ALL), ErrorCode.AMOUNT_EXCEEDED);
        credit(invoice, Map.of(1, BigDecimal.ONE));
    }

    @Test
    void manyWhoCreditAtTheSameTimeNeverCreditMoreThanWasInvoiced() throws Exception {
        InvoiceId invoice = invoiced(world().account(null), "5");
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        int credited = 0;
        try {
            List<Callable<Boolean>> attempts = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                attempts.add(() -> credited(invoice));
            }
            for (Future<Boolean> outcome : pool.invokeAll(attempts, 120, TimeUnit.SECONDS)) {
                credited += outcome.get() ? 1 : 0;
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(credited).isEqualTo(5);
        assertThat(document(invoice).header().settlement().credited()).isEqualByComparingTo("60.00");
    }

    private boolean credited(InvoiceId invoice) {
        try {
            credit(invoice, Map.of(1, BigDecimal.ONE));
            return true;
        } catch (ServiceFault nothingLeft) {
            assertThat(nothingLeft.code()).isEqualTo(ErrorCode.INVALID_QUANTITY);
            return false;
        }
    }

    private Sales sales() {
        return new Sales(world());
    }

    private InvoiceId invoiced(AccountId account, String... quantities) {
        return world().invoicing()
                .invoiceRest(sales().order(account, quantities).id(), ANNA);
    }

    private InvoiceId credit(InvoiceId invoice, Map<Integer, BigDecimal> quantities) {
        return world().creditNotes().credit(invoice, quantities, true, ANNA);
    }

    private void pay(AccountId account, InvoiceId invoice, String amount) {
        BigDecimal money = new BigDecimal(amount);
        Allocation all = new Allocation(invoice.value(), money);
        world().payments().receive(new Receipt(account, money, null, null, null, null, List.of(all)), ANNA);
    }

    private InvoiceDocument document(InvoiceId id) {
        return world().invoices().get(id, null, MaxAge.LIVE).value();
    }

    private BigDecimal balance(AccountId account) {
        return balanceOn(account, LocalDate.now(world().clock()));
    }

    /** What is owed less what is open as credit or cash. */
    private BigDecimal balanceOn(AccountId account, LocalDate day) {
        CreditStatus status =
                world().sources().credits().status(account, day, MaxAge.LIVE).value();
        return status.openInvoices().subtract(status.unallocatedCash());
    }

    private static void assertFault(ThrowingCallable call, ErrorCode code) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ServiceFault.class, fault -> assertThat(fault.code())
                .isEqualTo(code));
    }
}
