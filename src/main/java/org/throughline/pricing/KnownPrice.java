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
 * @param contradictedBy id of an agreement for the same unit, quantity and days that names another price; null when there
 *     is none
 */
record KnownPrice(PriceEntry entry, PriceUnit unit, BigDecimal baseMinimum, BigDecimal paidFor, String contradictedBy) {

    private static final Comparator<KnownPrice> NEWEST_LAST = comparing(
                    (KnownPrice price) -> price.entry.validity().from(), nullsFirst(naturalOrder()))
            .thenComparing(price -> price.entry.id())
            .thenComparing(price -> price.entry.unitPrice());

    static KnownPrice of(PriceEntry entry, PriceUnit unit) {
        return new KnownPrice(
                entry,
                unit,
                entry.minQuantity().multiply(unit.factor()),
                unit.factor().multiply(entry.baseQuantity()),
                null);
    }

    /** The newer of two for the same unit and quantity. */
    static KnownPrice newer(KnownPrice one, KnownPrice other) {
        KnownPrice newer = NEWEST_LAST.compare(one, other) > 0 ? one : other;
        KnownPrice older = newer == one ? other : one;
        return newer.contradictedBy == null && newer.contradicts(older)
                ? new KnownPrice(newer.entry, newer.unit, newer.baseMinimum, newer.paidFor, older.entry.id())
                : newer;
    }

    boolean isFor(PriceUnit other) {
        return unit.code().equals(other.code());
    }

    private boolean contradicts(KnownPrice other) {
        return entry.source().isAgreement()
                && entry.validity().equals(other.entry.validity())
                && entry.unitPrice()
                                .multiply(other.paidFor)
                                .compareTo(other.entry.unitPrice().multiply(paidFor))
                        != 0;
    }
}
