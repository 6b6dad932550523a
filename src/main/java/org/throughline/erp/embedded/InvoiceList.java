package org.throughline.erp.embedded;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.history.Invoice;
import org.throughline.history.InvoiceFilter;
import org.throughline.shared.AccountId;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;

/**
 * Pages of invoices as they stood on a day. The database does not know the status of a day in the past: then invoices are
 * read on until the page is full, but only so far that every page costs alike; the rest is left to the next page.
 */
final class InvoiceList {

    private static final int PARTS = 10;

    private final JdbcClient jdbc;
    private final String dataset;
    private final InvoiceFilter filter;
    private final LocalDate asOf;
    private final InvoiceQuery query;

    InvoiceList(JdbcClient jdbc, String dataset, InvoiceFilter filter, LocalDate asOf, LocalDate today) {
        this.jdbc = jdbc;
        this.dataset = dataset;
        this.filter = filter;
        this.asOf = asOf;
        this.query = new InvoiceQuery(jdbc, filter, asOf, today);
    }

    /** @param name of the query, for the cursor */
    Page<Invoice> page(List<AccountId> accounts, PageRequest page, String name) {
        int limit = page.size() + 1;
        List<Invoice> found = new ArrayList<>();
        DocumentKey next = DocumentKey.before(page, name);
        List<InvoiceRow> rows = List.of();
        for (int part = 0; part < PARTS && found.size() < limit && (part == 0 || rows.size() == limit); part++) {
            rows = query.rows(accounts, next, limit);
            wanted(rows).forEach(found::add);
            next = rows.isEmpty() ? next : rows.get(rows.size() - 1).key();
        }
        boolean atEnd = rows.size() < limit;
        return found.size() <= page.size() && !atEnd
                ? new Page<>(found, Optional.of(next.cursor(name)))
                : AccountLists.page(found, page.size(), invoice -> key(invoice).cursor(name));
    }

    private List<Invoice> wanted(List<InvoiceRow> rows) {
        InvoiceSettlements settlements =
                InvoiceSettlements.read(rows.stream().map(InvoiceRow::id).toList(), jdbc, dataset);
        return rows.stream()
                .map(row -> settlements.invoice(row, asOf))
                .filter(filter::wantsStatusOf)
                .toList();
    }

    private static DocumentKey key(Invoice invoice) {
        return new DocumentKey(invoice.date(), invoice.id().value());
    }
}
