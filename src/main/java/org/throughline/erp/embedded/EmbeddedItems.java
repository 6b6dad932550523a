package org.throughline.erp.embedded;

import static java.util.stream.Collectors.groupingBy;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.database.KeyBatches;
import org.throughline.database.UtcTimestamp;
import org.throughline.shared.Answer;
import org.throughline.shared.ItemId;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;
import org.throughline.stock.Item;
import org.throughline.stock.ItemFilter;
import org.throughline.stock.ItemStatus;
import org.throughline.stock.ItemUnit;
import org.throughline.stock.Items;

/** Items of the embedded ERP: three statements for each 500 items. */
@Component
class EmbeddedItems implements Items {

    private static final String BY_IDS = """
            select id, description, item_group, base_unit, unit_decimals, stocked, tax_class, status, lead_time_days,
                version, changed_at
            from item where id in (:ids)""";
    private static final String UNITS = "select item_id, unit, factor from item_unit where item_id in (:ids)";
    private static final String SUBSTITUTES = """
            select item_id, substitute_id from item_substitute where item_id in (:ids) order by item_id, position""";

    private final JdbcClient jdbc;
    private final Clock clock;

    EmbeddedItems(@Qualifier("erp") JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Answer<Map<ItemId, Item>> get(Collection<ItemId> ids, MaxAge maxAge) {
        Instant now = clock.instant();
        return Answer.live(read(ids.stream().map(ItemId::value).toList()), now);
    }

    @Override
    public Answer<Page<Item>> find(ItemFilter filter, PageRequest page, MaxAge maxAge) {
        Instant now = clock.instant();
        Page<String> ids = ItemSearch.of(filter).page(jdbc, page);
        Map<ItemId, Item> items = read(ids.entries());
        List<Item> found =
                ids.entries().stream().map(ItemId::new).map(items::get).toList();
        return Answer.live(new Page<>(found, ids.nextCursor()), now);
    }

    private Map<ItemId, Item> read(Collection<String> ids) {
        List<ItemRow> rows = rows(BY_IDS, ids, ItemRow::read);
        Map<String, List<UnitRow>> units =
                rows(UNITS, ids, UnitRow::read).stream().collect(groupingBy(UnitRow::item));
        Map<String, List<SubstituteRow>> substitutes =
                rows(SUBSTITUTES, ids, SubstituteRow::read).stream().collect(groupingBy(SubstituteRow::item));
        Map<ItemId, Item> items = new HashMap<>();
        for (ItemRow row : rows) {
            items.put(
                    new ItemId(row.id()),
                    row.toItem(units.getOrDefault(row.id(), List.of()), substitutes.getOrDefault(row.id(), List.of())));
        }
        return items;
    }

    private <R> List<R> rows(String sql, Collection<String> ids, RowReader<R> reader) {
        return KeyBatches.read(ids, batch -> jdbc.sql(sql)
                .param("ids", batch)
                .query((row, number) -> reader.read(row))
                .list());
    }

    private interface RowReader<R> {
        R read(ResultSet row) throws SQLException;
    }

    private record UnitRow(String item, String unit, BigDecimal factor) {
        static UnitRow read(ResultSet row) throws SQLException {
            return new UnitRow(row.getString("item_id"), row.getString("unit"), row.getBigDecimal("factor"));
        }
    }

    private record SubstituteRow(String item, ItemId substitute) {
        static SubstituteRow read(ResultSet row) throws SQLException {
            return new SubstituteRow(row.getString("item_id"), new ItemId(row.getString("substitute_id")));
        }
    }

    private record ItemRow(
            String id,
            String description,
            String group,
            String baseUnit,
            int decimals,
            boolean stocked,
            String taxClass,
            ItemStatus status,
            Integer leadTimeDays,
            int version,
            Instant changed) {

        static ItemRow read(ResultSet row) throws SQLException {
            return new ItemRow(
                    row.getString("id"),
                    row.getString("description"),
                    row.getString("item_group"),
                    row.getString("base_unit"),
                    row.getInt("unit_decimals"),
                    row.getBoolean("stocked"),
                    row.getString("tax_class"),
                    ItemStatus.valueOf(row.getString("status")),
                    (Integer) row.getObject("lead_time_days"),
                    row.getInt("version"),
                    UtcTimestamp.read(row, "changed_at"));
        }

        Item toItem(List<UnitRow> unitRows, List<SubstituteRow> substituteRows) {
            return new Item(
                    new ItemId(id),
                    description,
                    Optional.of(group),
                    status,
                    stocked,
                    units(unitRows),
                    taxClass,
                    leadTimeDays == null ? OptionalInt.empty() : OptionalInt.of(leadTimeDays),
                    substituteRows.stream().map(SubstituteRow::substitute).toList(),
                    version,
                    changed);
        }

        private List<ItemUnit> units(List<UnitRow> rows) {
            List<ItemUnit> units = new ArrayList<>();
            units.add(new ItemUnit(baseUnit, BigDecimal.ONE, decimals));
            rows.stream()
                    .filter(row -> !row.unit().equals(baseUnit))
                    .map(row -> new ItemUnit(row.unit(), row.factor(), decimals))
                    .sorted(Comparator.comparing(ItemUnit::factor).thenComparing(ItemUnit::code))
                    .forEach(units::add);
            return units;
        }
    }
}
