package org.throughline.erp.embedded.imports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.throughline.erp.embedded.rows.DocumentLine;
import org.throughline.erp.embedded.rows.InvoiceRow;
import org.throughline.erp.embedded.rows.OrderRow;
import org.throughline.erp.embedded.rows.ShipmentRow;
import org.throughline.shared.PostalAddress;
import org.throughline.shared.TaxCategory;
import org.throughline.tax.TaxTreatment;

/** Northwind's orders, and the shipments and invoices of those that were shipped. */
final class NorthwindSales {

    static final TaxTreatment UNTAXED =
            new TaxTreatment(TaxCategory.O, BigDecimal.ZERO, null, "The imported data states no tax", null);
    private static final Currency CURRENCY = Currency.getInstance(NorthwindFormat.CURRENCY);
    private static final String[] HEAD_COLUMNS = {
        "order_id", "customer_id", "order_date", "freight", "ship_name", "ship_country"
    };
    private static final String[] LINE_COLUMNS = {"order_id", "product_id", "unit_price", "quantity", "discount"};

    /** @param shippedOn null when it was not shipped */
    private record Order(
            String id,
            String customer,
            LocalDate orderedOn,
            LocalDate requiredOn,
            LocalDate shippedOn,
            String carrier,
            BigDecimal freight,
            PostalAddress shipTo,
            List<DocumentLine> lines) {}

    private final Path from;
    private final Known known;
    private final Clock clock;
    private final Map<String, String> shippers = new HashMap<>();

    NorthwindSales(Path from, Known known, Clock clock) {
        this.from = from;
        this.known = known;
        this.clock = clock;
    }

    void readOrders(Consumer<Importable> sink, Problems problems) {
        readShippers(problems);
        read(problems, order -> sink.accept(Importable.of(Kind.ORDER, order.id(), orderRow(order)::addTo)));
    }

    /** Wrong rows were noted when the orders were read. */
    void readShipments(Consumer<Importable> sink, Problems problems) {
        read(new Problems(), order -> {
            if (order.shippedOn() != null) {
                ShipmentRow shipment = shipmentRow(order);
                sink.accept(Importable.fulfilling(Kind.SHIPMENT, shipment.id(), order.id(), shipment::addTo));
            }
        });
    }

    void readInvoices(Consumer<Importable> sink, Problems problems) {
        read(new Problems(), order -> {
            if (order.shippedOn() != null) {
                InvoiceRow invoice = invoiceRow(order);
                sink.accept(Importable.fulfilling(Kind.INVOICE, invoice.id(), order.id(), invoice::addTo));
            }
        });
    }

    private void readShippers(Problems problems) {
        try (CsvFile file = CsvFile.open(from.resolve("shippers.csv"), problems, "shipper_id", "company_name")) {
            file.forEachRemaining(
                    row -> shippers.put(row.required("shipper_id", 60), row.required("company_name", 200)));
        }
    }

    private void read(Problems problems, Consumer<Order> orders) {
        CsvDocuments.read(
                from.resolve("orders.csv"),
                "order_id",
                HEAD_COLUMNS,
                from.resolve("order_details.csv"),
                "order_id",
                LINE_COLUMNS,
                problems,
                (head, lines) -> {
                    Order order = order(head, lines);
                    if (head.isValid() && lines.stream().allMatch(Row::isValid)) {
                        orders.accept(order);
                    }
                });
    }

    private Order order(Row head, List<Row> lineRows) {
        List<DocumentLine> lines = new ArrayList<>();
        for (Row row : lineRows) {
            lines.add(line(row, lines.size() + 1));
        }
        String customer = head.required("customer_id", 60);
        if (known.account(customer) == null) {
            head.reject("customer_id is not the id of a customer");
        }
        String shipper = head.optional("ship_via");
        if (shipper != null && !shippers.containsKey(shipper)) {
            head.reject("ship_via is not the id of a shipper");
        }
        BigDecimal freight = head.notNegative("freight", 12, BigDecimal.ZERO);
        BigDecimal cents = freight.setScale(2, RoundingMode.HALF_UP);
        NorthwindFormat.checkNoise(head, "freight", freight, cents);
        return new Order(
                head.required("order_id", 60),
                customer,
                head.date("order_date"),
                head.date("required_date", null),
                head.date("shipped_date", null),
                shippers.get(shipper),
                cents,
                NorthwindFormat.address(head, "ship_name", "ship_"),
                lines);
    }

    private DocumentLine line(Row row, int number) {
        String product = row.required("product_id", 60);
        Known.Item item = known.item(product);
        if (item == null) {
            row.reject("product_id is not the id of a product");
        }
        BigDecimal quantity = row.positive("quantity", 0, null);
        BigDecimal list = NorthwindFormat.price(row);
        BigDecimal discount = discountPercent(row);
        return new DocumentLine(
                number,
                product,
                item == null ? "" : item.description(),
                quantity,
                "EA",
                quantity,
                list,
                list.multiply(BigDecimal.ONE.subtract(discount.movePointLeft(2))),
                BigDecimal.ONE,
                discount,
                UNTAXED);
    }

    /** Discounts were exported as binary fractions too: 0.150000006 is 15 %. */
    private static BigDecimal discountPercent(Row row) {
        BigDecimal discount = row.notNegative("discount", 18, BigDecimal.ZERO);
        BigDecimal clean = discount.setScale(2, RoundingMode.HALF_UP);
        NorthwindFormat.checkNoise(row, "discount", discount, clean);
        if (clean.compareTo(BigDecimal.ONE) > 0) {
            row.reject("discount is more than 1");
        }
        return clean.movePointRight(2);
    }

    private OrderRow orderRow(Order order) {
        return new OrderRow(
                order.id(),
                "ORDER",
                order.customer(),
                null,
                order.orderedOn(),
                order.requiredOn(),
                CURRENCY,
                order.shipTo(),
                new OrderRow.States("APPROVED", "NONE", "NONE", "NONE"),
                order.freight(),
                order.lines().stream()
                        .map(line -> new OrderRow.Line(
                                line, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, NorthwindFormat.BRANCH))
                        .toList(),
                clock.instant());
    }

    private ShipmentRow shipmentRow(Order order) {
        return new ShipmentRow(
                "SH-" + order.id(),
                order.customer(),
                order.id(),
                order.shippedOn(),
                order.carrier(),
                null,
                null,
                "DELIVERED",
                null,
                order.shipTo(),
                order.lines().stream()
                        .map(line -> new ShipmentRow.Line(
                                line.number(),
                                line.number(),
                                line.item(),
                                line.description(),
                                line.quantity(),
                                line.unit()))
                        .toList(),
                clock.instant());
    }

    /** The data knows no payments and is long past: what was invoiced counts as paid. */
    private InvoiceRow invoiceRow(Order order) {
        return new InvoiceRow(
                "IN-" + order.id(),
                "INVOICE",
                order.customer(),
                order.id(),
                null,
                null,
                order.shippedOn(),
                order.shippedOn().plusDays(30),
                CURRENCY,
                order.freight(),
                null,
                order.lines().stream()
                        .map(line -> new InvoiceRow.Line(line.number(), line))
                        .toList(),
                clock.instant());
    }
}
