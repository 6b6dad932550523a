package org.throughline.erp.tryton;

import static org.throughline.erp.tryton.TrytonQuery.clause;
import static org.throughline.shared.ErrorCode.INVOICE_NOT_FOUND;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.throughline.history.AgeBucket;
import org.throughline.history.AgedInvoices;
import org.throughline.history.Aging;
import org.throughline.history.Invoice;
import org.throughline.history.InvoiceDocument;
import org.throughline.history.InvoiceFilter;
import org.throughline.history.InvoiceTotal;
import org.throughline.history.Invoices;
import org.throughline.shared.AccountId;
import org.throughline.shared.Answer;
import org.throughline.shared.InvoiceId;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Money;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;
import org.throughline.shared.ServiceFault;

/** Invoices and credit notes of Tryton. What is summed up or rolled back to a day is so here. */
@Component
class TrytonInvoices implements Invoices {

    private final TrytonClient tryton;
    private final Clock clock;
    private final InvoiceRows rows;
    private final TrytonIds ids;
    private final LatestFirst list;

    TrytonInvoices(TrytonClient tryton, Clock clock, @Value("${throughline.dataset}") String dataset) {
        this.tryton = tryton;
        this.clock = clock;
        this.ids = new TrytonIds(dataset);
        this.rows = new InvoiceRows(tryton, ids);
        this.list = new LatestFirst(tryton, "invoice_date", List.of("id"));
    }

    @Override
    public Answer<Page<Invoice>> find(List<AccountId> accounts, InvoiceFilter filter, PageRequest page, MaxAge maxAge) {
        var now = clock.instant();
        LocalDate asOf = day(filter.asOf());
        Page<Invoice> found = list.page(
                        rows.query(accounts, filter, asOf, today()),
                        page,
                        "invoices" + accounts + filter,
                        row -> InvoiceRows.isWanted(rows.invoice(row, asOf), filter))
                .map(row -> rows.invoice(row, asOf));
        return Answer.live(new KnownAccounts(tryton).checked(found, accounts), now);
    }

    @Override
    public Answer<List<InvoiceTotal>> totals(List<AccountId> accounts, InvoiceFilter filter, MaxAge maxAge) {
        var now = clock.instant();
        LocalDate asOf = day(filter.asOf());
        Map<List<Object>, InvoiceTotal> totals = new HashMap<>();
        list.each(rows.query(accounts, filter, asOf, today()), row -> {
            Invoice invoice = rows.invoice(row, asOf);
            if (InvoiceRows.isWanted(invoice, filter)) {
                totals.merge(List.of(invoice.currency(), invoice.kind()), total(invoice), InvoiceTotal::plus);
            }
        });
        return Answer.live(
                totals.values().stream()
                        .sorted(Comparator.comparing(
                                        (InvoiceTotal total) -> total.currency().getCurrencyCode())
                                .thenComparing(InvoiceTotal::kind))
                        .toList(),
                now);
    }

    @Override
    public Answer<Aging> aging(List<AccountId> accounts, LocalDate asOf, MaxAge maxAge) {
        var now = clock.instant();
        LocalDate day = day(asOf);
        new KnownAccounts(tryton).require(accounts);
        Map<String, AgedInvoices> aged = new TreeMap<>();
        list.each(openOn(day, accounts), row -> aged(row, day)
                .ifPresent(one -> aged.merge(one.account().value() + "\n" + one.currency(), one, AgedInvoices::plus)));
        return Answer.live(new Aging(day, List.copyOf(aged.values())), now);
    }

    @Override
    public Answer<InvoiceDocument> get(InvoiceId id, LocalDate asOf, MaxAge maxAge) {
        var now = clock.instant();
        InvoiceDocument document = TrytonIds.parse(id.value()).stream()
                .boxed()
                .flatMap(number -> InvoiceReading.of(number, rows))
                .findFirst()
                .orElseThrow(() -> new ServiceFault(INVOICE_NOT_FOUND.at("invoice.id")))
                .document(rows, day(asOf));
        return Answer.live(document, now);
    }

    /** All that can be open on the day: what is open now, and of what is not what was settled after it. */
    private TrytonQuery openOn(LocalDate day, List<AccountId> accounts) {
        TrytonQuery all = rows.query(accounts, InvoiceFilter.ALL, day, today());
        return all.where(
                List.of("OR", clause("state", "=", "posted"), clause("move.lines.reconciliation.date", ">", day)));
    }

    private Optional<AgedInvoices> aged(TrytonRecord row, LocalDate day) {
        InvoiceBooking booking = new InvoiceBooking(row, ids);
        List<InvoiceBooking.Part> open = booking.openParts(day);
        if (open.isEmpty()) {
            return Optional.empty();
        }
        AccountId account = ids.account(row.text("party.code"));
        BigDecimal none = Money.zero(booking.currency()).amount();
        if (booking.isCreditNote()) {
            BigDecimal credit = open.stream().map(InvoiceBooking.Part::amount).reduce(none, BigDecimal::add);
            return Optional.of(new AgedInvoices(account, booking.currency(), 0, Map.of(), credit));
        }
        Map<AgeBucket, BigDecimal> ages = new EnumMap<>(AgeBucket.class);
        open.forEach(part -> ages.merge(
                AgeBucket.of(part.due(), day), Money.round(part.amount(), booking.currency()), BigDecimal::add));
        return Optional.of(new AgedInvoices(account, booking.currency(), 1, ages, none));
    }

    private static InvoiceTotal total(Invoice invoice) {
        return new InvoiceTotal(
                invoice.currency(),
                invoice.kind(),
                1,
                invoice.net(),
                invoice.tax(),
                invoice.gross(),
                invoice.outstanding());
    }

    private LocalDate day(LocalDate asOf) {
        return asOf == null ? today() : asOf;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
