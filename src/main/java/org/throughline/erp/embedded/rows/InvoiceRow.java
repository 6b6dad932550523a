package org.throughline.erp.embedded.rows;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.throughline.shared.DocumentTotals;
import org.throughline.shared.TaxSubtotal;

/**
 * An invoice or credit note with its lines; totals and tax are computed from them.
 *
 * @param kind INVOICE or CREDIT_NOTE
 * @param order null when it is not for one order
 * @param corrects the invoice that a credit note corrects; null when not known
 * @param charge on the whole invoice; zero when there is none
 * @param settled null when all of it; of a credit note that corrects an invoice, what was used for that invoice
 */
public record InvoiceRow(
        String id,
        String kind,
        String account,
        String order,
        String corrects,
        String customerReference,
        LocalDate issuedOn,
        LocalDate dueOn,
        Currency currency,
        BigDecimal charge,
        BigDecimal settled,
        List<Line> lines,
        Instant changedAt) {

    /**
     * @param orderLine null when it is not for an order's line
     * @param correctsLine the line of the corrected invoice; null when it corrects none, or it is not known which
     */
    public record Line(Integer orderLine, Integer correctsLine, DocumentLine line) {

        public Line(Integer orderLine, DocumentLine line) {
            this(orderLine, null, line);
        }
    }

    public DocumentAmounts amounts() {
        return DocumentAmounts.of(currency, lines.stream().map(Line::line).toList(), charge);
    }

    public void addTo(RowBatch rows) {
        DocumentAmounts amounts = amounts();
        DocumentTotals totals = amounts.totals();
        rows.add(
                ErpTable.INVOICE,
                id,
                kind,
                account,
                order,
                corrects,
                customerReference,
                issuedOn,
                dueOn,
                currency.getCurrencyCode(),
                totals.lineNet(),
                totals.allowances(),
                totals.charges(),
                totals.net(),
                totals.tax(),
                totals.gross(),
                settled == null ? totals.gross() : settled,
                changedAt);
        for (TaxSubtotal subtotal : amounts.taxes()) {
            rows.add(ErpTable.INVOICE_TAX, TaxRows.of(id, subtotal));
        }
        lines.forEach(line -> add(line, rows));
        BigDecimal used = settled == null ? totals.gross() : settled;
        if (corrects != null && used.signum() > 0) {
            rows.add(ErpTable.CREDIT_ALLOCATION, id, corrects, used, issuedOn);
        }
    }

    private void add(Line part, RowBatch rows) {
        DocumentLine line = part.line();
        rows.add(
                ErpTable.INVOICE_LINE,
                id,
                line.number(),
                account,
                issuedOn,
                part.orderLine(),
                line.item(),
                line.description(),
                line.quantity(),
                line.unit(),
                line.unitPrice(),
                line.priceBase(),
                line.discountPercent(),
                line.net(currency),
                line.tax().category(),
                line.tax().ratePercent(),
                part.correctsLine());
    }
}
