package org.throughline.stock;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Goods that nobody has claimed yet.
 *
 * @param from the day from which they can be delivered
 * @param quantity in base units; above zero
 */
record Lot(LocalDate from, BigDecimal quantity, String warehouse, Origin origin) {

    private static final Comparator<Lot> EARLIEST_FIRST =
            Comparator.comparing(Lot::from).thenComparing(Lot::origin);

    /**
     * What can be claimed of the stock, the earliest first, on hand before expected, otherwise in the order of the levels.
     * What open orders have claimed beyond the stock on hand is taken from what is expected next. Supply that is overdue
     * is not relied on.
     */
    static List<Lot> of(List<StockLevel> levels, LocalDate today) {
        return levels.stream()
                .flatMap(level -> of(level, today).stream())
                .sorted(EARLIEST_FIRST)
                .toList();
    }

    Lot withQuantity(BigDecimal other) {
        return new Lot(from, other, warehouse, origin);
    }

    private static List<Lot> of(StockLevel level, LocalDate today) {
        List<Lot> lots = new ArrayList<>();
        BigDecimal balance = level.available();
        if (balance.signum() > 0) {
            lots.add(new Lot(today, balance, level.warehouse(), Origin.ON_HAND));
        }
        BigDecimal owed = balance.negate().max(BigDecimal.ZERO);
        for (Supply supply : level.expected()) {
            if (!supply.on().isBefore(today)) {
                BigDecimal free = supply.quantity().subtract(owed);
                owed = free.negate().max(BigDecimal.ZERO);
                if (free.signum() > 0) {
                    lots.add(new Lot(supply.on(), free, level.warehouse(), Origin.EXPECTED));
                }
            }
        }
        return lots;
    }
}
