package org.throughline.erp.embedded;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.database.KeyBatches;
import org.throughline.database.UtcTimestamp;
import org.throughline.shared.Answer;
import org.throughline.shared.ItemId;
import org.throughline.shared.MaxAge;
import org.throughline.stock.StockLevel;
import org.throughline.stock.StockLevels;
import org.throughline.stock.Supply;
import org.throughline.stock.Warehouse;

/** Stock of the embedded ERP: two statements for each 500 items. Warehouses are preferred in the order of their ids. */
@Component
class EmbeddedStockLevels implements StockLevels {

    private static final String LEVELS = """
            select l.item_id, l.warehouse_id, l.on_hand, l.allocated + coalesce((select sum(r.quantity) from stock_reservation r
                where r.item_id = l.item_id and r.warehouse_id = l.warehouse_id and r.reserved_until > :now), 0) as allocated
            from stock_level l where l.item_id in (:ids)""";
    private static final String SUPPLIES = """
            select item_id, warehouse_id, expected_on, quantity from supply where item_id in (:ids)
            order by item_id, warehouse_id, expected_on, id""";

    private final JdbcClient jdbc;
    private final Clock clock;

    EmbeddedStockLevels(@Qualifier("erp") JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Answer<Map<ItemId, List<StockLevel>>> of(Collection<ItemId> items, MaxAge maxAge) {
        Instant now = clock.instant();
        List<String> ids = items.stream().map(ItemId::value).toList();
        Map<Place, List<Supply>> supplies = supplies(ids);
        Map<Place, StockLevel> levels = new TreeMap<>();
        supplies.forEach((place, supply) ->
                levels.put(place, new StockLevel(place.warehouse(), BigDecimal.ZERO, BigDecimal.ZERO, supply)));
        for (LevelRow row : levels(ids, now)) {
            levels.put(row.place(), row.toLevel(supplies.getOrDefault(row.place(), List.of())));
        }
        return Answer.live(byItem(levels), now);
    }

    @Override
    public Answer<List<Warehouse>> warehouses(MaxAge maxAge) {
        Instant now = clock.instant();
        List<Warehouse> warehouses = jdbc.sql("select id, name from warehouse order by id")
                .query((row, number) -> new Warehouse(row.getString("id"), row.getString("name")))
                .list();
        return Answer.live(warehouses, now);
    }

    private List<LevelRow> levels(List<String> ids, Instant now) {
        return KeyBatches.read(ids, batch -> jdbc.sql(LEVELS)
                .param("ids", batch)
                .param("now", UtcTimestamp.of(now))
                .query((row, number) -> new LevelRow(
                        new Place(row.getString("item_id"), row.getString("warehouse_id")),
                        row.getBigDecimal("on_hand"),
                        row.getBigDecimal("allocated")))
                .list());
    }

    private Map<Place, List<Supply>> supplies(List<String> ids) {
        return KeyBatches.read(ids, batch -> jdbc.sql(SUPPLIES)
                        .param("ids", batch)
                        .query((row, number) -> new SupplyRow(
                                new Place(row.getString("item_id"), row.getString("warehouse_id")),
                                new Supply(row.getDate("expected_on").toLocalDate(), row.getBigDecimal("quantity"))))
                        .list())
                .stream()
                .collect(groupingBy(SupplyRow::place, mapping(SupplyRow::supply, toList())));
    }

    private static Map<ItemId, List<StockLevel>> byItem(Map<Place, StockLevel> levels) {
        Map<ItemId, List<StockLevel>> byItem = new HashMap<>();
        levels.forEach((place, level) -> byItem.computeIfAbsent(new ItemId(place.item()), id -> new ArrayList<>())
                .add(level));
        return byItem;
    }

    private record Place(String item, String warehouse) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int byItem = item.compareTo(other.item);
            return byItem != 0 ? byItem : warehouse.compareTo(other.warehouse);
        }
    }

    private record SupplyRow(Place place, Supply supply) {}

    private record LevelRow(Place place, BigDecimal onHand, BigDecimal allocated) {
        StockLevel toLevel(List<Supply> expected) {
            return new StockLevel(place.warehouse(), onHand, allocated, expected);
        }
    }
}
