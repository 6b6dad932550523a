package org.throughline.pricing;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import org.throughline.shared.ItemId;

/**
 * An item that somebody wants to buy.
 *
 * @param id the caller's name of the line, given back with the answer; null when it has none
 * @param unit the ERP's code; null for the item's base unit
 * @param setPrice what it costs, whatever the ERP's prices say; null mostly
 */
public record PriceLine(String id, ItemId item, BigDecimal quantity, String unit, SetPrice setPrice) {

    public PriceLine {
        requireNonNull(item, "item");
        requireNonNull(quantity, "quantity");
    }

    /** A line that costs what the ERP's prices say. */
    public PriceLine(String id, ItemId item, BigDecimal quantity, String unit) {
        this(id, item, quantity, unit, null);
    }
}
