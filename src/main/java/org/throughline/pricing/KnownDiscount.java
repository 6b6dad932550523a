package org.throughline.pricing;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import java.math.BigDecimal;
import java.util.Comparator;

/**
 * A discount whose unit the item has.
 *
 * @param unit that amounts off are for
 * @param baseMinimum the quantity that it holds from, in the item's base unit
 * @param contradictedBy id of an agreement for the same quantity and days that names another discount; null when there is
 *     none
 */
record KnownDiscount(DiscountEntry entry, PriceUnit unit, BigDecimal baseMinimum, String contradictedBy) {

    private static final Comparator<KnownDiscount> NEWEST_LAST = comparing(
                    (KnownDiscount discount) -> discount.entry.validity().from(), nullsFirst(naturalOrder()))
            .thenComparing(discount -> discount.entry.id());

    static KnownDiscount of(DiscountEntry entry, PriceUnit unit) {
        return new KnownDiscount(entry, unit, entry.minQuantity().multiply(unit.factor()), null);
    }

    /** The newer of two for the same quantity. */
    static KnownDiscount newer(KnownDiscount one, KnownDiscount other) {
        KnownDiscount newer = NEWEST_LAST.compare(one, other) > 0 ? one : other;
        KnownDiscount older = newer == one ? other : one;
        return newer.contradictedBy == null && newer.contradicts(older)
                ? new KnownDiscount(newer.entry, newer.unit, newer.baseMinimum, older.entry.id())
                : newer;
    }

    private boolean contradicts(KnownDiscount other) {
        return entry.validity().equals(other.entry.validity()) && !entry.chain().equals(other.entry.chain());
    }
}
