package org.throughline.erp.embedded;

import java.math.BigDecimal;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.database.UtcTimestamp;

/**
 * What is in stock, and every movement that made it so: on hand is the sum of the movements. Quantities are in base units.
 * For use within a transaction that has locked the place.
 */
final class StockBook {

    private static final String MOVEMENT = """
            insert into stock_movement (item_id, warehouse_id, moved_on, quantity, kind, document_id)
            values (?, ?, ?, ?, ?, ?)""";
    private static final String ON_HAND =
            "update stock_level set on_hand = on_hand + ? where item_id = ? and warehouse_id = ?";
    private static final String LEVEL = """
            select l.on_hand, l.allocated,
                coalesce((select sum(s.quantity) from supply s
                    where s.item_id = l.item_id and s.warehouse_id = l.warehouse_id and s.expected_on >= ?), 0) as expected,
                coalesce((select sum(s.quantity) from supply s
                    where s.item_id = l.item_id and s.warehouse_id = l.warehouse_id and s.expected_on < ?), 0) as overdue,
                coalesce((select sum(r.quantity) from stock_reservation r
                    where r.item_id = l.item_id and r.warehouse_id = l.warehouse_id and r.reserved_until > ?), 0) as reserved
            from stock_level l where l.item_id = ? and l.warehouse_id = ?""";

    private final JdbcClient jdbc;

    StockBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Why goods move. */
    enum Movement {
        RECEIPT,
        SHIPMENT,
        RETURN,
        ADJUSTMENT
    }

    /**
     * What there is of an item in a warehouse.
     *
     * @param expected from suppliers, today or later
     * @param overdue what suppliers should have delivered by now: nothing more is promised of it
     * @param reserved for offers
     */
    record Level(
            BigDecimal onHand, BigDecimal allocated, BigDecimal expected, BigDecimal overdue, BigDecimal reserved) {

        static final Level NOTHING =
                new Level(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

        /** What can still be allocated; never below zero. */
        BigDecimal free() {
            return onHand.add(expected).subtract(allocated).subtract(reserved).max(BigDecimal.ZERO);
        }

        /** How much more is allocated than there is and will be; zero mostly. */
        BigDecimal lacking() {
            return allocated
                    .subtract(onHand)
                    .subtract(expected)
                    .subtract(overdue)
                    .max(BigDecimal.ZERO);
        }
    }

    Level level(StockPlace place, Instant now) {
        Date today = Date.valueOf(LocalDate.ofInstant(now, ZoneOffset.UTC));
        return jdbc.sql(LEVEL)
                .params(today, today, UtcTimestamp.of(now), place.item(), place.warehouse())
                .query((row, number) -> new Level(
                        row.getBigDecimal("on_hand"),
                        row.getBigDecimal("allocated"),
                        row.getBigDecimal("expected"),
                        row.getBigDecimal("overdue"),
                        row.getBigDecimal("reserved")))
                .optional()
                .orElse(Level.NOTHING);
    }

    /**
     * @param quantity positive in, negative out
     * @param document null when there is none
     */
    void move(StockPlace place, BigDecimal quantity, Movement kind, String document, LocalDate day) {
        jdbc.sql(ON_HAND).params(quantity, place.item(), place.warehouse()).update();
        jdbc.sql(MOVEMENT)
                .params(place.item(), place.warehouse(), Date.valueOf(day), quantity, kind.name(), document)
                .update();
    }
}
