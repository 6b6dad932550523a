package org.throughline.erp.embedded;

import java.math.BigDecimal;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.throughline.database.UtcTimestamp;
import org.throughline.erp.embedded.rows.TaxRows;
import org.throughline.history.InvoiceKind;
import org.throughline.shared.DocumentTotals;
import org.throughline.shared.Quantity;
import org.throughline.shared.TaxCategory;

/** Writes invoices and credit notes, with nothing settled yet; for use within a transaction. */
final class InvoiceWriter {

    private static final String HEAD = """
            insert into invoice (id, kind, account_id, order_id, corrects_id, customer_reference, reason, issued_on, due_on,
                currency, line_net_total, allowance_total, charge_total, net_total, tax_total, gross_total, settled,
                changed_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)""";
    private static final String LINE = """
            insert into invoice_line (invoice_id, line_no, account_id, issued_on, order_line_no, corrects_line, item_id,
                description, quantity, unit, unit_price, price_base_quantity, discount_percent, net, tax_category, tax_rate)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String TAX =
            "insert into invoice_tax (invoice_id, " + TaxRows.SUBTOTAL + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final JdbcTemplate jdbc;

    InvoiceWriter(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /**
     * @param order null when it is not for one order
     * @param corrects the invoice that a credit note corrects; null of an invoice
     * @param reason of a credit note, for people; null of an invoice
     */
    record Head(
            String id,
            InvoiceKind kind,
            String account,
            String order,
            String corrects,
            String customerReference,
            String reason,
            LocalDate issuedOn,
            LocalDate dueOn) {}

    /**
     * @param orderLine null when it is not for an order's line
     * @param correctsLine of a credit note, the invoice's line; null of an invoice
     * @param item null when it is not about an item
     */
    record Line(
            Integer orderLine,
            Integer correctsLine,
            String item,
            String description,
            Quantity quantity,
            BigDecimal unitPrice,
            BigDecimal priceBase,
            BigDecimal discountPercent,
            BigDecimal net,
            TaxCategory taxCategory,
            BigDecimal taxRatePercent) {}

    /** The lines are numbered in their order. */
    void write(Head head, List<Line> lines, PartAmounts amounts, Instant now) {
        writeHead(head, amounts.totals(), now);
        jdbc.batchUpdate(LINE, rows(head, lines));
        jdbc.batchUpdate(
                TAX,
                amounts.taxes().stream().map(tax -> TaxRows.of(head.id(), tax)).toList());
    }

    private void writeHead(Head head, DocumentTotals totals, Instant now) {
        jdbc.update(
                HEAD,
                head.id(),
                head.kind().name(),
                head.account(),
                head.order(),
                head.corrects(),
                head.customerReference(),
                head.reason(),
                Date.valueOf(head.issuedOn()),
                Date.valueOf(head.dueOn()),
                totals.currency().getCurrencyCode(),
                totals.lineNet(),
                totals.allowances(),
                totals.charges(),
                totals.net(),
                totals.tax(),
                totals.gross(),
                UtcTimestamp.of(now));
    }

    private static List<Object[]> rows(Head head, List<Line> lines) {
        List<Object[]> rows = new ArrayList<>();
        for (Line line : lines) {
            rows.add(new Object[] {
                head.id(),
                rows.size() + 1,
                head.account(),
                Date.valueOf(head.issuedOn()),
                line.orderLine(),
                line.correctsLine(),
                line.item(),
                line.description(),
                line.quantity().value(),
                line.quantity().unit(),
                line.unitPrice(),
                line.priceBase(),
                line.discountPercent(),
                line.net(),
                line.taxCategory().name(),
                line.taxRatePercent()
            });
        }
        return rows;
    }
}
