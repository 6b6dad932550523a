package org.throughline.erp.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.throughline.account.CreditStatus;
import org.throughline.erp.embedded.Payments.Payment;
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
import org.throughline.shared.Violation;

/** Money that comes in, on every database. */
abstract class PaymentsContract {

    private static final int THREADS = 12;
    private static final By ANNA = new By("Anna", null);

    abstract EmbeddedOrderWorld world();

    @Test
    void aPaymentSettlesTheInvoiceThatItNamesAndTheOrderTellsOfIt() {
        AccountId account = world().account(null);
        Order order = sales().order(account, "3");
        InvoiceId invoice = world().invoicing().invoiceRest(order.id(), ANNA);

        Payment payment = receive(account, "36.00", allocation(invoice, "36.00"));

        assertThat(payment.unallocated()).isEqualByComparingTo("0");
        assertThat(invoice(invoice).header().status()).isEqualTo(InvoiceStatus.PAID);
        assertThat(invoice(invoice).payments()).singleElement().satisfies(paid -> assertThat(paid.amount())
                .isEqualByComparingTo("36.00"));
        Order now = sales().now(order.id());
        assertThat(now.version()).isEqualTo(order.version() + 2);
        assertThat(now.timeLine().get(now.timeLine().size() - 1)).satisfies(event -> {
            assertThat(event.kind()).isEqualTo(OrderEvent.Kind.PAID);
            assertThat(event.actor()).isEqualTo("Anna");
            assertThat(event.text()).isEqualTo(invoice.value() + ": 36.00 GBP, settled");
        });
    }

    @Test
    void whatIsPaidInPartStaysOpenForTheRest() {
        AccountId account = world().account(null);
        InvoiceId invoice = invoiced(account, "3");
        receive(account, "10.00", allocation(invoice, "10.00"));
        assertThat(invoice(invoice).header().status()).isEqualTo(InvoiceStatus.PARTLY_PAID);
        assertThat(invoice(invoice).header().outstanding()).isEqualByComparingTo("26.00");
        receive(account, "26.00", allocation(invoice, "26.00"));
        assertThat(invoice(invoice).header().status()).isEqualTo(InvoiceStatus.PAID);
        assertThat(invoice(invoice).payments()).hasSize(2);
    }

    @Test
    void moreThanIsOwedIsCashOfTheAccountUntilItIsAllocated() {
        AccountId account = world().account(null);
        InvoiceId first = invoiced(account, "3");
        Payment payment = receive(account, "100.00", allocation(first, "36.00"));
        assertThat(payment.unallocated()).isEqualByComparingTo("64.00");
        assertThat(credit(account).unallocatedCash()).isEqualByComparingTo("64.00");

        InvoiceId second = invoiced(account, "5");
        world().clock().advance(Duration.ofDays(1));
        Payment now = world().payments().allocate(payment.id(), List.of(allocation(second, "60.00")), ANNA);

        assertThat(now.unallocated()).isEqualByComparingTo("4.00");
        assertThat(now.allocations())
                .extracting(Allocation::invoice, Allocation::amount)
                .containsExactlyInAnyOrder(
                        tuple(first.value(), new BigDecimal("36.00")), tuple(second.value(), new BigDecimal("60.00")));
        assertThat(invoice(second).header().status()).isEqualTo(InvoiceStatus.PAID);
        assertThat(credit(account).openInvoices()).isEqualByComparingTo("0");
        LocalDate yesterday = LocalDate.now(world().clock()).minusDays(1);
        assertThat(world().invoices()
                        .get(second, yesterday, MaxAge.LIVE)
                        .value()
                        .header()
                        .status())
                .as("as it was the day before")
                .isEqualTo(InvoiceStatus.OPEN);
    }

