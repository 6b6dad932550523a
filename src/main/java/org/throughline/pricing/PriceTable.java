package org.throughline.pricing;

import static java.util.Comparator.comparing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Prices of one source in one currency that are in force on a day, sorted by unit and quantity; of two for the same, the newer. */
final class PriceTable {

    /** For looking up a list: the units, the base unit first, then by name. */
    private final List<QuantitySteps<KnownPrice>> byUnit;

    /** For looking up an agreement: the prices that hold from a quantity on, in the same order of units. */
    private final QuantitySteps<List<KnownPrice>> byQuantity;

    PriceTable(Collection<KnownPrice> prices, PriceUnit baseUnit) {
        Comparator<PriceUnit> order = comparing((PriceUnit unit) -> !unit.code().equals(baseUnit.code()))
                .thenComparing(PriceUnit::code);
        Map<PriceUnit, TreeMap<BigDecimal, KnownPrice>> units = new TreeMap<>(order);
        for (KnownPrice price : prices) {
            units.computeIfAbsent(price.unit(), unit -> new TreeMap<>())
                    .merge(price.baseMinimum(), price, KnownPrice::newer);
        }
        TreeMap<BigDecimal, List<KnownPrice>> quantities = new TreeMap<>();
        for (TreeMap<BigDecimal, KnownPrice> unit : units.values()) {
            unit.forEach((from, price) ->
                    quantities.computeIfAbsent(from, key -> new ArrayList<>(1)).add(price));
        }
        this.byUnit = units.values().stream().map(QuantitySteps::new).toList();
        this.byQuantity = new QuantitySteps<>(quantities);
    }

    /**
     * The prices for one unit that a quantity reaches at least the first of: for the unit ordered, else the base unit,
     * else the first by name.
     *
     * @return null when it reaches none
     */
    QuantitySteps<KnownPrice> reached(PriceUnit ordered, BigDecimal baseQuantity) {
        QuantitySteps<KnownPrice> first = null;
        for (QuantitySteps<KnownPrice> unit : byUnit) {
            if (unit.from(0).compareTo(baseQuantity) <= 0) {
                if (unit.get(0).isFor(ordered)) {
                    return unit;
                }
                first = first == null ? unit : first;
            }
        }
        return first;
    }

    /**
     * The price with the highest quantity reached; among those with the same, for the unit ordered, else the base unit,
     * else the first by name.
     *
     * @return null when none is reached
     */
    KnownPrice highestReached(PriceUnit ordered, BigDecimal baseQuantity) {
        List<KnownPrice> candidates = byQuantity.at(baseQuantity);
        if (candidates == null) {
            return null;
        }
        for (KnownPrice candidate : candidates) {
            if (candidate.isFor(ordered)) {
                return candidate;
            }
        }
        return candidates.get(0);
    }
}
