package org.throughline.pricing;

import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;

/**
 * Values that hold from a quantity on, up to the next. Found by halving.
 *
 * @param <T> what holds
 */
final class QuantitySteps<T> {

    private final BigDecimal[] from;
    private final List<T> values;

    QuantitySteps(SortedMap<BigDecimal, T> byQuantity) {
        this.from = byQuantity.keySet().toArray(new BigDecimal[0]);
        this.values = List.copyOf(byQuantity.values());
    }

    int size() {
        return from.length;
    }

    BigDecimal from(int step) {
        return from[step];
    }

    /** How many of the steps a quantity reaches. */
    int reached(BigDecimal quantity) {
        int low = 0;
        int high = from.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (from[middle].compareTo(quantity) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** @return null below the first step */
    T at(BigDecimal quantity) {
        int reached = reached(quantity);
        return reached == 0 ? null : values.get(reached - 1);
    }

    T get(int step) {
        return values.get(step);
    }
}
