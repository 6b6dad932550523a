package org.throughline.pricing;

import static java.util.Objects.requireNonNull;

import org.throughline.shared.ItemId;
import org.throughline.shared.Quantity;

/**
 * An item that somebody wants to buy.
 *
 * @param id the caller's name of the line, given back with the answer; null when it has none
 */
public record PriceLine(String id, ItemId item, Quantity quantity) {

    public PriceLine {
        requireNonNull(item, "item");
        requireNonNull(quantity, "quantity");
    }
}
