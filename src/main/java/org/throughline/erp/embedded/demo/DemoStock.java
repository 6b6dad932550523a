package org.throughline.erp.embedded.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.throughline.erp.embedded.rows.ErpTable;
import org.throughline.erp.embedded.rows.RowBatch;

/**
 * Stock of each item in each warehouse as the sum of its movements: opening stock, shipments, returns, and receipts
 * whenever stock would not have sufficed. On hand is never below zero at any time.
 */
final class DemoStock {

    private record Movement(LocalDate day, BigDecimal quantity, String kind, String document) {}

    /** What is left in one place, and what open orders have claimed of it. */
    private static final class Place {
        private final List<Movement> movements = new ArrayList<>();
        private BigDecimal onHand = BigDecimal.ZERO;
        private BigDecimal allocated = BigDecimal.ZERO;
    }

    private static final String[] WAREHOUSES = {"LON", "MAN", "HAM"};

    /** By item and warehouse. */
    private final Map<String, Place> places = new TreeMap<>();

    private final List<DemoItem> items;
    private final Random random;

    DemoStock(List<DemoItem> items, Random random) {
        this.items = items;
        this.random = random;
    }

    void move(DemoItem item, String warehouse, LocalDate day, BigDecimal quantity, String kind, String document) {
        place(item, warehouse).movements.add(new Movement(day, quantity, kind, document));
    }

    private Place place(DemoItem item, String warehouse) {
        return places.computeIfAbsent(item.id() + "/" + warehouse, unused -> new Place());
    }

    /** Writes all movements; from here on stock can be allocated. */
    void settle(RowBatch rows) {
        for (DemoItem item : items) {
            for (String warehouse : WAREHOUSES) {
                if (item.stocked()) {
                    settle(item, warehouse, place(item, warehouse), rows);
                }
            }
        }
    }

    private void settle(DemoItem item, String warehouse, Place place, RowBatch rows) {
        int lot = item.priceBase() == 100 ? 2_000 : 60;
        write(item, warehouse, place, opening(lot), rows);
        place.movements.sort(Comparator.comparing(Movement::day));
        for (Movement movement : place.movements) {
            BigDecimal lacking = movement.quantity().add(place.onHand).negate();
            if (lacking.signum() > 0) {
                BigDecimal lots = lacking.divide(BigDecimal.valueOf(lot), 0, java.math.RoundingMode.UP);
                BigDecimal receipt = lots.multiply(BigDecimal.valueOf(lot));
                write(item, warehouse, place, new Movement(movement.day(), receipt, "RECEIPT", null), rows);
            }
            write(item, warehouse, place, movement, rows);
        }
    }

    private Movement opening(int lot) {
        BigDecimal quantity = BigDecimal.valueOf((long) lot * random.nextInt(4) / 2);
        return new Movement(DemoCalendar.START.minusDays(1), quantity, "OPENING", null);
    }

    private static void write(DemoItem item, String warehouse, Place place, Movement movement, RowBatch rows) {
        if (movement.quantity().signum() != 0) {
            place.onHand = place.onHand.add(movement.quantity());
            rows.add(
                    ErpTable.STOCK_MOVEMENT,
                    item.id(),
                    warehouse,
                    movement.day(),
                    movement.quantity(),
                    movement.kind(),
                    movement.document());
        }
    }

    /** Claims up to a number of base units; answers how many of them could be had, a multiple of the factor. */
    BigDecimal allocate(DemoItem item, String warehouse, BigDecimal wanted, BigDecimal factor) {
        if (!item.stocked()) {
            return BigDecimal.ZERO;
        }
        Place place = place(item, warehouse);
        BigDecimal free = place.onHand.subtract(place.allocated).min(wanted);
        BigDecimal claimed = free.divideToIntegralValue(factor).multiply(factor);
        place.allocated = place.allocated.add(claimed);
        return claimed;
    }

    /** Writes levels, and supply for what is out of stock or scarce. */
    void writeLevels(RowBatch rows) {
        for (DemoItem item : items) {
            for (String warehouse : WAREHOUSES) {
                if (item.stocked()) {
                    writeLevel(item, warehouse, place(item, warehouse), rows);
                }
            }
        }
    }

    private void writeLevel(DemoItem item, String warehouse, Place place, RowBatch rows) {
        rows.add(ErpTable.STOCK_LEVEL, item.id(), warehouse, place.onHand, place.allocated);
        int lot = item.priceBase() == 100 ? 2_000 : 60;
        boolean scarce = place.onHand.subtract(place.allocated).compareTo(BigDecimal.valueOf(lot / 2)) < 0;
        if (scarce && item.isSold()) {
            LocalDate expected = DemoCalendar.workday(DemoCalendar.END.plusDays(item.leadTimeDays()));
            rows.add(ErpTable.SUPPLY, item.id(), warehouse, expected, lot);
            if (random.nextInt(3) == 0) {
                LocalDate later = DemoCalendar.workday(expected.plusDays(21));
                rows.add(ErpTable.SUPPLY, item.id(), warehouse, later, 2 * lot);
            }
        }
    }
}
