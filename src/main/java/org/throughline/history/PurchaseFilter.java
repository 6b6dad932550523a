package org.throughline.history;

import static java.util.Objects.requireNonNull;

import org.throughline.shared.ItemId;

/**
 * Which purchases are wanted.
 *
 * @param dates of the orders; never null
 * @param item null for all
 */
public record PurchaseFilter(DateRange dates, ItemId item) {

    public static final PurchaseFilter ALL = new PurchaseFilter(DateRange.ALL, null);

    public PurchaseFilter {
        requireNonNull(dates, "dates");
    }
}
