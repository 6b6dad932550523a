package org.throughline.erp.embedded.imports;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.throughline.erp.embedded.rows.DocumentLine;
import org.throughline.erp.embedded.rows.ErpTable;
import org.throughline.erp.embedded.rows.InvoiceRow;
import org.throughline.erp.embedded.rows.OrderRow;
import org.throughline.erp.embedded.rows.RowBatch;
import org.throughline.shared.PostalAddress;

/** Makes documents of the retailer's invoices: an order and an invoice of a sale, a credit note and a return of a cancellation. */
final class RetailSales {

    private static final Currency CURRENCY = Currency.getInstance(OnlineRetailFormat.CURRENCY);
    private static final OrderRow.States DONE = new OrderRow.States("APPROVED", "FULL", "DELIVERED", "FULL");

    private final Map<String, RetailItem> items;
    private final Clock clock;

    RetailSales(Map<String, RetailItem> items, Clock clock) {
        this.items = items;
        this.clock = clock;
    }

    void documents(RetailInvoice invoice, Consumer<Importable> sink) {
        List<RetailRow> sold = invoice.sold();
        if (!sold.isEmpty()) {
            List<DocumentLine> lines = lines(sold);
            sink.accept(Importable.of(Kind.ORDER, invoice.number(), order(sold.get(0), lines)::addTo));
            sink.accept(Importable.of(Kind.INVOICE, invoice.number(), invoice(sold.get(0), lines)::addTo));
        }
        List<RetailRow> credited = invoice.credited();
        if (!credited.isEmpty()) {
            InvoiceRow creditNote = creditNote(credited.get(0), lines(credited));
            sink.accept(Importable.of(Kind.INVOICE, invoice.number(), creditNote::addTo));
            if (credited.stream().anyMatch(RetailRow::isGoods)) {
                String id = "RT-" + invoice.number();
                sink.accept(Importable.of(Kind.RETURN, id, rows -> writeReturn(id, credited, rows)));
            }
        }
    }

    private List<DocumentLine> lines(List<RetailRow> rows) {
        List<DocumentLine> lines = new ArrayList<>();
        for (RetailRow row : rows) {
            BigDecimal quantity = row.quantity().abs();
            lines.add(new DocumentLine(
                    lines.size() + 1,
                    row.code(),
                    description(row),
                    quantity,
                    "EA",
                    quantity,
                    row.price(),
                    row.price(),
                    BigDecimal.ONE,
                    BigDecimal.ZERO,
                    NorthwindSales.UNTAXED));
        }
        return lines;
    }

    /** As the row has it, even when the item is mostly called otherwise. */
    private String description(RetailRow row) {
        return row.description() != null
                ? row.description()
                : items.get(row.code()).description();
    }

    /** The file knows invoices only: what was invoiced counts as ordered and delivered on that day. */
    private OrderRow order(RetailRow first, List<DocumentLine> lines) {
        return new OrderRow(
                first.invoice(),
                "ORDER",
                first.account(),
                null,
                first.date(),
                null,
                CURRENCY,
                new PostalAddress(first.accountName(), null, null, null, null, null, first.country()),
                DONE,
                BigDecimal.ZERO,
                lines.stream()
                        .map(line -> new OrderRow.Line(line, BigDecimal.ZERO, line.quantity(), line.quantity(), null))
                        .toList(),
                clock.instant());
    }

    private InvoiceRow invoice(RetailRow first, List<DocumentLine> lines) {
        return document("INVOICE", first, first.invoice(), lines);
    }

    /** It says not which invoice it corrects, because the file does not. */
    private InvoiceRow creditNote(RetailRow first, List<DocumentLine> lines) {
        return document("CREDIT_NOTE", first, null, lines);
    }

    private InvoiceRow document(String kind, RetailRow first, String order, List<DocumentLine> lines) {
        return new InvoiceRow(
                first.invoice(),
                kind,
                first.account(),
                order,
                null,
                null,
                first.date(),
                first.date().plusDays(30),
                CURRENCY,
                BigDecimal.ZERO,
                null,
                lines.stream()
                        .map(line -> new InvoiceRow.Line(order == null ? null : line.number(), line))
                        .toList(),
                clock.instant());
    }

    private void writeReturn(String id, List<RetailRow> credited, RowBatch rows) {
        RetailRow first = credited.get(0);
        rows.add(ErpTable.RETURN_REQUEST, id, first.account(), null, first.date(), "CREDITED", clock.instant());
        rows.add(ErpTable.RETURN_CREDIT, id, first.invoice());
        int number = 0;
        for (RetailRow row : credited) {
            if (row.isGoods()) {
                rows.add(
                        ErpTable.RETURN_LINE,
                        id,
                        ++number,
                        null,
                        row.code(),
                        description(row),
                        row.quantity().abs(),
                        "EA",
                        "NOT_STATED",
                        "The imported data states no reason",
                        row.quantity().abs(),
                        BigDecimal.ZERO);
            }
        }
    }
}
