package org.throughline.stock;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import org.throughline.shared.ItemId;

/**
 * Goods kept for somebody.
 *
 * @param warehouse where they are or will be
 * @param quantity in the item's base unit; not negative
 */
public record Reserved(ItemId item, String warehouse, BigDecimal quantity) {

    public Reserved {
        requireNonNull(item, "item");
        requireNonNull(warehouse, "warehouse");
        if (quantity.signum() < 0) {
            throw new IllegalArgumentException("reserved quantity is below zero");
        }
    }
}
