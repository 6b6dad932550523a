package org.throughline.erp.embedded;

import static java.util.stream.Collectors.joining;
import static org.throughline.erp.embedded.Columns.amount;
import static org.throughline.erp.embedded.Columns.integer;
import static org.throughline.erp.embedded.Columns.number;
import static org.throughline.erp.embedded.Columns.price;
import static org.throughline.erp.embedded.Columns.quantity;
import static org.throughline.shared.ErrorCode.INVOICE_NOT_FOUND;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.erp.embedded.rows.TaxRows;
import org.throughline.history.Invoice;
import org.throughline.history.InvoiceDocument;
import org.throughline.history.InvoiceFilter;
import org.throughline.history.InvoiceLine;
import org.throughline.history.InvoiceStatus;
import org.throughline.history.Invoices;
import org.throughline.shared.AccountId;
import org.throughline.shared.Answer;
import org.throughline.shared.DocumentTotals;
import org.throughline.shared.InvoiceId;
import org.throughline.shared.ItemId;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.TaxCategory;
import org.throughline.shared.TaxSubtotal;

/** Invoices of the embedded ERP. */
@Component
class EmbeddedInvoices implements Invoices {

    private static final String INVOICE = "select " + InvoiceRow.COLUMNS + " from invoice i where i.id = ?";
    private static final String OF_ACCOUNT = "select " + InvoiceRow.COLUMNS
            + " from invoice i --DERBY-PROPERTIES index=invoice_account\n where i.account_id = ?";
    private static final String LINES =
            "select line_no, order_line_no, item_id, description, quantity, unit, unit_price,"
                    + " price_base_quantity, discount_percent, net, tax_category, tax_rate from invoice_line where invoice_id = ?"
                    + " order by line_no";
    private static final String TAXES = "select " + TaxRows.SUBTOTAL + " from invoice_tax"
            + " where invoice_id = ? order by jurisdiction, category, rate_percent, tax_name";
    private static final String TERMS =
            "select t.description from account a join payment_terms t on t.code = a.terms_code" + " where a.id = ?";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final String dataset;

