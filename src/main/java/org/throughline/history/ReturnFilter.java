package org.throughline.history;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import org.throughline.shared.ItemId;
import org.throughline.shared.OrderId;

/**
 * Which returns are wanted.
 *
 * @param dates of the requests; never null
 * @param states empty for all
 * @param order that delivered the goods; null for any
 * @param item one that must be on a line; null for any
 * @param customerReference the customer's own reference on the order, exactly; null for any
 */
public record ReturnFilter(
        DateRange dates, Set<ReturnState> states, OrderId order, ItemId item, String customerReference) {

    public static final ReturnFilter ALL = new ReturnFilter(DateRange.ALL, Set.of(), null, null, null);

    public ReturnFilter {
        requireNonNull(dates, "dates");
        states = Set.copyOf(states);
    }
}
