package org.throughline.erp.exports;

import static java.util.Comparator.comparing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.throughline.account.Account;
import org.throughline.history.Invoice;
import org.throughline.history.InvoiceDocument;
import org.throughline.history.InvoiceFilter;
import org.throughline.history.InvoiceLine;
import org.throughline.history.InvoiceStatus;
import org.throughline.history.Shipment;
import org.throughline.history.ShipmentFilter;
import org.throughline.history.ShipmentLine;
import org.throughline.order.Approval;
import org.throughline.order.Order;
import org.throughline.order.OrderFilter;
import org.throughline.order.OrderLine;
import org.throughline.shared.AccountId;
import org.throughline.shared.MaxAge;
import org.throughline.shared.PostalAddress;
import org.throughline.shared.TaxCategory;
import org.throughline.shared.TaxSubtotal;
import org.throughline.tax.TaxCalculator;
import org.throughline.tax.TaxTreatment;
import org.throughline.tax.TaxableDocument;
import org.throughline.tax.TaxableLine;

/**
 * Orders, shipments and invoices. Documents with quantities that are not above zero are left out, as whole documents: the files
 * know no returns.
 */
final class DocumentTables {

    private static final OrderFilter ALL_ORDERS =
            new OrderFilter(List.of(), null, null, null, null, null, null, null, null);

    private final Exporter.Ports ports;
    private final ExportFolder folder;
    private final Set<String> orders = new HashSet<>();

    DocumentTables(Exporter.Ports ports, ExportFolder folder) {
        this.ports = ports;
        this.folder = folder;
    }

    void write(List<Account> accounts) {
        List<AccountId> ids = accounts.stream().map(Account::id).toList();
        writeOrders();
        writeShipments(ids);
        writeInvoices(ids);
    }

    private void writeOrders() {
        List<Order> found = Exporter.all(
                page -> ports.orders().find(ALL_ORDERS, page, MaxAge.LIVE).value());
        List<Order> whole = found.stream().filter(DocumentTables::isWhole).toList();
        try (CsvTable heads = folder.table(
                        "orders",
                        "id account ordered_on currency status customer_reference required_on charge ship_name ship_line1 ship_line2"
                                + " ship_city ship_region ship_postal_code ship_country");
                CsvTable lines = folder.table(
                        "order_lines",
                        "order line item quantity list_price tax_category tax_rate tax_reason_code tax_reason unit"
                                + " unit_price price_base_quantity description")) {
            for (Order order : whole) {
                addHead(heads, order);
                order.content().lines().forEach(line -> addLine(lines, order, line));
                orders.add(order.id().value());
            }
            folder.count("orders", heads);
            folder.count("order_lines", lines);
        }
        folder.leftOut("orders", found.size() - whole.size());
    }

    private static boolean isWhole(Order order) {
        return !order.content().lines().isEmpty()
                && order.content().lines().stream()
                        .allMatch(line -> line.quantity().isPositive());
    }

    private static void addHead(CsvTable heads, Order order) {
        PostalAddress place = order.content().shipTo();
        boolean known = place != null;
        heads.add(
                order.id().value(),
                order.content().account().value(),
                order.content().orderDate(),
                order.content().currency(),
                status(order.status().approval()),
                order.content().customerReference(),
                order.content().requiredDate(),
                order.content().totals().charges(),
                known ? place.name() : null,
                known ? place.line1() : null,
                known ? place.line2() : null,
                known ? place.city() : null,
                known ? place.region() : null,
                known ? place.postalCode() : null,
                known ? place.country() : null);
    }

    private static String status(Approval approval) {
        return switch (approval) {
            case APPROVED -> "APPROVED";
            case PENDING -> "PENDING";
            default -> "CANCELLED";
        };
    }

    private static void addLine(CsvTable lines, Order order, OrderLine line) {
        TaxCategory category = line.price().taxCategory();
        TaxSubtotal subtotal = subtotal(order.content().taxes(), category);
        BigDecimal listPrice = line.price().listPrice();
        lines.add(
                order.id().value(),
                line.number(),
                line.item(),
                line.quantity().value(),
                listPrice == null ? line.price().unitPrice() : listPrice,
                category,
                line.price().taxRatePercent(),
                subtotal == null ? null : subtotal.reasonCode(),
                subtotal == null ? null : subtotal.reason(),
                line.quantity().unit(),
                line.price().unitPrice(),
                line.price().baseQuantity(),
                line.description());
    }

    private static TaxSubtotal subtotal(List<TaxSubtotal> taxes, TaxCategory category) {
        return taxes.stream()
                .filter(each -> each.category() == category)
                .findFirst()
                .orElse(null);
    }

