package org.throughline.erp.embedded.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.throughline.erp.embedded.rows.DocumentLine;
import org.throughline.erp.embedded.rows.ErpTable;
import org.throughline.erp.embedded.rows.RowBatch;
import org.throughline.erp.embedded.rows.ShipmentRow;
import org.throughline.shared.PostalAddress;

/** Ships the demo's orders: shipments, consignments, proofs of delivery. */
final class DemoFulfilment {

    private static final Map<String, String> CARRIERS = Map.of(
            "GB", "Northern Parcels", "DE", "Hansa Paketdienst", "FR", "Colis Express", "US", "Atlantic Air Freight");

    private final DemoStock stock;
    private final DemoInvoicing invoicing;
    private final RowBatch rows;
    private final Random random;
    private int shipments;

    DemoFulfilment(DemoStock stock, DemoInvoicing invoicing, RowBatch rows, Random random) {
        this.stock = stock;
        this.invoicing = invoicing;
        this.rows = rows;
        this.random = random;
    }

    void ship(DemoOrder order) {
        LocalDate day = DemoCalendar.workday(order.day.plusDays(1 + random.nextInt(4)));
        if (order.fate == DemoOrder.Fate.PART_SHIPPED) {
            ship(order, day, true);
        } else if (order.fate == DemoOrder.Fate.SHIPPED && order.lines.size() > 1 && random.nextInt(8) == 0) {
            ship(order, day, true);
            ship(order, DemoCalendar.workday(day.plusDays(5)), false);
        } else if (order.fate == DemoOrder.Fate.SHIPPED) {
            ship(order, day, false);
        }
    }

    /** @param partly only half of the first line goes out */
    private void ship(DemoOrder order, LocalDate day, boolean partly) {
        if (!DemoCalendar.isPast(day)) {
            return;
        }
        String id = "SH-%06d".formatted(++shipments);
        List<DocumentLine> shipped = new ArrayList<>();
        for (DemoOrder.Line line : partly ? order.lines.subList(0, 1) : order.lines) {
            BigDecimal quantity = partly ? half(line.open()) : line.open();
            if (quantity.signum() > 0) {
                shipped.add(line.part(line.line.number(), quantity));
                ship(order, line, shipped.get(shipped.size() - 1), day, id);
            }
        }
        LocalDate delivered = DemoCalendar.workday(day.plusDays(2 + random.nextInt(4)));
        order.delivered = DemoCalendar.isPast(delivered);
        write(order, id, day, order.delivered ? delivered : null, shipped);
        DemoSales.event(order, day, 15, "SHIPPED", id, rows);
        if (order.delivered) {
            DemoSales.event(order, delivered, 14, "DELIVERED", id, rows);
        }
        invoicing.invoice(order, shipped, DemoCalendar.workday(day.plusDays(1)));
    }

    /** Half of it, rounded up. */
    private static BigDecimal half(BigDecimal quantity) {
        return quantity.divide(BigDecimal.valueOf(2), 0, java.math.RoundingMode.UP);
    }

    private void ship(DemoOrder order, DemoOrder.Line line, DocumentLine part, LocalDate day, String shipment) {
        line.shipped = line.shipped.add(part.quantity());
        if (line.item.stocked()) {
            stock.move(line.item, order.warehouse(), day, part.baseQuantity().negate(), "SHIPMENT", shipment);
        }
    }

    private void write(DemoOrder order, String id, LocalDate day, LocalDate delivered, List<DocumentLine> shipped) {
        String country = order.account.country();
        String consignment = "%s%010d".formatted(country, 7_000_000_000L + shipments * 37L);
        new ShipmentRow(
                        id,
                        order.account.id(),
                        order.id,
                        day,
                        CARRIERS.get(country),
                        consignment,
                        "https://tracking.example/" + consignment,
                        delivered != null ? "DELIVERED" : day.equals(DemoCalendar.END) ? "SHIPPED" : "IN_TRANSIT",
                        delivered,
                        order.account.address(),
                        goods(order, shipped),
                        DemoCalendar.at(delivered == null ? day : delivered, 15))
                .addTo(rows);
        if (delivered != null) {
            writeProof(order, id, consignment, delivered);
        }
    }

    /** Services are invoiced with the goods but do not travel. */
    private static List<ShipmentRow.Line> goods(DemoOrder order, List<DocumentLine> shipped) {
        List<ShipmentRow.Line> goods = new ArrayList<>();
        for (DocumentLine line : shipped) {
            if (order.lines.get(line.number() - 1).item.stocked()) {
                goods.add(new ShipmentRow.Line(
                        goods.size() + 1,
                        line.number(),
                        line.item(),
                        line.description(),
                        line.quantity(),
                        line.unit()));
            }
        }
        return goods;
    }

    private void writeProof(DemoOrder order, String shipment, String consignment, LocalDate day) {
        PostalAddress address = order.account.address();
        String signer = address.name() + ", goods in";
        byte[] pdf = DemoProof.pdf(List.of(
                "Proof of delivery",
                "Shipment " + shipment + " of order " + order.id,
                "Consignment " + consignment,
                "Delivered on " + day + " at 14:00 UTC",
                "Received by " + signer,
                address.line1() + ", " + address.postalCode() + " " + address.city()));
        rows.add(
                ErpTable.PROOF_OF_DELIVERY,
                shipment,
                signer,
                DemoCalendar.at(day, 14),
                address.line1() + ", " + address.city(),
                "application/pdf",
                DemoProof.sha256(pdf),
                pdf);
    }
}
