package org.throughline.pricing;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.List;

/**
 * A chain of discounts agreed on, from a quantity on: 10 and 5 mean 10 % off, then 5 % off the rest.
 *
 * @param id of the agreement
 * @param unit that the smallest quantity is in; null for the item's base unit
 * @param minQuantity zero when there is no smallest quantity
 * @param chain percentages, in order; never empty
 */
public record DiscountEntry(
        PriceSource source, String id, String unit, BigDecimal minQuantity, List<BigDecimal> chain, Period validity) {

    public DiscountEntry {
        requireNonNull(source, "source");
        requireNonNull(id, "id");
        requireNonNull(minQuantity, "minQuantity");
        requireNonNull(validity, "validity");
        chain = List.copyOf(chain);
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("discount chain is empty");
        }
    }
}
