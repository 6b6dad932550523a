package org.throughline.pricing;

import java.math.BigDecimal;

/**
 * How much of an item somebody wants.
 *
 * @param ordered the unit of the quantity; a price for it is preferred
 * @param others base units that other lines of the same break group want; they count for breaks
 * @param withCuts whether promotions of the unit price count
 */
record Demand(ItemTerms item, PriceUnit ordered, BigDecimal quantity, BigDecimal others, boolean withCuts) {

    static Demand of(ItemTerms item, PriceUnit ordered, BigDecimal quantity) {
        return new Demand(item, ordered, quantity, BigDecimal.ZERO, true);
    }

    BigDecimal baseQuantity() {
        return quantity.multiply(ordered.factor());
    }

    /** The quantity that breaks look at, in base units. */
    BigDecimal breakQuantity() {
        return others.add(baseQuantity());
    }

    Demand withoutCuts() {
        return new Demand(item, ordered, quantity, others, false);
    }
}