    private void writeShipments(List<AccountId> accounts) {
        List<Shipment> found = Exporter.all(page -> ports.shipments()
                .find(accounts, ShipmentFilter.ALL, page, MaxAge.LIVE)
                .value());
        List<Shipment> whole = found.stream()
                .filter(each -> !each.lines().isEmpty()
                        && each.lines().stream()
                                .allMatch(line -> line.quantity().isPositive()))
                .toList();
        try (CsvTable heads = folder.table(
                        "shipments",
                        "id account shipped_on order carrier consignment tracking_url status delivered_on");
                CsvTable lines =
                        folder.table("shipment_lines", "shipment line item quantity order_line unit description")) {
            for (Shipment shipment : whole) {
                heads.add(
                        shipment.id().value(),
                        shipment.account().value(),
                        shipment.date(),
                        order(shipment.order() == null ? null : shipment.order().value()),
                        shipment.carrier(),
                        shipment.consignment(),
                        shipment.trackingUrl(),
                        shipment.status(),
                        shipment.deliveredOn());
                shipment.lines().forEach(line -> addLine(lines, shipment, line));
            }
            folder.count("shipments", heads);
            folder.count("shipment_lines", lines);
        }
        folder.leftOut("shipments", found.size() - whole.size());
    }

    private void addLine(CsvTable lines, Shipment shipment, ShipmentLine line) {
        boolean ordered = shipment.order() != null && order(shipment.order().value()) != null;
        lines.add(
                shipment.id().value(),
                line.number(),
                line.item(),
                line.quantity().value(),
                ordered ? line.orderLine() : null,
                line.quantity().unit(),
                line.description());
    }

    private void writeInvoices(List<AccountId> accounts) {
        List<Invoice> found = new ArrayList<>(Exporter.all(page -> ports.invoices()
                .find(accounts, InvoiceFilter.ALL, page, MaxAge.LIVE)
                .value()));
        found.sort(comparing(Invoice::date).thenComparing(each -> each.id().value()));
        long leftOut = 0;
        Set<String> written = new HashSet<>();
        try (CsvTable heads = folder.table(
                        "invoices",
                        "id account issued_on currency kind order corrects customer_reference due_on settled");
                CsvTable lines = folder.table(
                        "invoice_lines",
                        "invoice line item quantity list_price tax_category tax_rate tax_reason_code tax_reason unit"
                                + " unit_price price_base_quantity description order_line")) {
            for (Invoice invoice : found) {
                InvoiceDocument document =
                        ports.invoices().get(invoice.id(), null, MaxAge.LIVE).value();
                if (isWhole(document)) {
                    add(heads, document, written);
                    document.lines().forEach(line -> addLine(lines, document, line));
                    written.add(invoice.id().value());
                } else {
                    leftOut++;
                }
            }
            folder.count("invoices", heads);
            folder.count("invoice_lines", lines);
        }
        folder.leftOut("invoices", leftOut);
    }

    private static boolean isWhole(InvoiceDocument document) {
        return !document.lines().isEmpty()
                && document.lines().stream().allMatch(line -> line.quantity().isPositive());
    }

    private void add(CsvTable heads, InvoiceDocument document, Set<String> written) {
        Invoice invoice = document.header();
        String corrects =
                document.corrects() == null ? null : document.corrects().value();
        heads.add(
                invoice.id().value(),
                invoice.account().value(),
                invoice.date(),
                invoice.currency(),
                invoice.kind(),
                order(invoice.order() == null ? null : invoice.order().value()),
                written.contains(corrects) ? corrects : null,
                invoice.customerReference(),
                invoice.dueDate(),
                settled(document));
    }

    /** Where the amounts are computed anew they may be some cents less; what is paid is paid then. */
    private static BigDecimal settled(InvoiceDocument document) {
        BigDecimal gross = TaxCalculator.calculate(TaxableDocument.of(
                        document.header().currency(),
                        document.lines().stream().map(DocumentTables::taxable).toList()))
                .totals()
                .gross();
        return document.header().status() == InvoiceStatus.PAID
                ? gross
                : gross.min(document.header().settlement().settled());
    }

    private static TaxableLine taxable(InvoiceLine line) {
        return new TaxableLine(
                null,
                line.quantity().value(),
                line.unitPrice(),
                line.priceBase(),
                List.of(),
                List.of(),
                TaxTreatment.stated(line.taxCategory(), line.taxPercent()));
    }

    private void addLine(CsvTable lines, InvoiceDocument document, InvoiceLine line) {
        Invoice invoice = document.header();
        boolean ordered = invoice.order() != null && order(invoice.order().value()) != null;
        TaxSubtotal subtotal = subtotal(document.taxes(), line.taxCategory());
        lines.add(
                invoice.id().value(),
                line.number(),
                line.item(),
                line.quantity().value(),
                line.unitPrice(),
                line.taxCategory(),
                line.taxPercent(),
                subtotal == null ? null : subtotal.reasonCode(),
                subtotal == null ? null : subtotal.reason(),
                line.quantity().unit(),
                line.unitPrice(),
                line.priceBase(),
                line.description(),
                ordered ? line.orderLine() : null);
    }

    /** Null when the order is not among those written. */
    private String order(String id) {
        return id != null && orders.contains(id) ? id : null;
    }
}
