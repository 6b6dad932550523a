package org.throughline.erp.embedded.imports;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.function.Consumer;
import org.throughline.erp.embedded.rows.DocumentLine;
import org.throughline.erp.embedded.rows.InvoiceRow;
import org.throughline.erp.embedded.rows.OrderRow;
import org.throughline.erp.embedded.rows.ShipmentRow;
import org.throughline.shared.DocumentTotals;
import org.throughline.shared.PostalAddress;

/** Reads orders, shipments and invoices from their CSV files. A document with a wrong line is wrong as a whole. */
final class CsvSales {

    private final Path from;
    private final Known known;
    private final Clock clock;
    private final CsvLines csvLines;

    CsvSales(Path from, Known known, Clock clock) {
        this.from = from;
        this.known = known;
        this.clock = clock;
        this.csvLines = new CsvLines(known);
    }

    void readOrders(Consumer<Importable> sink, Problems problems) {
        read(
                "order",
                problems,
                (head, lines) -> order(head, lines, sink),
                new String[] {"id", "account", "ordered_on", "currency"},
                new String[] {"order", "line", "item", "quantity", "list_price", "tax_category"});
    }

    void readShipments(Consumer<Importable> sink, Problems problems) {
        read(
                "shipment",
                problems,
                (head, lines) -> shipment(head, lines, sink),
                new String[] {"id", "account", "shipped_on"},
                new String[] {"shipment", "line", "item", "quantity"});
    }

    void readInvoices(Consumer<Importable> sink, Problems problems) {
        read(
                "invoice",
                problems,
                (head, lines) -> invoice(head, lines, sink),
                new String[] {"id", "account", "issued_on", "currency"},
                new String[] {"invoice", "line", "description", "quantity", "list_price", "tax_category"});
    }

    private void read(
            String document,
            Problems problems,
            java.util.function.BiConsumer<Row, List<Row>> documents,
            String[] headColumns,
            String[] lineColumns) {
        CsvDocuments.read(
                from.resolve(document + "s.csv"),
                "id",
                headColumns,
                from.resolve(document + "_lines.csv"),
                document,
                lineColumns,
                problems,
                documents);
    }

    private void order(Row head, List<Row> lineRows, Consumer<Importable> sink) {
        Known.Account account = accountOf(head);
        LocalDate orderedOn = head.date("ordered_on");
        String kind = head.word("kind", "ORDER", "QUOTATION");
        String status = head.word("status", "APPROVED", "PENDING", "CANCELLED");
        Currency currency = head.currency("currency");
        BigDecimal charge = head.notNegative("charge", currency.getDefaultFractionDigits(), BigDecimal.ZERO);
        List<OrderRow.Line> lines = new ArrayList<>();
        for (Row row : lineRows) {
            DocumentLine line = csvLines.goods(row, lines.size() + 1);
            lines.add(new OrderRow.Line(line, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, null));
        }
        OrderRow order = new OrderRow(
                head.required("id", 60),
                kind,
                head.required("account", 60),
                head.optional("customer_reference", 200),
                orderedOn,
                head.date("required_on", null),
                currency,
                shipTo(head, account),
                new OrderRow.States(status, "NONE", "NONE", "NONE"),
                charge,
                lines,
                clock.instant());
        if (isWhole(head, lineRows)) {
            checkTotals(head, order.amounts().totals());
        }
        if (isWhole(head, lineRows)) {
            known.addOrder(order.id(), lines.size());
            sink.accept(Importable.of(Kind.ORDER, order.id(), order::addTo));
        }
    }

