package org.throughline.pricing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An item's prices in one currency, and the discounts that such prices get, that are in force on a day; by source. */
final class PricesInCurrency {

    private final Map<PriceSource, PriceTable> prices = new EnumMap<>(PriceSource.class);
    private final Map<PriceSource, QuantitySteps<KnownDiscount>> discounts = new EnumMap<>(PriceSource.class);

    PricesInCurrency(Collection<KnownPrice> some, Collection<KnownDiscount> reductions, PriceUnit baseUnit) {
        Map<PriceSource, List<KnownPrice>> bySource = new EnumMap<>(PriceSource.class);
        for (KnownPrice price : some) {
            bySource.computeIfAbsent(price.entry().source(), source -> new ArrayList<>())
                    .add(price);
        }
        bySource.forEach((source, those) -> prices.put(source, new PriceTable(those, baseUnit)));
        Map<PriceSource, TreeMap<BigDecimal, KnownDiscount>> steps = new EnumMap<>(PriceSource.class);
        for (KnownDiscount discount : reductions) {
            steps.computeIfAbsent(discount.entry().source(), source -> new TreeMap<>())
                    .merge(discount.baseMinimum(), discount, KnownDiscount::newer);
        }
        steps.forEach((source, those) -> discounts.put(source, new QuantitySteps<>(those)));
    }

    /** @return null when the source has none */
    PriceTable of(PriceSource source) {
        return prices.get(source);
    }

    /** @return null when the source has none that is reached */
    KnownPrice agreedPrice(PriceSource source, PriceUnit ordered, BigDecimal baseQuantity) {
        PriceTable table = prices.get(source);
        return table == null ? null : table.highestReached(ordered, baseQuantity);
    }

    /** @return null when the source has none that is reached */
    KnownDiscount agreedDiscount(PriceSource source, BigDecimal baseQuantity) {
        QuantitySteps<KnownDiscount> steps = discounts.get(source);
        return steps == null ? null : steps.at(baseQuantity);
    }
}
