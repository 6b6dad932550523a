package org.throughline.erp.tryton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.history.HistoryWorld.TODAY;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.throughline.history.AgeBucket;
import org.throughline.history.AgedInvoices;
import org.throughline.history.Credit;
import org.throughline.history.HistoryWorld.Line;
import org.throughline.history.Invoice;
import org.throughline.history.InvoiceFilter;
import org.throughline.history.InvoiceKind;
import org.throughline.history.InvoiceStatus;
import org.throughline.history.InvoicesContract;
import org.throughline.shared.AccountId;
import org.throughline.shared.MaxAge;
import org.throughline.shared.PageRequest;

@Tag("tryton")
class TrytonInvoicesIT extends InvoicesContract {

    TrytonInvoicesIT() {
        super(new TrytonHistoryWorld());
    }

    @Test
    void anInvoiceInAnotherCurrencyThanTheCompanysIsPaidInItsOwn() {
        AccountId account = world.account("foreign");
        tryton().foreignInvoice("IN-USD", account, TODAY.minusDays(40), Line.of("A", "1", "100.01"));
        tryton().foreignPayment("IN-USD", TODAY.minusDays(1), "20.00");

        Invoice invoice = find(account).get(0);

        assertThat(invoice.currency()).isEqualTo(world.otherCurrency());
        assertThat(invoice.gross()).isEqualTo("120.01");
        assertThat(invoice.settlement().paid()).isEqualTo("20.00");
        assertThat(invoice.outstanding()).isEqualTo("100.01");
        assertThat(aged(account).of(AgeBucket.DAYS_1_TO_30)).isEqualTo("100.01");
    }

    @Test
    void anInvoiceThatIsDueInPartsIsAgedByItsParts() {
        AccountId account = world.account("parts");
        tryton().invoiceInParts("IN-PARTS", account, TODAY.minusDays(10), Line.of("A", "1", "100.00"));

        Invoice open = find(account).get(0);
        AgedInvoices aged = aged(account);
        world.payment("IN-PARTS", TODAY.minusDays(2), "60.00");
        Invoice half = find(account).get(0);

        assertThat(open.dueDate()).isEqualTo(TODAY.minusDays(10));
        assertThat(open.daysOverdue()).isEqualTo(10);
        assertThat(aged.invoices()).isEqualTo(1);
        assertThat(aged.of(AgeBucket.DAYS_1_TO_30)).isEqualTo("60.00");
        assertThat(aged.of(AgeBucket.CURRENT)).isEqualTo("60.00");
        assertThat(half.dueDate()).isEqualTo(TODAY.plusDays(20));
        assertThat(half.daysOverdue()).isZero();
        assertThat(half.outstanding()).isEqualTo("60.00");
        assertThat(aged(account).overdue()).isEqualTo("0.00");
    }

    @Test
    void anInvoiceThatWasCancelledByACreditNoteIsSettledByIt() {
        AccountId account = world.account("cancelled");
        tryton().invoiceWithoutTerms("IN-X", account, TODAY.minusDays(9), Line.of("A", "1", "100.00"));
        tryton().refund("IN-X", TODAY.minusDays(3));

        List<Invoice> found = find(account);

        assertThat(found).extracting(Invoice::kind).containsExactly(InvoiceKind.CREDIT_NOTE, InvoiceKind.INVOICE);
        assertThat(found).extracting(Invoice::status).containsOnly(InvoiceStatus.PAID);
        assertThat(world.invoices()
                        .get(found.get(1).id(), null, MaxAge.ANY)
                        .value()
                        .credits())
                .containsExactly(new Credit(
                        found.get(0).id(), TODAY.minusDays(3), found.get(1).gross()));
        assertThat(world.invoices()
                        .get(found.get(0).id(), null, MaxAge.ANY)
                        .value()
                        .corrects())
                .isEqualTo(found.get(1).id());
    }

    @Test
    void anInvoiceOfAnOrderHasItsReferenceAndNumbersOfItsLines() {
        AccountId account = world.account("reference");
        world.order("SO-REF", account, TODAY, Line.of("A", "1", "10.00"));
        world.invoiceFor("SO-REF", "IN-REF", account, TODAY, Line.of("A", "1", "10.00"));

        Invoice invoice = find(account).get(0);

        assertThat(invoice.order()).isEqualTo(world.orderOf("SO-REF"));
        assertThat(invoice.customerReference()).isEqualTo("ref SO-REF");
        assertThat(invoice.number()).isNotEqualTo(invoice.id().value()).isNotBlank();
        assertThat(world.invoices().get(invoice.id(), null, MaxAge.ANY).value().lines())
                .singleElement()
                .satisfies(line -> assertThat(line.orderLine()).isEqualTo(1));
    }

    @Test
    void whatIsNotPostedIsNoInvoice() {
        AccountId account = world.account("draft");
        tryton().draftInvoice(account, TODAY, Line.of("A", "1", "10.00"));

        assertThat(find(account)).isEmpty();
    }

    private TrytonHistoryWorld tryton() {
        return (TrytonHistoryWorld) world;
    }

    private List<Invoice> find(AccountId account) {
        return world.invoices()
                .find(List.of(account), InvoiceFilter.ALL, PageRequest.first(10), MaxAge.ANY)
                .value()
                .entries();
    }

    private AgedInvoices aged(AccountId account) {
        return world.invoices()
                .aging(List.of(account), null, MaxAge.ANY)
                .value()
                .entries()
                .get(0);
    }
}
