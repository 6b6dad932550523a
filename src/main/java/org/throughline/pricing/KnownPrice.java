package org.throughline.pricing;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import java.math.BigDecimal;
import java.util.Comparator;

/**
 * A price whose unit the item has.
 *
 * @param baseMinimum the quantity that it holds from, in the item's base unit
 * @param paidFor what the price pays for, in the item's base unit
 */
record KnownPrice(PriceEntry entry, PriceUnit unit, BigDecimal baseMinimum, BigDecimal paidFor) {

    static final Comparator<KnownPrice> NEWEST_LAST = comparing(
                    (KnownPrice price) -> price.entry.validity().from(), nullsFirst(naturalOrder()))
            .thenComparing(price -> price.entry.id())
            .thenComparing(price -> price.entry.unitPrice());

    static KnownPrice of(PriceEntry entry, PriceUnit unit) {
        return new KnownPrice(
                entry,
                unit,
                entry.minQuantity().multiply(unit.factor()),
                unit.factor().multiply(entry.baseQuantity()));
    }

    boolean isFor(PriceUnit other) {
        return unit.code().equals(other.code());
    }
}
