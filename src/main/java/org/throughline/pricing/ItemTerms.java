package org.throughline.pricing;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.throughline.shared.ItemId;
import org.throughline.tax.TaxClass;

/**
 * Everything that an ERP knows about an item's price for one buyer, whatever the date, quantity and currency.
 *
 * @param group null when the item is in none
 * @param blocked whether it may not be sold
 * @param units the base unit first; never empty
 * @param prices of the buyer's list, of the general lists and of the buyer's agreements
 * @param discounts of the buyer's agreements
 */
public record ItemTerms(
        ItemId item,
        String description,
        String group,
        TaxClass taxClass,
        boolean blocked,
        List<PriceUnit> units,
        List<PriceEntry> prices,
        List<DiscountEntry> discounts,
        List<Promotion> promotions) {

    public ItemTerms {
        requireNonNull(item, "item");
        requireNonNull(description, "description");
        requireNonNull(taxClass, "taxClass");
        units = List.copyOf(units);
        if (units.isEmpty()) {
            throw new IllegalArgumentException("item has no unit");
        }
        prices = List.copyOf(prices);
        discounts = List.copyOf(discounts);
        promotions = List.copyOf(promotions);
    }

    public PriceUnit baseUnit() {
        return units.get(0);
    }

    public Optional<PriceUnit> unit(String code) {
        return units.stream().filter(unit -> unit.code().equals(code)).findFirst();
    }
}
