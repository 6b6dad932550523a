package org.throughline.pricing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** An item's prices in one currency that are in force on a day, by source. */
final class PricesInCurrency {

    private final Map<PriceSource, PriceTable> tables = new EnumMap<>(PriceSource.class);

    PricesInCurrency(Collection<KnownPrice> prices, PriceUnit baseUnit) {
        Map<PriceSource, List<KnownPrice>> bySource = new EnumMap<>(PriceSource.class);
        for (KnownPrice price : prices) {
            bySource.computeIfAbsent(price.entry().source(), source -> new ArrayList<>())
                    .add(price);
        }
        bySource.forEach((source, some) -> tables.put(source, new PriceTable(some, baseUnit)));
    }

    /** @return null when the source has none */
    PriceTable of(PriceSource source) {
        return tables.get(source);
    }
}