    private void shipment(Row head, List<Row> lineRows, Consumer<Importable> sink) {
        Known.Account account = accountOf(head);
        String order = orderOf(head);
        List<ShipmentRow.Line> lines = new ArrayList<>();
        for (Row row : lineRows) {
            lines.add(csvLines.shipped(row, lines.size() + 1, order));
        }
        LocalDate shippedOn = head.date("shipped_on");
        LocalDate deliveredOn = head.date("delivered_on", null);
        if (deliveredOn != null && deliveredOn.isBefore(shippedOn)) {
            head.reject("delivered_on is before shipped_on");
        }
        ShipmentRow shipment = new ShipmentRow(
                head.required("id", 60),
                head.required("account", 60),
                order,
                shippedOn,
                head.optional("carrier", 200),
                head.optional("consignment", 120),
                head.optional("tracking_url", 500),
                deliveredOn == null ? head.word("status", "SHIPPED", "IN_TRANSIT", "DELIVERED") : "DELIVERED",
                deliveredOn,
                shipTo(head, account),
                lines,
                clock.instant());
        if (isWhole(head, lineRows)) {
            sink.accept(Importable.fulfilling(Kind.SHIPMENT, shipment.id(), order, shipment::addTo));
        }
    }

    private void invoice(Row head, List<Row> lineRows, Consumer<Importable> sink) {
        accountOf(head);
        String order = orderOf(head);
        String corrects = head.optional("corrects", 60);
        if (corrects != null && !known.isInvoice(corrects)) {
            head.reject("corrects is not the id of an invoice above this one or in the ERP");
        }
        List<InvoiceRow.Line> lines = new ArrayList<>();
        for (Row row : lineRows) {
            Integer orderLine = csvLines.orderLine(row, order);
            lines.add(new InvoiceRow.Line(orderLine, csvLines.invoiced(row, lines.size() + 1)));
        }
        Currency currency = head.currency("currency");
        int digits = currency.getDefaultFractionDigits();
        LocalDate issuedOn = head.date("issued_on");
        InvoiceRow invoice = new InvoiceRow(
                head.required("id", 60),
                head.word("kind", "INVOICE", "CREDIT_NOTE"),
                head.required("account", 60),
                order,
                corrects,
                head.optional("customer_reference", 200),
                issuedOn,
                head.date("due_on", issuedOn.plusDays(30)),
                currency,
                head.notNegative("charge", digits, BigDecimal.ZERO),
                head.notNegative("settled", digits, BigDecimal.ZERO),
                lines,
                clock.instant());
        if (isWhole(head, lineRows)) {
            DocumentTotals totals = invoice.amounts().totals();
            checkTotals(head, totals);
            if (invoice.settled().compareTo(totals.gross()) > 0) {
                head.reject("settled is more than the computed total of " + totals.gross());
            }
        }
        if (isWhole(head, lineRows)) {
            known.isNew(Kind.INVOICE, invoice.id());
            sink.accept(Importable.fulfilling(Kind.INVOICE, invoice.id(), order, invoice::addTo));
        }
    }

    private static boolean isWhole(Row head, List<Row> lines) {
        return head.isValid() && lines.stream().allMatch(Row::isValid);
    }

    /** null when it is not known */
    private Known.Account accountOf(Row head) {
        Known.Account account = known.account(head.required("account", 60));
        if (account == null) {
            head.reject("account is not the id of an account");
        }
        return account;
    }

    /** null when there is none */
    private String orderOf(Row head) {
        String order = head.optional("order", 60);
        if (order != null && known.linesOfOrder(order) == 0) {
            head.reject("order is not the id of an order that can be imported");
        }
        return order;
    }

    /** Where nothing is said, the country is the account's. */
    private static PostalAddress shipTo(Row head, Known.Account account) {
        return new PostalAddress(
                head.optional("ship_name", 200),
                head.optional("ship_line1", 200),
                head.optional("ship_line2", 200),
                head.optional("ship_city", 200),
                head.optional("ship_region", 200),
                head.optional("ship_postal_code", 40),
                head.country("ship_country", account == null ? "" : account.country()));
    }

    private static void checkTotals(Row head, DocumentTotals totals) {
        check(head, "net_total", totals.net());
        check(head, "tax_total", totals.tax());
        check(head, "gross_total", totals.gross());
    }

    private static void check(Row head, String column, BigDecimal computed) {
        if (head.number(column, 3, computed).compareTo(computed) != 0) {
            head.reject(column + " is not the computed " + computed);
        }
    }
}
