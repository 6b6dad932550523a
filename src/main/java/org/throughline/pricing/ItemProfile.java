package org.throughline.pricing;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.List;
import org.throughline.shared.ItemId;
import org.throughline.tax.TaxClass;

/**
 * What an ERP says of an item itself, as far as prices ask.
 *
 * @param group null when the item is in none
 * @param breakGroup items of the same one add up to reach quantity breaks; null when the item's lines count alone
 * @param blocked whether it may not be sold
 * @param units the base unit first; never empty
 * @param weight of a base unit in kilograms; zero when it is not known or there is none
 */
public record ItemProfile(
        ItemId item,
        String description,
        String group,
        String breakGroup,
        TaxClass taxClass,
        boolean blocked,
        List<PriceUnit> units,
        BigDecimal weight) {

    public ItemProfile {
        requireNonNull(item, "item");
        requireNonNull(description, "description");
        requireNonNull(taxClass, "taxClass");
        requireNonNull(weight, "weight");
        units = List.copyOf(units);
        if (units.isEmpty()) {
            throw new IllegalArgumentException("item has no unit");
        }
    }
}
