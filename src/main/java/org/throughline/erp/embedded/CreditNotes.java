package org.throughline.erp.embedded;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.database.DocumentNumbers;
import org.throughline.erp.embedded.AllocationRules.Source;
import org.throughline.erp.embedded.Debts.Debt;
import org.throughline.history.InvoiceKind;
import org.throughline.order.OrderEvent;
import org.throughline.shared.AccountId;
import org.throughline.shared.DocumentTotals;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.InvoiceId;
import org.throughline.shared.Money;
import org.throughline.shared.OrderId;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.Violations;

/**
 * Credit notes: for an invoice or a part of it, at its prices and with its taxes. They settle what is owed on the invoice;
 * what is left, or all of it when wanted, stays open as credit of the account and can be used for other invoices later.
 */
@Component
public class CreditNotes {

    private static final String CREDITED =
            "select coalesce(sum(gross_total), 0) from invoice where corrects_id = ? and kind = 'CREDIT_NOTE'";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final DocumentNumbers numbers;
    private final Clock clock;
    private final String dataset;
    private final EarlierParts earlier;
    private final InvoiceWriter writer;
    private final Debts debts;
    private final Allocations allocations;
    private final OrderRecords orders;
    private final CreditReview review;
    private final Audit audit;

    CreditNotes(
            @Qualifier("erp") JdbcClient jdbc,
            @Qualifier("erp") DataSource dataSource,
            @Qualifier("erp") TransactionTemplate transactions,
            DocumentNumbers numbers,
            CreditReview review,
            Clock clock,
            EmbeddedErp erp) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.numbers = numbers;
        this.clock = clock;
        this.dataset = erp.dataset();
        this.earlier = new EarlierParts(jdbc);
        this.writer = new InvoiceWriter(dataSource);
        this.debts = new Debts(jdbc);
        this.allocations = new Allocations(jdbc, dataSource, dataset);
        this.orders = new OrderRecords(jdbc, dataSource, dataset);
        this.review = review;
        this.audit = new Audit(jdbc);
    }

    /**
     * Makes a credit note. Orders of the account that waited for credit go on when it suffices now.
     *
     * @param quantities by number of the invoice's line, in its unit; empty for all that was not credited yet
     * @param settle whether it is used for the invoice at once, as far as something is owed
     * @param by says why, too
     * @throws ServiceFault INVOICE_NOT_FOUND; INVALID_VALUE when it is a credit note, or nothing is left; INVALID_QUANTITY for
     *     each quantity that is not above zero or more than is left; AMOUNT_EXCEEDED when credit notes that do not say which
     *     lines they are for leave less
     */
    public InvoiceId credit(InvoiceId invoice, Map<Integer, BigDecimal> quantities, boolean settle, By by) {
        return Undisturbed.in(transactions, () -> {
            AccountLock.take(jdbc, new AccountId(dataset, debt(invoice).account()));
            CreditableInvoice creditable =
                    CreditableInvoice.read(invoice.value(), jdbc).orElseThrow(CreditNotes::notFound);
            Map<Integer, BigDecimal> parts = quantities.isEmpty() ? creditable.rest() : quantities;
            CreditNoteRules.check(creditable, parts).throwIfAny();
            PartAmounts amounts = new PartAmounts(
                    creditable.whole(),
                    parts,
                    earlier.creditNotesOf(invoice.value(), creditable.head().currency()));
            CreditNoteRules.requireNoMoreThan(left(creditable), amounts.totals());
            InvoiceId note = write(creditable, parts, amounts, settle, by);
            review.of(new AccountId(dataset, creditable.head().account()), "Credit note " + note.value());
            return note;
        });
    }

    /**
     * Settles invoices with what is left of a credit note, today.
     *
     * @throws ServiceFault INVOICE_NOT_FOUND; INVALID_VALUE when it is an invoice or there is no allocation; what
     *     {@link AllocationRules} object to
     */
    public void allocate(InvoiceId creditNote, List<Allocation> wanted, By by) {
        Undisturbed.in(transactions, () -> {
            AccountLock.take(jdbc, new AccountId(dataset, debt(creditNote).account()));
            Debt credit = debt(creditNote);
            Violations violations = new Violations();
            if (credit.kind() != InvoiceKind.CREDIT_NOTE) {
                violations.add(ErrorCode.INVALID_VALUE.at("creditNote", "It is an invoice."));
            }
            if (wanted.isEmpty()) {
                violations.add(ErrorCode.INVALID_VALUE.at("allocations", "Nothing is to be allocated."));
            }
            var found = allocations.check(
                    new Source(credit.account(), credit.currency(), credit.left()), wanted, violations);
            violations.throwIfAny();
            use(credit.id(), wanted, found, by, clock.instant());
            audit.write(by, clock.instant(), "ALLOCATE", Audit.Kind.INVOICE, credit.id(), null);
            review.of(new AccountId(dataset, credit.account()), "Credit note " + credit.id());
            return credit;
        });
    }

    private InvoiceId write(
            CreditableInvoice invoice, Map<Integer, BigDecimal> parts, PartAmounts amounts, boolean settle, By by) {
        Instant now = clock.instant();
        String id = "CN-%06d".formatted(numbers.next("credit_note_number"));
        List<InvoiceWriter.Line> lines = invoice.lines().stream()
                .filter(line -> parts.containsKey(line.number()))
                .map(line -> line.part(parts.get(line.number()), amounts.nets().get(line.number())))
                .toList();
        writer.write(head(id, invoice.head(), by), lines, amounts, now);
        DocumentTotals totals = amounts.totals();
        tell(id, invoice.head(), totals, by, now);
        if (settle) {
            settle(id, invoice.head(), totals.gross(), by, now);
        }
        return new InvoiceId(dataset, id);
    }

    private InvoiceWriter.Head head(String id, InvoiceRow invoice, By by) {
        LocalDate today = LocalDate.now(clock);
        return new InvoiceWriter.Head(
                id,
                InvoiceKind.CREDIT_NOTE,
                invoice.account(),
                invoice.order(),
                invoice.id(),
                invoice.customerReference(),
                by.why(),
                today,
                today);
    }

    private void tell(String id, InvoiceRow invoice, DocumentTotals totals, By by, Instant now) {
        String text =
                "%s for %s: %s %s".formatted(id, invoice.id(), totals.gross().toPlainString(), totals.currency());
        audit.write(by, now, "CREDIT", Audit.Kind.INVOICE, id, text);
        if (invoice.order() != null) {
            OrderId order = new OrderId(dataset, invoice.order());
            orders.happened(order, OrderEvent.Kind.CREDITED, by, "CREDIT", text, now);
            orders.raiseVersion(order, now);
        }
    }

    private void settle(String id, InvoiceRow invoice, BigDecimal gross, By by, Instant now) {
        BigDecimal amount = gross.min(invoice.gross().subtract(invoice.settled()));
        if (amount.signum() > 0) {
            List<Allocation> all = List.of(new Allocation(invoice.id(), amount));
            use(id, all, debts.of(List.of(invoice.id())), by, now);
        }
    }

    private void use(String creditNote, List<Allocation> all, Map<String, Debt> found, By by, Instant now) {
        allocations.settle(Allocations.With.CREDIT_NOTE, creditNote, all, found, LocalDate.now(clock), by, now);
        BigDecimal used = all.stream().map(Allocation::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        debts.settle(creditNote, used, now);
    }

    private Debt debt(InvoiceId id) {
        return Optional.ofNullable(debts.of(List.of(id.value())).get(id.value()))
                .orElseThrow(CreditNotes::notFound);
    }

    private Money left(CreditableInvoice invoice) {
        BigDecimal credited = jdbc.sql(CREDITED)
                .param(invoice.head().id())
                .query(BigDecimal.class)
                .single();
        return new Money(
                invoice.head().gross().subtract(credited), invoice.head().currency());
    }

    private static ServiceFault notFound() {
        return new ServiceFault(ErrorCode.INVOICE_NOT_FOUND.at("invoice"));
    }
}
