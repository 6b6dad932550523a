package org.throughline.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.throughline.history.HistoryWorld.DATASET;
import static org.throughline.history.HistoryWorld.TODAY;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.throughline.history.HistoryWorld.Line;
import org.throughline.shared.AccountId;
import org.throughline.shared.DocumentTotals;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ItemId;
import org.throughline.shared.MaxAge;
import org.throughline.shared.PageRequest;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.TaxCategory;

/** What every ERP's invoices must do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class InvoicesContract {

    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);

    protected final HistoryWorld world;
    private final AtomicInteger numbers = new AtomicInteger(100);

    protected InvoicesContract(HistoryWorld world) {
        this.world = world;
        world.item("A", "Item A");
        world.item("B", "Item B");
    }

    @AfterAll
    void close() {
        world.close();
    }

    @Test
    void anInvoiceTellsWhatWasPaidWhatIsOutstandingAndHowLongItIsOverdue() {
        AccountId account = world.account("one");
        world.invoice("IN-1", account, MARCH, "PO 7", Line.of("A", "10", "10.00"));
        world.payment("IN-1", MARCH.plusDays(5), "50.00");

        Invoice invoice = all(10, InvoiceFilter.ALL, account).get(0);

        assertThat(invoice.id()).isEqualTo(world.invoiceOf("IN-1"));
        assertThat(invoice.account()).isEqualTo(account);
        assertThat(invoice.kind()).isEqualTo(InvoiceKind.INVOICE);
        assertThat(invoice.date()).isEqualTo(MARCH);
        assertThat(invoice.dueDate()).isEqualTo(MARCH.plusDays(30));
        assertThat(invoice.customerReference()).isEqualTo("PO 7");
        assertThat(invoice.net()).isEqualTo("100.00");
        assertThat(invoice.tax()).isEqualTo("20.00");
        assertThat(invoice.gross()).isEqualTo("120.00");
        assertThat(invoice.settlement().paid()).isEqualTo("50.00");
        assertThat(invoice.settlement().credited()).isEqualTo("0.00");
        assertThat(invoice.outstanding()).isEqualTo("70.00");
        assertThat(invoice.status()).isEqualTo(InvoiceStatus.PARTLY_PAID);
        assertThat(invoice.daysOverdue()).isEqualTo(76);
        assertThat(invoice.asOf()).isEqualTo(TODAY);
    }

    @Test
    void aPaidInvoiceIsNeverOverdueAndACreditNoteNeitherIs() {
        AccountId account = world.account("paid");
        world.invoice("IN-PAID", account, MARCH, null, Line.of("A", "1", "100.00"));
        world.creditNote("CN-PAID", "IN-PAID", MARCH.plusDays(3), Line.of("A", "1", "40.00"));
        world.payment("IN-PAID", MARCH.plusDays(90), "72.00");

        List<Invoice> invoices = all(10, InvoiceFilter.ALL, account);

        assertThat(invoices).extracting(Invoice::kind).containsExactly(InvoiceKind.CREDIT_NOTE, InvoiceKind.INVOICE);
        assertThat(invoices).extracting(Invoice::daysOverdue).containsExactly(0, 0);
        assertThat(invoices.get(0).gross()).isEqualTo("48.00");
        assertThat(invoices.get(1).settlement().credited()).isEqualTo("48.00");
        assertThat(invoices.get(1).status()).isEqualTo(InvoiceStatus.PAID);
        assertThat(invoices.get(1).outstanding()).isEqualTo("0.00");
    }

    @Test
    void ofADayInThePastLaterPaymentsCreditNotesAndInvoicesAreLeftOut() {
        AccountId account = world.account("past");
        world.invoice("IN-P1", account, MARCH, null, Line.of("A", "1", "100.00"));
        world.payment("IN-P1", MARCH.plusDays(10), "20.00");
        world.creditNote("CN-P1", "IN-P1", MARCH.plusDays(20), Line.of("A", "1", "50.00"));
        world.payment("IN-P1", MARCH.plusDays(40), "40.00");
        world.invoice("IN-P2", account, MARCH.plusDays(50), null, Line.of("A", "1", "1.00"));

        assertThat(asOf(MARCH, account)).containsExactly("IN-P1 OPEN 120.00 0");
        assertThat(asOf(MARCH.plusDays(10), account)).containsExactly("IN-P1 PARTLY_PAID 100.00 0");
        assertThat(asOf(MARCH.plusDays(31), account)).containsExactly("CN-P1 PAID 0.00 0", "IN-P1 PARTLY_PAID 40.00 1");
        assertThat(asOf(MARCH.plusDays(40), account)).containsExactly("CN-P1 PAID 0.00 0", "IN-P1 PAID 0.00 0");
        assertThat(asOf(MARCH.plusDays(50), account)).hasSize(3);
        InvoiceDocument then = world.invoices()
                .get(world.invoiceOf("IN-P1"), MARCH.plusDays(10), MaxAge.ANY)
                .value();
        assertThat(then.payments()).hasSize(1);
        assertThat(then.credits()).isEmpty();
        assertThat(then.header().outstanding()).isEqualTo("100.00");
    }

    @Test
    void statusesCanBeAskedForNowAndOfADayInThePastOverAllPages() {
        AccountId account = world.account("status");
        for (int i = 0; i < 12; i++) {
            String id = "IN-S%02d".formatted(i);
            world.invoice(id, account, MARCH.plusDays(i), null, Line.of("A", "1", "100.00"));
            if (i % 3 > 0) {
                world.payment(id, MARCH.plusDays(60), i % 3 == 1 ? "120.00" : "1.00");
            }
        }

        assertThat(all(2, status(null, InvoiceStatus.OPEN), account)).hasSize(4);
        assertThat(all(2, status(null, InvoiceStatus.PAID), account)).hasSize(4);
        assertThat(all(3, status(null, InvoiceStatus.PARTLY_PAID, InvoiceStatus.OPEN), account))
                .hasSize(8);
        assertThat(all(5, status(MARCH.plusDays(59), InvoiceStatus.OPEN), account))
                .hasSize(12);
        assertThat(all(5, status(MARCH.plusDays(59), InvoiceStatus.PAID), account))
                .isEmpty();
        assertThat(all(1, status(MARCH.plusDays(60), InvoiceStatus.PAID), account))
                .hasSize(4)
                .extracting(Invoice::id)
                .doesNotHaveDuplicates();
    }

    @Test
    void overdueInvoicesCanBeAskedFor() {
        AccountId account = world.account("overdue");
        world.invoice("IN-O1", account, TODAY.minusDays(31), null, Line.of("A", "1", "100.00"));
        world.invoice("IN-O2", account, TODAY.minusDays(30), null, Line.of("A", "1", "100.00"));
        world.invoice("IN-O3", account, TODAY.minusDays(40), null, Line.of("A", "1", "100.00"));
        world.payment("IN-O3", TODAY, "120.00");

        assertThat(ids(all(10, overdue(null), account))).containsExactly("IN-O1");
        assertThat(ids(all(10, overdue(TODAY.minusDays(1)), account))).containsExactly("IN-O3");
        assertThat(ids(all(1, overdue(TODAY.plusDays(1)), account))).containsExactly("IN-O2", "IN-O1");
    }

    @Test
    void everyFilterNarrowsTheList() {
        AccountId account = world.account("filters");
        world.invoice("IN-F1", account, MARCH, "PO 1", Line.of("A", "1", "10.00"));
        world.invoice(
                "IN-F2", account, MARCH.plusDays(1), "PO 2", Line.of("A", "1", "20.00"), Line.of("B", "1", "1.00"));
        world.invoice("IN-F3", account, MARCH.plusDays(2), "PO 2", Line.of("B", "1", "30.00"));
        world.creditNote("CN-F4", "IN-F3", MARCH.plusDays(3), Line.of("B", "1", "30.00"));

        assertThat(ids(all(10, dates(MARCH, MARCH.plusDays(1)), account))).containsExactly("IN-F1");
        assertThat(ids(all(10, dates(MARCH.plusDays(2), null), account))).containsExactly("CN-F4", "IN-F3");
        assertThat(ids(all(10, kind(InvoiceKind.CREDIT_NOTE), account))).containsExactly("CN-F4");
        assertThat(ids(all(10, item("B"), account))).containsExactly("CN-F4", "IN-F3", "IN-F2");
        assertThat(ids(all(10, reference("PO 2"), account))).containsExactly("IN-F3", "IN-F2");
        assertThat(ids(all(10, gross("12.00", "25.20"), account))).containsExactly("IN-F2", "IN-F1");
        assertThat(ids(all(10, gross("12.01", null), account))).containsExactly("CN-F4", "IN-F3", "IN-F2");
    }

    @Test
    void invoicesOfAnOrderOrWithAnItemTwiceAreFoundOnce() {
        AccountId account = world.account("order");
        world.order("SO-I1", account, MARCH, Line.of("A", "1", "10.00"));
        world.invoiceFor("SO-I1", "IN-I1", account, MARCH, Line.of("A", "1", "10.00"), Line.of("A", "2", "10.00"));
        world.invoice("IN-I2", account, MARCH, null, Line.of("B", "1", "10.00"), Line.of("A", "2", "10.00"));
        world.invoiceFor("SO-I1", "IN-I3", account, MARCH.plusDays(1), Line.of("A", "1", "5.00"));
        InvoiceFilter order = new InvoiceFilter(
                DateRange.ALL, null, Set.of(), false, null, world.orderOf("SO-I1"), null, AmountRange.ALL, null);

        for (int size : List.of(1, 2, 10)) {
            assertThat(ids(all(size, order, account))).containsExactly("IN-I3", "IN-I1");
            assertThat(ids(all(size, item("A"), account))).containsExactly("IN-I3", "IN-I2", "IN-I1");
        }
        assertThat(totals(item("A"), account))
                .extracting(InvoiceTotal::documents)
                .containsExactly(3);
    }

    @Test
    void totalsAreOverTheWholeListNowAndOnADayInThePast() {
        AccountId account = world.account("totals");
        for (int i = 0; i < 5; i++) {
            world.invoice("IN-T" + i, account, MARCH.plusDays(i), null, Line.of("A", "1", "100.00"));
        }
        world.payment("IN-T0", MARCH.plusDays(10), "120.00");
        world.payment("IN-T1", MARCH.plusDays(10), "20.00");
        world.creditNote("CN-T2", "IN-T2", MARCH.plusDays(11), Line.of("A", "1", "50.00"));

        assertThat(totals(InvoiceFilter.ALL, account))
                .containsExactly(
                        total(InvoiceKind.INVOICE, 5, "500.00", "100.00", "600.00", "400.00"),
                        total(InvoiceKind.CREDIT_NOTE, 1, "50.00", "10.00", "60.00", "0.00"));
        assertThat(totals(status(MARCH.plusDays(9)), account))
                .containsExactly(total(InvoiceKind.INVOICE, 5, "500.00", "100.00", "600.00", "600.00"));
        assertThat(totals(status(null, InvoiceStatus.OPEN), account))
                .containsExactly(total(InvoiceKind.INVOICE, 2, "200.00", "40.00", "240.00", "240.00"));
        assertThat(totals(status(MARCH.plusDays(10), InvoiceStatus.PAID), account))
                .containsExactly(total(InvoiceKind.INVOICE, 1, "100.00", "20.00", "120.00", "0.00"));
        assertThat(totals(gross("120.01", null), account)).isEmpty();
    }

    @Test
    void whatIsOpenIsAgedFromTheDueDateAtTheEndOfADay() {
        AccountId account = world.account("aging");
        AccountId other = world.account("aging-other");
        int[] days = {0, 1, 30, 31, 60, 61, 90, 91};
        for (int i = 0; i < days.length; i++) {
            world.invoice(
                    "IN-G" + i, account, TODAY.minusDays(30 + days[i]), null, Line.of("A", "1", (1 << i) + ".00"));
        }
        world.invoice("IN-G8", other, TODAY.minusDays(200), null, Line.of("A", "1", "1000.00"));
        world.payment("IN-G8", TODAY.minusDays(1), "1200.00");
        world.invoice("IN-G9", other, TODAY, null, Line.of("A", "1", "10.00"));

        assertThat(aging(null, account))
                .containsExactly("aging " + world.currency()
                        + " 8 1.20 of 306.00: 1.20 7.20 28.80 115.20 153.60, 304.80 overdue");
        assertThat(aging(TODAY.plusDays(1), account))
                .containsExactly("aging " + world.currency()
                        + " 8 0.00 of 306.00: 0.00 3.60 14.40 57.60 230.40, 306.00 overdue");
        assertThat(aging(null, account, other))
                .last()
                .isEqualTo("aging-other " + world.currency()
                        + " 1 12.00 of 12.00: 12.00 0.00 0.00 0.00 0.00, 0.00 overdue");
        assertThat(aging(TODAY.minusDays(2), other))
                .containsExactly("aging-other " + world.currency()
                        + " 1 0.00 of 1200.00: 0.00 0.00 0.00 0.00 1200.00, 1200.00 overdue");
        assertThat(aging(TODAY.minusDays(1), other)).isEmpty();
    }

    @Test
    void agingOfAnUnknownAccountIsNotFound() {
        assertThatThrownBy(() -> aging(null, new AccountId(DATASET, "unknown")))
                .isInstanceOfSatisfying(
                        ServiceFault.class, fault -> assertThat(fault.code()).isEqualTo(ErrorCode.ACCOUNT_NOT_FOUND));
    }

    @Test
    void theListStaysWholeWhileInvoicesOfAllDaysComeIn() {
        AccountId one = world.account("whole-1");
        AccountId two = world.account("whole-2");
        for (int i = 0; i < world.many(40); i++) {
            world.invoice(id(), i % 3 == 0 ? one : two, MARCH.plusDays(i), null, Line.of("A", "1", "1.00"));
        }

        for (InvoiceFilter filter :
                List.of(InvoiceFilter.ALL, item("A"), gross("1.00", null), status(null, InvoiceStatus.OPEN))) {
            Pages.staysWhole(
                    page -> world.invoices().find(List.of(one, two), filter, page, MaxAge.ANY),
                    Invoice::id,
                    number -> world.invoice(
                            id(), two, MARCH.plusDays(number % world.many(45)), null, Line.of("A", "1", "1.00")));
        }
    }

    @Test
    void aWholeInvoiceHasLinesTaxesTotalsPaymentsAndCreditNotes() {
        AccountId account = world.account("whole");
        world.invoice("IN-W", account, MARCH, "PO 9", Line.of("A", "3", "10.00", "9.00"), Line.of("B", "1", "0.55"));
        world.payment("IN-W", MARCH.plusDays(7), "10.00");
        world.payment("IN-W", MARCH.plusDays(4), "5.00");
        world.creditNote("CN-W", "IN-W", MARCH.plusDays(9), Line.of("B", "1", "0.55"));

        InvoiceDocument invoice = get("IN-W");

        assertThat(invoice.lines()).hasSize(2);
        InvoiceLine line = invoice.lines().get(0);
        assertThat(line.number()).isEqualTo(1);
        assertThat(line.item()).isEqualTo(new ItemId("A"));
        assertThat(line.quantity().value()).isEqualTo("3");
        assertThat(line.unitPrice()).isEqualTo("9.00");
        assertThat(line.discountPercent()).isEqualTo(world.keepsListPrices() ? amount("10") : null);
        assertThat(line.net()).isEqualTo("27.00");
        assertThat(line.taxCategory()).isEqualTo(TaxCategory.S);
        assertThat(line.taxPercent()).isEqualTo("20");
        assertThat(invoice.taxes()).singleElement().satisfies(tax -> {
            assertThat(tax.taxable()).isEqualTo("27.55");
            assertThat(tax.tax()).isEqualTo("5.51");
        });
        assertThat(invoice.totals())
                .isEqualTo(new DocumentTotals(
                        world.currency(),
                        new BigDecimal("27.55"),
                        new BigDecimal("0.00"),
                        new BigDecimal("0.00"),
                        new BigDecimal("27.55"),
                        new BigDecimal("5.51"),
                        new BigDecimal("33.06")));
        assertThat(invoice.payments()).extracting(Payment::amount).containsExactly(amount("5.00"), amount("10.00"));
        assertThat(invoice.credits())
                .containsExactly(new Credit(world.invoiceOf("CN-W"), MARCH.plusDays(9), amount("0.66")));
        assertThat(get("CN-W").corrects()).isEqualTo(world.invoiceOf("IN-W"));
        assertThat(invoice.header().outstanding()).isEqualTo("17.40");
    }

    @Test
    void anUnknownInvoiceOrAccountIsNotFound() {
        assertThatThrownBy(() -> get("unknown"))
                .isInstanceOfSatisfying(ServiceFault.class, fault -> assertThat(fault.violations())
                        .containsExactly(ErrorCode.INVOICE_NOT_FOUND.at("invoice.id")));
        assertThatThrownBy(() -> all(1, InvoiceFilter.ALL, new AccountId(DATASET, "unknown")))
                .isInstanceOfSatisfying(
                        ServiceFault.class, fault -> assertThat(fault.code()).isEqualTo(ErrorCode.ACCOUNT_NOT_FOUND));
    }

    @Test
    void pagesOfSeveralAccountsNeitherSkipNorRepeatWhileInvoicesComeIn() {
        AccountId one = world.account("pages-1");
        AccountId two = world.account("pages-2");
        for (int i = 0; i < world.many(20); i++) {
            world.invoice(id(), i % 3 == 0 ? one : two, MARCH.plusDays(i / 5), null, Line.of("A", "1", "1.00"));
        }
        List<String> before = ids(all(100, InvoiceFilter.ALL, one, two));

        List<String> paged = ids(Pages.all(
                3,
                page -> world.invoices().find(List.of(one, two), InvoiceFilter.ALL, page, MaxAge.ANY),
                () -> world.invoice(id(), two, MARCH.plusDays(30), null, Line.of("A", "1", "1.00"))));

        assertThat(before).hasSize(world.many(20)).doesNotHaveDuplicates();
        assertThat(paged).isEqualTo(before);
    }

    @Test
    void aCursorOfOtherFiltersIsRefused() {
        AccountId account = world.account("cursor");
        world.invoice(id(), account, MARCH, null, Line.of("A", "1", "1.00"));
        world.invoice(id(), account, MARCH, null, Line.of("A", "1", "1.00"));
        Optional<String> cursor = world.invoices()
                .find(List.of(account), InvoiceFilter.ALL, PageRequest.first(1), MaxAge.ANY)
                .value()
                .nextCursor();

        assertThat(cursor).isPresent();
        assertThatThrownBy(() ->
                        world.invoices().find(List.of(account), overdue(null), new PageRequest(1, cursor), MaxAge.ANY))
                .isInstanceOfSatisfying(
                        ServiceFault.class, fault -> assertThat(fault.code()).isEqualTo(ErrorCode.INVALID_CURSOR));
    }

    private List<String> asOf(LocalDate day, AccountId account) {
        return all(10, status(day), account).stream()
                .map(invoice -> world.nameOf(invoice.id()) + " " + invoice.status() + " " + invoice.outstanding() + " "
                        + invoice.daysOverdue())
                .toList();
    }

    private List<Invoice> all(int size, InvoiceFilter filter, AccountId... accounts) {
        return Pages.all(size, page -> world.invoices().find(List.of(accounts), filter, page, MaxAge.ANY));
    }

    private List<InvoiceTotal> totals(InvoiceFilter filter, AccountId... accounts) {
        return world.invoices().totals(List.of(accounts), filter, MaxAge.ANY).value();
    }

    private InvoiceTotal total(
            InvoiceKind kind, int documents, String net, String tax, String gross, String outstanding) {
        return new InvoiceTotal(
                world.currency(), kind, documents, amount(net), amount(tax), amount(gross), amount(outstanding));
    }

    private List<String> aging(LocalDate asOf, AccountId... accounts) {
        return world.invoices().aging(List.of(accounts), asOf, MaxAge.ANY).value().entries().stream()
                .map(aged -> aged.account().value() + " " + aged.currency() + " " + aged.invoices() + " "
                        + aged.of(AgeBucket.CURRENT) + " of " + aged.total() + ": "
                        + java.util.Arrays.stream(AgeBucket.values())
                                .map(age -> aged.of(age).toString())
                                .collect(java.util.stream.Collectors.joining(" "))
                        + ", " + aged.overdue() + " overdue")
                .toList();
    }

    private InvoiceDocument get(String id) {
        return world.invoices().get(world.invoiceOf(id), null, MaxAge.ANY).value();
    }

    private List<String> ids(List<Invoice> invoices) {
        return invoices.stream().map(invoice -> world.nameOf(invoice.id())).toList();
    }

    private static InvoiceFilter status(LocalDate asOf, InvoiceStatus... statuses) {
        return new InvoiceFilter(DateRange.ALL, null, Set.of(statuses), false, null, null, null, AmountRange.ALL, asOf);
    }

    private static InvoiceFilter overdue(LocalDate asOf) {
        return new InvoiceFilter(DateRange.ALL, null, Set.of(), true, null, null, null, AmountRange.ALL, asOf);
    }

    private static InvoiceFilter dates(LocalDate from, LocalDate until) {
        return new InvoiceFilter(
                new DateRange(from, until), null, Set.of(), false, null, null, null, AmountRange.ALL, null);
    }

    private static InvoiceFilter kind(InvoiceKind kind) {
        return new InvoiceFilter(DateRange.ALL, kind, Set.of(), false, null, null, null, AmountRange.ALL, null);
    }

    private InvoiceFilter item(String item) {
        return new InvoiceFilter(
                DateRange.ALL, null, Set.of(), false, new ItemId(item), null, null, AmountRange.ALL, null);
    }

    private static InvoiceFilter reference(String reference) {
        return new InvoiceFilter(DateRange.ALL, null, Set.of(), false, null, null, reference, AmountRange.ALL, null);
    }

    private InvoiceFilter gross(String from, String to) {
        AmountRange amounts =
                new AmountRange(world.currency(), new BigDecimal(from), to == null ? null : new BigDecimal(to));
        return new InvoiceFilter(DateRange.ALL, null, Set.of(), false, null, null, null, amounts, null);
    }

    private static BigDecimal amount(String text) {
        return new BigDecimal(text);
    }

    private String id() {
        return "IN-Z" + numbers.getAndIncrement();
    }
}
