package org.throughline.erp.embedded;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.erp.embedded.rows.TaxRows;
import org.throughline.shared.DocumentTotals;
import org.throughline.shared.Money;
import org.throughline.shared.Quantity;
import org.throughline.shared.TaxCategory;
import org.throughline.shared.TaxSubtotal;

/** An invoice with what credit notes took back of its lines already. */
record CreditableInvoice(InvoiceRow head, List<Line> lines, List<TaxSubtotal> taxes) {

    private static final String HEAD = "select " + InvoiceRow.COLUMNS + " from invoice i where i.id = ?";
    private static final String LINES = """
            select l.line_no, l.order_line_no, l.item_id, l.description, l.quantity, l.unit, l.unit_price,
                l.price_base_quantity, l.discount_percent, l.net, l.tax_category, l.tax_rate,
                coalesce((select sum(c.quantity) from invoice n join invoice_line c on c.invoice_id = n.id
                    where n.corrects_id = l.invoice_id and n.kind = 'CREDIT_NOTE' and c.corrects_line = l.line_no), 0)
                    as credited
            from invoice_line l where l.invoice_id = ? order by l.line_no""";
    private static final String TAXES = "select " + TaxRows.SUBTOTAL + " from invoice_tax where invoice_id = ?"
            + " order by jurisdiction, category, rate_percent, tax_name";

    /**
     * @param orderLine null when it is not for an order's line
     * @param item null when it is not about an item
     */
    record Line(
            int number,
            Integer orderLine,
            String item,
            String description,
            Quantity quantity,
            BigDecimal credited,
            BigDecimal unitPrice,
            BigDecimal priceBase,
            BigDecimal discountPercent,
            BigDecimal net,
            TaxCategory taxCategory,
            BigDecimal taxRatePercent) {

        BigDecimal left() {
            return quantity.value().subtract(credited);
        }

        /** How a part of the line stands on a credit note. */
        InvoiceWriter.Line part(BigDecimal part, BigDecimal partNet) {
            return new InvoiceWriter.Line(
                    orderLine,
                    number,
                    item,
                    description,
                    new Quantity(part, quantity.unit()),
                    unitPrice,
                    priceBase,
                    discountPercent,
                    partNet,
                    taxCategory,
                    taxRatePercent);
        }
    }

    static Optional<CreditableInvoice> read(String id, JdbcClient jdbc) {
        return jdbc.sql(HEAD)
                .param(id)
                .query((row, number) -> InvoiceRow.read(row))
                .optional()
                .map(head -> new CreditableInvoice(
                        head,
                        jdbc.sql(LINES)
                                .param(id)
                                .query((row, number) -> line(row, head.currency()))
                                .list(),
                        jdbc.sql(TAXES)
                                .param(id)
                                .query((row, number) -> tax(row, head.currency()))
                                .list()));
    }

    /** To be credited: each part has its share of the tax, so that never more is given back than was asked for. */
    Whole whole() {
        return new Whole(
                head.currency(),
                true,
                lines.stream()
                        .map(line -> new Whole.Line(
                                line.number(),
                                line.quantity().value(),
                                line.credited(),
                                line.net(),
                                line.taxCategory(),
                                line.taxRatePercent()))
                        .toList(),
                taxes,
                new DocumentTotals(
                        head.currency(),
                        head.lineNet(),
                        head.allowances(),
                        head.charges(),
                        head.net(),
                        head.tax(),
                        head.gross()));
    }

    /** What is left of each line that has something left. */
    Map<Integer, BigDecimal> rest() {
        Map<Integer, BigDecimal> rest = new LinkedHashMap<>();
        lines.stream().filter(line -> line.left().signum() > 0).forEach(line -> rest.put(line.number(), line.left()));
        return rest;
    }

    private static Line line(ResultSet row, Currency currency) throws SQLException {
        return new Line(
                row.getInt("line_no"),
                Columns.integer(row, "order_line_no"),
                row.getString("item_id"),
                row.getString("description"),
                Columns.quantity(row),
                Columns.number(row, "credited"),
                row.getBigDecimal("unit_price"),
                row.getBigDecimal("price_base_quantity"),
                row.getBigDecimal("discount_percent"),
                Columns.amount(row, "net", currency),
                TaxCategory.valueOf(row.getString("tax_category")),
                row.getBigDecimal("tax_rate"));
    }

    private static TaxSubtotal tax(ResultSet row, Currency currency) throws SQLException {
        return TaxRows.read(
                row,
                Columns.number(row, "rate_percent"),
                Money.round(row.getBigDecimal("taxable"), currency),
                Money.round(row.getBigDecimal("tax"), currency));
    }
}
