package org.throughline.erp.embedded;

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
import java.util.Currency;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.erp.embedded.rows.TaxRows;
import org.throughline.history.Aging;
import org.throughline.history.Invoice;
import org.throughline.history.InvoiceDocument;
import org.throughline.history.InvoiceFilter;
import org.throughline.history.InvoiceLine;
import org.throughline.history.InvoiceTotal;
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
        Page<Invoice> found = new InvoiceList(jdbc, dataset, filter, day(filter.asOf()), today())
                .page(accounts, page, "invoices" + accounts + filter);
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

    @Override
    public Answer<List<InvoiceTotal>> totals(List<AccountId> accounts, InvoiceFilter filter, MaxAge maxAge) {
        var now = clock.instant();
        return Answer.live(new InvoiceSums(jdbc, dataset, filter, day(filter.asOf()), today()).of(accounts), now);
    }

    @Override
    public Answer<Aging> aging(List<AccountId> accounts, LocalDate asOf, MaxAge maxAge) {
        var now = clock.instant();
        AccountLists.require(accounts, jdbc);
        return Answer.live(new InvoiceAging(jdbc, dataset, day(asOf), today()).of(accounts), now);
    }

    private InvoiceDocument document(InvoiceRow row, LocalDate asOf) {
        InvoiceSettlements settlements = InvoiceSettlements.read(List.of(row.id()), jdbc, dataset);
        return new InvoiceDocument(
                settlements.invoice(row, asOf),
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

    private LocalDate day(LocalDate asOf) {
        return asOf == null ? today() : asOf;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
