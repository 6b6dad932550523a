package org.throughline.erp.embedded;

import java.math.BigDecimal;
import java.sql.Date;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ItemId;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Remedy;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.Violations;
import org.throughline.stock.Item;

/**
 * The stock of items in warehouses: goods are ordered in, come in and are counted. Quantities are in base units. Each change
 * is one transaction that also gives the goods to the orders that wait for them.
 */
@Component
public class StockRoom {

    private static final String SUPPLIES = """
            select id, warehouse_id, expected_on, quantity from supply where item_id = ?
            order by warehouse_id, expected_on, id""";
    private static final String SUPPLY =
            "select quantity from supply where id = ? and item_id = ? and warehouse_id = ?";
    private static final String LESS_SUPPLY = "update supply set quantity = quantity - ? where id = ?";
    private static final String NO_SUPPLY = "delete from supply where id = ?";
    private static final String NEW_SUPPLY =
            "insert into supply (item_id, warehouse_id, expected_on, quantity) values (?, ?, ?, ?)";
    private static final String LEVELS = "select warehouse_id from stock_level where item_id = ? order by warehouse_id";
    private static final String WAREHOUSES = "select id from warehouse order by id";

    private final JdbcClient jdbc;
    private final EmbeddedItems items;
    private final OrderAllocation allocation;
    private final Clock clock;
    private final StockBook stock;
    private final Audit audit;

    StockRoom(@Qualifier("erp") JdbcClient jdbc, EmbeddedItems items, OrderAllocation allocation, Clock clock) {
        this.jdbc = jdbc;
        this.items = items;
        this.allocation = allocation;
        this.clock = clock;
        this.stock = new StockBook(jdbc);
        this.audit = new Audit(jdbc);
    }

    /**
     * Where goods come in, are missing or are expected.
     *
     * @param item its id
     * @param warehouse its id
     */
    public record Goods(String item, String warehouse, BigDecimal quantity) {

        private StockPlace place() {
            return new StockPlace(item, warehouse);
        }
    }

    /** What is on order from suppliers and has not come in yet. */
    public record Supply(long id, String warehouse, LocalDate expectedOn, BigDecimal quantity) {}

    /** What there is in a warehouse; reserved for offers. */
    public record Level(String warehouse, BigDecimal onHand, BigDecimal allocated, BigDecimal reserved) {}

    /** @throws ServiceFault ITEM_NOT_FOUND at item */
    public List<Level> levels(String item) {
        known(item);
        Instant now = clock.instant();
        return jdbc.sql(LEVELS).param(item).query(String.class).list().stream()
                .map(warehouse -> level(warehouse, stock.level(new StockPlace(item, warehouse), now)))
                .toList();
    }

    /** @throws ServiceFault ITEM_NOT_FOUND at item */
    public List<Supply> supplies(String item) {
        known(item);
        return jdbc.sql(SUPPLIES)
                .param(item)
                .query((row, number) -> new Supply(
                        row.getLong("id"),
                        row.getString("warehouse_id"),
                        row.getDate("expected_on").toLocalDate(),
                        row.getBigDecimal("quantity")))
                .list();
    }

    /**
     * Goods have come in.
     *
     * @param supply that they were expected by; empty when they were not. What comes in is no longer expected; more than was
     *     expected is welcome, what is missing stays expected.
     * @return what the orders that waited got
     * @throws ServiceFault ITEM_NOT_FOUND at item, WAREHOUSE_NOT_FOUND at warehouse, INVALID_QUANTITY at quantity,
     *     INVALID_VALUE at item when no stock is kept of it, and at supply
     */
    public List<OrderAllocation.Change> receive(Goods goods, Optional<Long> supply, By by) {
        check(goods, goods.quantity());
        return allocation.settling(goods.place(), by, () -> {
            supply.ifPresent(id -> fulfil(id, goods));
            move(goods, StockBook.Movement.RECEIPT, supply.map(String::valueOf).orElse(null), by);
        });
    }

