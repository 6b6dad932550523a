package org.throughline.erp.embedded;

import java.sql.Date;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.database.TestDatabase;
import org.throughline.database.UtcTimestamp;
import org.throughline.shared.ItemId;
import org.throughline.shared.SearchTerms;
import org.throughline.stock.Item;
import org.throughline.stock.ItemUnit;
import org.throughline.stock.ItemsContract;
import org.throughline.stock.StockLevel;
import org.throughline.stock.StockLevelsContract;
import org.throughline.stock.Supply;
import org.throughline.stock.Warehouse;

/** Writes the items and the stock that the contracts of the stock ports expect. */
final class StockRows {

    private StockRows() {}

    static void insertInto(TestDatabase database) {
        JdbcClient jdbc = database.erp();
        ItemsContract.ITEMS.forEach(item -> insert(jdbc, item));
        ItemsContract.ITEMS.forEach(item -> insertSubstitutes(jdbc, item));
        StockLevelsContract.WAREHOUSES.forEach(warehouse -> insert(jdbc, warehouse));
        StockLevelsContract.LEVELS.forEach((item, levels) -> insert(jdbc, item, levels));
    }

    private static void insert(JdbcClient jdbc, Item item) {
        jdbc.sql("""
                insert into item (id, description, item_group, base_unit, unit_decimals, stocked, tax_class, status,
                    lead_time_days, version, changed_at) values (?, ?, ?, ?, ?, ?, ?, ?, cast(? as int), ?, ?)""")
                .params(
                        item.id().value(),
                        item.description(),
                        item.group().orElseThrow(),
                        item.baseUnit().code(),
                        item.baseUnit().decimals(),
                        item.stocked(),
                        item.taxClass(),
                        item.status().name(),
                        item.leadTimeDays().isPresent() ? item.leadTimeDays().getAsInt() : null,
                        item.version(),
                        UtcTimestamp.of(item.changed()))
                .update();
        for (ItemUnit unit : item.units()) {
            jdbc.sql("insert into item_unit (item_id, unit, factor) values (?, ?, ?)")
                    .params(item.id().value(), unit.code(), unit.factor())
                    .update();
        }
        for (String term : SearchTerms.words(item.id() + " " + item.description())) {
            jdbc.sql("insert into item_term (term, item_id) values (?, ?)")
                    .params(term, item.id().value())
                    .update();
        }
    }

    private static void insertSubstitutes(JdbcClient jdbc, Item item) {
        for (int i = 0; i < item.substitutes().size(); i++) {
            jdbc.sql("insert into item_substitute (item_id, position, substitute_id) values (?, ?, ?)")
                    .params(item.id().value(), i, item.substitutes().get(i).value())
                    .update();
        }
    }

    private static void insert(JdbcClient jdbc, Warehouse warehouse) {
        jdbc.sql("insert into warehouse (id, name, country) values (?, ?, 'GB')")
                .params(warehouse.code(), warehouse.name())
                .update();
    }

    private static void insert(JdbcClient jdbc, ItemId item, List<StockLevel> levels) {
        for (StockLevel level : levels) {
            jdbc.sql("insert into stock_level (item_id, warehouse_id, on_hand, allocated) values (?, ?, ?, ?)")
                    .params(item.value(), level.warehouse(), level.onHand(), level.allocated())
                    .update();
            for (Supply supply : level.expected()) {
                jdbc.sql("insert into supply (item_id, warehouse_id, expected_on, quantity) values (?, ?, ?, ?)")
                        .params(item.value(), level.warehouse(), Date.valueOf(supply.on()), supply.quantity())
                        .update();
            }
        }
    }
}
