package org.throughline.history;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import org.throughline.shared.ItemId;
import org.throughline.shared.OrderId;

/**
 * Which shipments are wanted.
 *
 * @param dates of shipment; never null
 * @param statuses empty for all
 * @param order that it delivers; null for any
 * @param item one that must be on a line; null for any
 * @param customerReference the customer's own reference on the order, exactly; null for any
 */
public record ShipmentFilter(
        DateRange dates, Set<ShipmentStatus> statuses, OrderId order, ItemId item, String customerReference) {

    public static final ShipmentFilter ALL = new ShipmentFilter(DateRange.ALL, Set.of(), null, null, null);

    public ShipmentFilter {
        requireNonNull(dates, "dates");
        statuses = Set.copyOf(statuses);
    }
}