    /**
     * Goods were ordered in.
     *
     * @return what the orders that waited got
     * @throws ServiceFault as {@link #receive}; INVALID_VALUE at expectedOn when the day has passed
     */
    public List<OrderAllocation.Change> expect(Goods goods, LocalDate on, By by) {
        check(goods, goods.quantity());
        if (on.isBefore(LocalDate.now(clock))) {
            throw new ServiceFault(ErrorCode.INVALID_VALUE.at("expectedOn", "The day has passed."));
        }
        return allocation.settling(goods.place(), by, () -> {
            jdbc.sql(NEW_SUPPLY)
                    .params(goods.item(), goods.warehouse(), Date.valueOf(on), goods.quantity())
                    .update();
            audit(by, "EXPECT", goods);
        });
    }

    /**
     * There are more or fewer goods than the books say. When more is allocated than is left, it is taken back from those who
     * need it last.
     *
     * @param goods their quantity is what is added, or below zero
     * @return what orders got or had to give back
     * @throws ServiceFault as {@link #receive}; INVALID_QUANTITY when less than nothing would be left
     */
    public List<OrderAllocation.Change> adjust(Goods goods, By by) {
        check(goods, goods.quantity().abs());
        return allocation.settling(goods.place(), by, () -> {
            BigDecimal onHand = stock.level(goods.place(), clock.instant()).onHand();
            if (onHand.add(goods.quantity()).signum() < 0) {
                throw new ServiceFault(ErrorCode.INVALID_QUANTITY
                        .at("quantity", "Less than nothing would be left.")
                        .withRemedy(Remedy.of("At least " + onHand.negate().toPlainString() + ".")));
            }
            move(goods, StockBook.Movement.ADJUSTMENT, null, by);
        });
    }

    private void fulfil(long supply, Goods goods) {
        BigDecimal expected = jdbc.sql(SUPPLY)
                .params(supply, goods.item(), goods.warehouse())
                .query(BigDecimal.class)
                .optional()
                .orElseThrow(() -> new ServiceFault(ErrorCode.INVALID_VALUE.at(
                        "supply", "Nothing of the item is expected there under this number.")));
        if (expected.compareTo(goods.quantity()) > 0) {
            jdbc.sql(LESS_SUPPLY).params(goods.quantity(), supply).update();
        } else {
            jdbc.sql(NO_SUPPLY).param(supply).update();
        }
    }

    private void move(Goods goods, StockBook.Movement kind, String document, By by) {
        stock.move(goods.place(), goods.quantity(), kind, document, LocalDate.now(clock));
        audit(by, kind.name(), goods);
    }

    private void audit(By by, String action, Goods goods) {
        String detail = goods.quantity().toPlainString() + " in " + goods.warehouse();
        audit.write(by, clock.instant(), action, Audit.Kind.STOCK, goods.item(), detail);
    }

    private void check(Goods goods, BigDecimal positive) {
        Violations violations = new Violations();
        List<String> warehouses = jdbc.sql(WAREHOUSES).query(String.class).list();
        if (!warehouses.contains(goods.warehouse())) {
            violations.add(ErrorCode.WAREHOUSE_NOT_FOUND
                    .at("warehouse")
                    .withRemedy(Remedy.oneOf("These are there.", warehouses)));
        }
        Optional<Item> item = find(goods.item());
        if (item.isEmpty()) {
            violations.add(ErrorCode.ITEM_NOT_FOUND.at("item"));
        } else if (!item.get().stocked()) {
            violations.add(ErrorCode.INVALID_VALUE.at("item", "No stock is kept of the item."));
        }
        if (!item.map(known -> known.baseUnit().allows(positive)).orElse(positive.signum() > 0)) {
            violations.add(ErrorCode.INVALID_QUANTITY.at("quantity"));
        }
        violations.throwIfAny();
    }

    private Item known(String item) {
        return find(item).orElseThrow(() -> new ServiceFault(ErrorCode.ITEM_NOT_FOUND.at("item")));
    }

    private Optional<Item> find(String item) {
        ItemId id = new ItemId(item);
        return Optional.ofNullable(items.get(List.of(id), MaxAge.LIVE).value().get(id));
    }

    private static Level level(String warehouse, StockBook.Level level) {
        return new Level(warehouse, level.onHand(), level.allocated(), level.reserved());
    }
}