    @Test
    void thePaymentOfAnEarlierDayCountsFromThatDay() {
        AccountId account = world().account(null);
        InvoiceId invoice = invoiced(account, "1");
        world().clock().advance(Duration.ofDays(5));
        LocalDate received = LocalDate.now(world().clock()).minusDays(2);
        world().payments()
                .receive(
                        new Receipt(
                                account,
                                new BigDecimal("12.00"),
                                null,
                                received,
                                "TRANSFER",
                                "BANK-1",
                                List.of(allocation(invoice, "12.00"))),
                        ANNA);
        assertThat(invoice(invoice).payments()).singleElement().satisfies(paid -> {
            assertThat(paid.date()).isEqualTo(received);
            assertThat(paid.method()).isEqualTo("TRANSFER");
            assertThat(paid.reference()).isEqualTo("BANK-1");
        });
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceAndNothingIsBooked() {
        AccountId account = world().account(null);
        InvoiceId own = invoiced(account, "3");
        InvoiceId foreign = invoiced(world().account(null), "3");
        List<Allocation> allocations = List.of(
                allocation(own, "36.01"),
                allocation(own, "1.00"),
                allocation(foreign, "1.00"),
                new Allocation("IN-0", BigDecimal.ONE));
        LocalDate tomorrow = LocalDate.now(world().clock()).plusDays(1);
        Receipt receipt = new Receipt(
                account, new BigDecimal("10.001"), Currency.getInstance("JPY"), tomorrow, null, null, allocations);
        assertThatThrownBy(() -> world().payments().receive(receipt, ANNA))
                .isInstanceOfSatisfying(ServiceFault.class, fault -> assertThat(fault.violations())
                        .extracting(Violation::path, Violation::code)
                        .containsExactly(
                                tuple("amount", ErrorCode.INVALID_VALUE),
                                tuple("receivedOn", ErrorCode.INVALID_VALUE),
                                tuple("currency", ErrorCode.NO_EXCHANGE_RATE),
                                tuple("allocations[0].invoice", ErrorCode.INVALID_VALUE),
                                tuple("allocations[1].invoice", ErrorCode.INVALID_VALUE),
                                tuple("allocations[2].invoice", ErrorCode.INVOICE_NOT_FOUND),
                                tuple("allocations[3].invoice", ErrorCode.INVOICE_NOT_FOUND),
                                tuple("allocations", ErrorCode.AMOUNT_EXCEEDED)));
        assertThat(credit(account).unallocatedCash()).isEqualByComparingTo("0");
        assertThat(invoice(own).header().outstanding()).isEqualByComparingTo("36.00");
    }

    @Test
    void moreThanIsLeftOnTheInvoiceIsRefusedWithWhatIsLeft() {
        AccountId account = world().account(null);
        InvoiceId invoice = invoiced(account, "3");
        assertThatThrownBy(() -> receive(account, "50.00", allocation(invoice, "50.00")))
                .isInstanceOfSatisfying(ServiceFault.class, fault -> {
                    assertThat(fault.code()).isEqualTo(ErrorCode.AMOUNT_EXCEEDED);
                    assertThat(fault.violations().get(0).path()).isEqualTo("allocations[0].amount");
                    assertThat(fault.violations().get(0).remedy().limit()).isEqualByComparingTo("36.00");
                });
    }

    @Test
    void whatIsNotThereOrEmptyOrTwiceIsRefused() {
        AccountId account = world().account(null);
        Payment payment = receive(account, "5.00");
        assertFault(() -> world().payments().allocate(payment.id(), List.of(), ANNA), ErrorCode.INVALID_VALUE);
        assertFault(() -> world().payments().allocate(-1, List.of(), ANNA), ErrorCode.PAYMENT_NOT_FOUND);
        assertFault(() -> receive(new AccountId("main", "NOBODY"), "5.00"), ErrorCode.ACCOUNT_NOT_FOUND);
        Receipt receipt = new Receipt(account, new BigDecimal("7.00"), null, null, null, "STATEMENT-7", List.of());
        world().payments().receive(receipt, ANNA);
        assertFault(() -> world().payments().receive(receipt, ANNA), ErrorCode.PAYMENT_RECEIVED_BEFORE);
        assertThat(credit(account).unallocatedCash()).isEqualByComparingTo("12.00");
    }

    @Test
    void manyWhoAllocateAtTheSameTimeNeverSettleMoreThanIsOwedNorMoreThanWasPaid() throws Exception {
        AccountId account = world().account(null);
        InvoiceId invoice = invoiced(account, "5");
        Payment payment = receive(account, "50.00");
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        int settled = 0;
        try {
            List<Callable<Boolean>> attempts = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                boolean old = i % 2 == 0;
                attempts.add(() -> settled(account, invoice, old ? payment : null));
            }
            for (Future<Boolean> outcome : pool.invokeAll(attempts, 120, TimeUnit.SECONDS)) {
                settled += outcome.get() ? 1 : 0;
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(settled).as("each settles 10.00 of 60.00").isEqualTo(6);
        assertThat(invoice(invoice).header().status()).isEqualTo(InvoiceStatus.PAID);
        assertThat(invoice(invoice).header().settlement().paid()).isEqualByComparingTo("60.00");
        assertThat(world().payments().get(payment.id()).unallocated()).isGreaterThanOrEqualTo(BigDecimal.ZERO);
    }

    private boolean settled(AccountId account, InvoiceId invoice, Payment payment) {
        try {
            if (payment == null) {
                receive(account, "10.00", allocation(invoice, "10.00"));
            } else {
                world().payments().allocate(payment.id(), List.of(allocation(invoice, "10.00")), ANNA);
            }
            return true;
        } catch (ServiceFault nothingLeft) {
            assertThat(nothingLeft.code()).isEqualTo(ErrorCode.AMOUNT_EXCEEDED);
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

    private Payment receive(AccountId account, String amount, Allocation... allocations) {
        return world().payments()
                .receive(
                        new Receipt(account, new BigDecimal(amount), null, null, null, null, List.of(allocations)),
                        ANNA);
    }

    private InvoiceDocument invoice(InvoiceId id) {
        return world().invoices().get(id, null, MaxAge.LIVE).value();
    }

    private CreditStatus credit(AccountId account) {
        return world().sources()
                .credits()
                .status(account, LocalDate.now(world().clock()), MaxAge.LIVE)
                .value();
    }

    private static Allocation allocation(InvoiceId invoice, String amount) {
        return new Allocation(invoice.value(), new BigDecimal(amount));
    }

    private static void assertFault(ThrowingCallable call, ErrorCode code) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ServiceFault.class, fault -> assertThat(fault.code())
                .isEqualTo(code));
    }
}
