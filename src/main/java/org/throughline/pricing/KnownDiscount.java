package org.throughline.pricing;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import java.math.BigDecimal;
import java.util.Comparator;

/**
 * A discount whose unit the item has.
 *
 * @param baseMinimum the quantity that it holds from, in the item's base unit
 */
record KnownDiscount(DiscountEntry entry, BigDecimal baseMinimum) {

    static final Comparator<KnownDiscount> NEWEST_LAST = comparing(
                    (KnownDiscount discount) -> discount.entry.validity().from(), nullsFirst(naturalOrder()))
            .thenComparing(discount -> discount.entry.id());
}
