package org.throughline.pricing;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;

/**
 * A chain of discounts agreed on, from a quantity on: 10 % and 5 % mean 10 % off, then 5 % off the rest.
 *
 * @param id of the agreement
 * @param unit that the smallest quantity and amounts off are for; null for the item's base unit
 * @param minQuantity zero when there is no smallest quantity
 * @param currency of the amounts in the chain; prices in other currencies do not get the discount; null when the chain has
 *     percentages only
 * @param chain in order; never empty
 */
public record DiscountEntry(
        PriceSource source,
        String id,
        String unit,
        BigDecimal minQuantity,
        Currency currency,
        List<Reduction> chain,
        Period validity) {

    public DiscountEntry {
        requireNonNull(source, "source");
        requireNonNull(id, "id");
        requireNonNull(minQuantity, "minQuantity");
        requireNonNull(validity, "validity");
        chain = List.copyOf(chain);
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("discount chain is empty");
        }
        if (currency == null && chain.stream().anyMatch(step -> step instanceof Reduction.Amount)) {
            throw new IllegalArgumentException("amount off has no currency");
        }
    }

    boolean isFor(Currency pricesIn) {
        return currency == null || currency.equals(pricesIn);
    }
}
