package org.throughline.history;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import org.throughline.shared.ItemId;
import org.throughline.shared.OrderId;

/**
 * Which purchases are wanted. Each is a condition on an order's line; sums are over the lines that pass.
 *
 * @param dates of the orders; never null
 * @param item null for all
 * @param order null for all
 * @param customerReference the customer's own reference on the order, exactly; null for any
 * @param statuses empty for all
 * @param amounts net amounts of the lines; never null
 */
public record PurchaseFilter(
        DateRange dates,
        ItemId item,
        OrderId order,
        String customerReference,
        Set<DeliveryStatus> statuses,
        AmountRange amounts) {

    public static final PurchaseFilter ALL = new PurchaseFilter(DateRange.ALL, null);

    public PurchaseFilter {
        requireNonNull(dates, "dates");
        requireNonNull(amounts, "amounts");
        statuses = Set.copyOf(statuses);
    }

    public PurchaseFilter(DateRange dates, ItemId item) {
        this(dates, item, null, null, Set.of(), AmountRange.ALL);
    }
}
