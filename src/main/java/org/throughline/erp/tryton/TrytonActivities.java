package org.throughline.erp.tryton;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.throughline.account.Activities;
import org.throughline.account.Activity;
import org.throughline.account.Activity.LastInvoice;
import org.throughline.account.Activity.OpenOrder;
import org.throughline.account.Excerpt;
import org.throughline.order.Approval;
import org.throughline.order.OrderStatus;
import org.throughline.order.Progress;
import org.throughline.shared.AccountId;
import org.throughline.shared.Answer;
import org.throughline.shared.Erp;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Money;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;

/**
 * What goes on with customers of Tryton: one call for the orders and one for the invoices, or a few where many orders are invoiced
 * and not done. Tryton does not hear when a shipment arrives, and keeps neither returns of the contract's kind nor service contracts.
 */
@Component
class TrytonActivities implements Activities {

    private static final TrytonQuery INVOICES = TrytonQuery.of(
                    "account.invoice",
                    "party.code",
                    "invoice_date",
                    "currency.code",
                    "total_amount",
                    "amount_to_pay",
                    "lines_to_pay.maturity_date",
                    "lines_to_pay.reconciliation")
            .where("type", "=", "out")
            .where("state", "in", List.of("posted", "paid"));

    private final TrytonClient tryton;
    private final SaleReader sales;
    private final TrytonIds ids;
    private final Clock clock;

    TrytonActivities(TrytonClient tryton, TrytonUnits units, Clock clock, Erp erp) {
        this.tryton = tryton;
        this.ids = new TrytonIds(erp.dataset());
        this.sales = new SaleReader(tryton, ids, new OrderedLines(units));
        this.clock = clock;
    }

    @Override
    public Answer<Activity> of(Collection<AccountId> accounts, int rows, LocalDate today, MaxAge maxAge) {
        Instant now = clock.instant();
        List<String> codes = accounts.stream()
                .filter(account -> account.dataset().equals(ids.dataset()))
                .map(AccountId::value)
                .distinct()
                .toList();
        return Answer.live(new Activity(orders(codes, rows), invoices(codes, rows), null, null, null), now);
    }

    private Excerpt<OpenOrder> orders(List<String> codes, int rows) {
        TrytonQuery query = sales.sales()
                .where("party.code", "in", codes)
                .where("state", "in", List.of("draft", "quotation", "confirmed", "processing"));
        for (List<?> condition : Sale.ORDERS) {
            query = query.where(condition);
        }
        Predicate<TrytonRecord> toBeInvoiced = row -> isOpen(sales.status(new Sale(row)));
        return newest("sale_date", query, toBeInvoiced, this::order, rows);
    }

    private static boolean isOpen(OrderStatus status) {
        return status.approval() != Approval.CANCELLED && status.invoicing() != Progress.FULL;
    }

    private Excerpt<LastInvoice> invoices(List<String> codes, int rows) {
        TrytonQuery query = INVOICES.where("company", "=", tryton.company()).where("party.code", "in", codes);
        return newest("invoice_date", query, row -> true, this::invoice, rows);
    }

    private <T> Excerpt<T> newest(
            String date,
            TrytonQuery query,
            Predicate<TrytonRecord> wanted,
            Function<TrytonRecord, T> reader,
            int rows) {
        Page<T> page = new LatestFirst(tryton, date, List.of("id"))
                .page(query, PageRequest.first(rows), date, wanted)
                .map(reader);
        return new Excerpt<>(page.entries(), page.nextCursor().isPresent());
    }

    private OpenOrder order(TrytonRecord row) {
        OrderStatus status = sales.status(new Sale(row));
        return new OpenOrder(
                ids.account(row.text("party.code")),
                ids.order(row.id()),
                row.date("sale_date"),
                row.date("shipping_date"),
                row.text("reference"),
                money(row),
                status.delivery().name(),
                status.invoicing().name(),
                status.approval() == Approval.PENDING);
    }

    private LastInvoice invoice(TrytonRecord row) {
        Money gross = money(row);
        Currency currency = gross.currency();
        return new LastInvoice(
                ids.account(row.text("party.code")),
                ids.invoice(row.id()),
                gross.amount().signum() < 0,
                row.date("invoice_date"),
                due(row),
                new Money(gross.amount().abs(), currency),
                Money.round(row.decimal("amount_to_pay").abs(), currency));
    }

    private static Money money(TrytonRecord row) {
        Currency currency = Currency.getInstance(row.text("currency.code"));
        BigDecimal total = Money.round(row.decimal("total_amount"), currency);
        return new Money(total, currency);
    }

    /** When the earliest part is due that is not settled; when all are, when the last was. */
    private static LocalDate due(TrytonRecord invoice) {
        List<TrytonRecord> parts = invoice.all("lines_to_pay");
        Stream<LocalDate> open = parts.stream()
                .filter(part -> part.id("reconciliation") == null)
                .map(part -> part.date("maturity_date"));
        return open.min(Comparator.naturalOrder())
                .or(() -> parts.stream().map(part -> part.date("maturity_date")).max(Comparator.naturalOrder()))
                .orElse(invoice.date("invoice_date"));
    }
}