    EmbeddedInvoices(@Qualifier("erp") JdbcClient jdbc, Clock clock, EmbeddedErp erp) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.dataset = erp.dataset();
    }

    @Override
    public Answer<Page<Invoice>> find(List<AccountId> accounts, InvoiceFilter filter, PageRequest page, MaxAge maxAge) {
        var now = clock.instant();
        String query = "invoices" + accounts + filter;
        List<Invoice> invoices = find(accounts, filter, DocumentKey.before(page, query), page.size() + 1);
        Page<Invoice> found =
                AccountLists.page(invoices, page.size(), invoice -> key(invoice).cursor(query));
        return Answer.live(AccountLists.checked(found, accounts, jdbc), now);
    }

    @Override
    public Answer<InvoiceDocument> get(InvoiceId id, LocalDate asOf, MaxAge maxAge) {
        var now = clock.instant();
        InvoiceRow row = new Conditions(INVOICE, id.value())
                .of(jdbc)
                .query((result, number) -> InvoiceRow.read(result))
                .optional()
                .orElseThrow(() -> new ServiceFault(INVOICE_NOT_FOUND.at("invoice.id")));
        return Answer.live(document(row, day(asOf)), now);
    }

    /**
     * At least that many invoices when there are as many. Of a day in the past the database does not know the status: then
     * invoices are read on until enough of the wanted status are found.
     */
    private List<Invoice> find(List<AccountId> accounts, InvoiceFilter filter, DocumentKey before, int limit) {
        List<Invoice> found = new ArrayList<>();
        DocumentKey next = before;
        List<InvoiceRow> rows;
        do {
            DocumentKey from = next;
            rows = AccountLists.merged(
                    accounts,
                    limit,
                    Comparator.comparing(InvoiceRow::key, DocumentKey.LATEST_FIRST),
                    account -> rows(account, filter, from, limit));
            invoices(rows, day(filter.asOf())).stream()
                    .filter(filter::wantsStatusOf)
                    .forEach(found::add);
            next = rows.isEmpty() ? next : rows.get(rows.size() - 1).key();
        } while (rows.size() == limit && found.size() < limit);
        return found;
    }

    private List<InvoiceRow> rows(AccountId account, InvoiceFilter filter, DocumentKey before, int limit) {
        Conditions conditions = new Conditions(OF_ACCOUNT, account.value())
                .andIfGiven("i.issued_on >= ?", filter.dates().from())
                .andIfGiven(
                        "i.kind = ?",
                        filter.kind() == null ? null : filter.kind().name())
                .andIfGiven("i.customer_reference = ?", filter.customerReference())
                .andIfGiven("i.gross_total >= ?", filter.minGross())
                .andIfGiven("i.gross_total <= ?", filter.maxGross())
                .andIfGiven(
                        "exists (select 1 from invoice_line l where l.invoice_id = i.id and l.item_id = ?)",
                        filter.item() == null ? null : filter.item().value());
        if (filter.overdueOnly()) {
            conditions.and("i.kind = 'INVOICE' and i.due_on < ?", day(filter.asOf()));
        }
        if (!day(filter.asOf()).isBefore(today())) {
            narrowByStatus(conditions, filter);
        }
        // One upper limit only, the lower one: Derby enters the index by the first that it meets.
        if (before == null) {
            conditions.and("i.issued_on <= ?", lastDay(filter));
        } else {
            conditions.and(
                    "i.issued_on <= ? and (i.issued_on < ? or i.id < ?)", before.date(), before.date(), before.id());
        }
        return conditions
                .then("order by i.issued_on desc, i.id desc fetch first ? rows only", limit)
                .of(jdbc)
                .query((row, number) -> InvoiceRow.read(row))
                .list();
    }

    private static void narrowByStatus(Conditions conditions, InvoiceFilter filter) {
        if (filter.overdueOnly()) {
            conditions.and("i.settled < i.gross_total");
        }
        if (!filter.statuses().isEmpty()) {
            conditions.and(anyOf(filter.statuses()));
        }
    }

    private static String anyOf(Set<InvoiceStatus> statuses) {
        return statuses.stream()
                .sorted()
                .map(status -> switch (status) {
                    case OPEN -> "i.settled < i.gross_total and i.settled <= 0";
                    case PARTLY_PAID -> "i.settled < i.gross_total and i.settled > 0";
                    case PAID -> "i.settled >= i.gross_total";
                })
                .collect(joining(" or ", "(", ")"));
    }

    private List<Invoice> invoices(List<InvoiceRow> rows, LocalDate asOf) {
        InvoiceSettlements settlements =
                InvoiceSettlements.read(rows.stream().map(InvoiceRow::id).toList(), jdbc, dataset);
        return rows.stream().map(row -> invoice(row, asOf, settlements)).toList();
    }

    private Invoice invoice(InvoiceRow row, LocalDate asOf, InvoiceSettlements settlements) {
        return row.toInvoice(dataset, asOf, settlements.payments(row.id()), settlements.credits(row.id()));
    }

    private InvoiceDocument document(InvoiceRow row, LocalDate asOf) {
        InvoiceSettlements settlements = InvoiceSettlements.read(List.of(row.id()), jdbc, dataset);
        return new InvoiceDocument(
                invoice(row, asOf, settlements),
                jdbc.sql(TERMS)
                        .param(row.account())
                        .query(String.class)
                        .optional()
                        .orElse(null),
                jdbc.sql(LINES)
                        .param(row.id())
                        .query((line, number) -> line(line, row.currency()))
                        .list(),
                jdbc.sql(TAXES)
                        .param(row.id())
                        .query((tax, number) -> tax(tax, row.currency()))
                        .list(),
                new DocumentTotals(
                        row.currency(),
                        row.lineNet(),
                        row.allowances(),
                        row.charges(),
                        row.net(),
                        row.tax(),
                        row.gross()),
                settlements.payments(row.id()),
                settlements.credits(row.id()),
                row.corrects() == null ? null : new InvoiceId(dataset, row.corrects()));
    }

    private static InvoiceLine line(ResultSet row, Currency currency) throws SQLException {
        String item = row.getString("item_id");
        return new InvoiceLine(
                row.getInt("line_no"),
                integer(row, "order_line_no"),
                item == null ? null : new ItemId(item),
                row.getString("description"),
                quantity(row),
                price(row, "unit_price", currency),
                number(row, "price_base_quantity"),
                number(row, "discount_percent"),
                amount(row, "net", currency),
                TaxCategory.valueOf(row.getString("tax_category")),
                number(row, "tax_rate"));
    }

    private static TaxSubtotal tax(ResultSet row, Currency currency) throws SQLException {
        return TaxRows.read(
                row, number(row, "rate_percent"), amount(row, "taxable", currency), amount(row, "tax", currency));
    }

    private static DocumentKey key(Invoice invoice) {
        return new DocumentKey(invoice.date(), invoice.id().value());
    }

    private LocalDate lastDay(InvoiceFilter filter) {
        LocalDate asOf = day(filter.asOf());
        LocalDate until = filter.dates().until();
        return until == null || until.isAfter(asOf) ? asOf : until.minusDays(1);
    }

    private LocalDate day(LocalDate asOf) {
        return asOf == null ? today() : asOf;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
