package org.throughline.history;

import java.time.LocalDate;
import java.util.List;
import org.throughline.shared.AccountId;
import org.throughline.shared.OrderId;
import org.throughline.shared.PostalAddress;
import org.throughline.shared.ShipmentId;

/**
 * A delivery to a customer.
 *
 * @param number what people know it by; null when that is its id
 * @param order what it delivers; null when it is not one order
 * @param customerReference the customer's own reference on the order; null when there is none
 * @param date of shipment
 * @param carrier the shipping party; null when it is not known
 * @param consignment the carrier's number for the consignment; null when there is none
 * @param trackingUrl where the carrier tells how far it is; null when there is none
 * @param deliverTo null when the ERP keeps no country with it
 * @param deliveredOn null until delivered
 * @param proofAvailable whether a proof of delivery can be had
 */
public record Shipment(
        ShipmentId id,
        String number,
        AccountId account,
        OrderId order,
        String customerReference,
        LocalDate date,
        ShipmentStatus status,
        String carrier,
        String consignment,
        String trackingUrl,
        PostalAddress deliverTo,
        LocalDate deliveredOn,
        boolean proofAvailable,
        List<ShipmentLine> lines) {

    public Shipment {
        lines = List.copyOf(lines);
    }
}
