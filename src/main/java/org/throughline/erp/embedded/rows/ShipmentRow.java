package org.throughline.erp.embedded.rows;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.throughline.shared.PostalAddress;

/**
 * A shipment with its lines.
 *
 * @param order null when it is not for one order
 * @param status SHIPPED, IN_TRANSIT or DELIVERED
 */
public record ShipmentRow(
        String id,
        String account,
        String order,
        LocalDate shippedOn,
        String carrier,
        String consignment,
        String trackingUrl,
        String status,
        LocalDate deliveredOn,
        PostalAddress shipTo,
        List<Line> lines,
        Instant changedAt) {

    /** @param orderLine null when it is not for an order's line */
    public record Line(
            int number, Integer orderLine, String item, String description, BigDecimal quantity, String unit) {}

    public void addTo(RowBatch rows) {
        rows.add(
                ErpTable.SHIPMENT,
                id,
                account,
                order,
                shippedOn,
                carrier,
                consignment,
                trackingUrl,
                status,
                deliveredOn,
                shipTo.name(),
                shipTo.line1(),
                shipTo.line2(),
                shipTo.city(),
                shipTo.region(),
                shipTo.postalCode(),
                shipTo.country(),
                changedAt);
        for (Line line : lines) {
            rows.add(
                    ErpTable.SHIPMENT_LINE,
                    id,
                    line.number(),
                    line.orderLine(),
                    line.item(),
                    line.description(),
                    line.quantity(),
                    line.unit());
        }
    }
}
