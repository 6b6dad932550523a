package org.throughline.stock;

import java.time.LocalDate;
import java.util.List;
import org.throughline.shared.Quantity;

/**
 * The answer to one line of an {@link AvailabilityRequest}.
 *
 * @param requested the quantity with its unit, also where the caller left the unit out
 * @param requiredOn the day, also where the caller left it out
 * @param levels the stock in each warehouse, in base units, before this request; only the warehouse asked for, when one
 *     was
 */
public record ItemAvailability(
        Item item, Quantity requested, LocalDate requiredOn, List<StockLevel> levels, Promise promise) {

    public ItemAvailability {
        levels = List.copyOf(levels);
    }
}
