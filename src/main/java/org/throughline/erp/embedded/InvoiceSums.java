package org.throughline.erp.embedded;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.throughline.erp.embedded.Columns.amount;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.history.Invoice;
import org.throughline.history.InvoiceFilter;
import org.throughline.history.InvoiceKind;
import org.throughline.history.InvoiceTotal;
import org.throughline.shared.AccountId;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;

/** Sums over invoices: of today by the database, of a day in the past by rolling each of them back. */
final class InvoiceSums {

    private static final String SUMS = "i.currency, i.kind, count(*) as documents, sum(i.net_total) as net,"
            + " sum(i.tax_total) as tax, sum(i.gross_total) as gross, sum(i.gross_total - i.settled) as outstanding";
    private static final String NAME = "sums";

    private final JdbcClient jdbc;
    private final InvoiceQuery query;
    private final InvoiceList list;
    private final boolean inThePast;

    InvoiceSums(JdbcClient jdbc, String dataset, InvoiceFilter filter, LocalDate asOf, LocalDate today) {
        this.jdbc = jdbc;
        this.query = new InvoiceQuery(jdbc, filter, asOf, today);
        this.list = new InvoiceList(jdbc, dataset, filter, asOf, today);
        this.inThePast = asOf.isBefore(today);
    }

    List<InvoiceTotal> of(List<AccountId> accounts) {
        Stream<InvoiceTotal> parts = inThePast
                ? pages(accounts).flatMap(page -> page.entries().stream()).map(InvoiceSums::total)
                : accounts.stream().distinct().flatMap(account -> totals(account).stream());
        return parts
                .collect(toMap(total -> List.of(total.currency(), total.kind()), identity(), InvoiceTotal::plus))
                .values()
                .stream()
                .sorted(Comparator.comparing(
                                (InvoiceTotal total) -> total.currency().getCurrencyCode())
                        .thenComparing(InvoiceTotal::kind))
                .toList();
    }

    private List<InvoiceTotal> totals(AccountId account) {
        return query.grouped(SUMS, account)
                .then("group by i.currency, i.kind")
                .of(jdbc)
                .query((row, number) -> total(row))
                .list();
    }

    private Stream<Page<Invoice>> pages(List<AccountId> accounts) {
        return Stream.iterate(
                page(accounts, Optional.empty()),
                page -> page != null,
                page -> page.nextCursor().isEmpty() ? null : page(accounts, page.nextCursor()));
    }

    private Page<Invoice> page(List<AccountId> accounts, Optional<String> cursor) {
        return list.page(accounts, new PageRequest(PageRequest.MAX_SIZE, cursor), NAME);
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

    private static InvoiceTotal total(ResultSet row) throws SQLException {
        Currency currency = Currency.getInstance(row.getString("currency"));
        return new InvoiceTotal(
                currency,
                InvoiceKind.valueOf(row.getString("kind")),
                row.getInt("documents"),
                amount(row, "net", currency),
                amount(row, "tax", currency),
                amount(row, "gross", currency),
                amount(row, "outstanding", currency));
    }
}
