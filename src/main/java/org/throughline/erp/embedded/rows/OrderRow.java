package org.throughline.erp.embedded.rows;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.throughline.shared.DocumentTotals;
import org.throughline.shared.PostalAddress;
import org.throughline.shared.TaxSubtotal;

/**
 * An order or quotation with its lines; totals and tax are computed from them.
 *
 * @param kind ORDER or QUOTATION
 * @param charge on the whole order, such as freight; zero when there is none
 */
public record OrderRow(
        String id,
        String kind,
        String account,
        String customerReference,
        LocalDate orderedOn,
        LocalDate requiredOn,
        Currency currency,
        PostalAddress shipTo,
        States states,
        BigDecimal charge,
        List<Line> lines,
        Instant changedAt) {

    /** The four axes, as the table names their values. */
    public record States(String approval, String allocation, String delivery, String invoicing) {

        boolean isCancelled() {
            return approval.equals("CANCELLED");
        }
    }

    /**
     * @param allocated in the line's unit, as shipped and invoiced
     * @param warehouse null when nothing is taken from stock
     */
    public record Line(
            DocumentLine line, BigDecimal allocated, BigDecimal shipped, BigDecimal invoiced, String warehouse) {}

    public DocumentAmounts amounts() {
        return DocumentAmounts.of(currency, lines.stream().map(Line::line).toList(), charge);
    }

    public void addTo(RowBatch rows) {
        DocumentAmounts amounts = amounts();
        DocumentTotals totals = amounts.totals();
        rows.add(
                ErpTable.SALES_ORDER,
                id,
                kind,
                account,
                null,
                customerReference,
                orderedOn,
                requiredOn,
                currency.getCurrencyCode(),
                shipTo.name(),
                shipTo.line1(),
                shipTo.line2(),
                shipTo.city(),
                shipTo.region(),
                shipTo.postalCode(),
                shipTo.country(),
                states.approval(),
                states.allocation(),
                states.delivery(),
                states.invoicing(),
                lines.size(),
                totals.lineNet(),
                totals.allowances(),
                totals.charges(),
                totals.net(),
                totals.tax(),
                totals.gross(),
                changedAt);
        for (TaxSubtotal subtotal : amounts.taxes()) {
            rows.add(ErpTable.SALES_ORDER_TAX, TaxRows.of(id, subtotal));
        }
        lines.forEach(line -> add(line, rows));
    }

    private void add(Line part, RowBatch rows) {
        DocumentLine line = part.line();
        rows.add(
                ErpTable.SALES_ORDER_LINE,
                id,
                line.number(),
                account,
                orderedOn,
                states.isCancelled(),
                line.item(),
                line.description(),
                line.quantity(),
                line.unit(),
                line.baseQuantity(),
                part.allocated(),
                part.shipped(),
                part.invoiced(),
                part.warehouse(),
                line.listPrice(),
                line.unitPrice(),
                line.priceBase(),
                line.discountPercent(),
                line.net(currency),
                line.tax().category(),
                line.tax().ratePercent());
    }
}
