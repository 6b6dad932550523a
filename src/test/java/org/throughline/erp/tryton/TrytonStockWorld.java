package org.throughline.erp.tryton;

import static org.throughline.stock.ItemsContract.ITEMS;
import static org.throughline.stock.StockLevelsContract.LEVELS;
import static org.throughline.stock.StockLevelsContract.WAREHOUSES;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.throughline.shared.ItemId;
import org.throughline.stock.Item;
import org.throughline.stock.ItemStatus;
import org.throughline.stock.ItemUnit;
import org.throughline.stock.Items;
import org.throughline.stock.ItemsWorld;
import org.throughline.stock.StockLevel;
import org.throughline.stock.StockLevels;
import org.throughline.stock.Supply;

/** Items and stock of a Tryton of its own, made as people make them there. */
final class TrytonStockWorld implements ItemsWorld, AutoCloseable {

    private static final String MOVE = "stock.move";
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

    private final TrytonServer server = TrytonServer.fresh();
    private final Clock clock = Clock.systemUTC();
    private final TrytonClient tryton = server.client();
    private final TrytonDesk desk = new TrytonDesk(server.administrator());
    private final Map<String, Long> units = new HashMap<>();
    private final Map<String, Long> groups = new HashMap<>();
    private final long taxClass = desk.one("product.category", "name", "Standard rated");
    private final long company = desk.one("company.company");

    TrytonStockWorld() {
        warehouse("LON", 0);
        warehouse("LEE", 1);
        ITEMS.stream().sorted(Comparator.comparing(Item::changed)).forEach(this::item);
        LEVELS.forEach((item, levels) -> levels.forEach(level -> stock(item, level)));
    }

    @Override
    public Items items() {
        return new TrytonItems(tryton, new TrytonUnits(tryton, clock), clock);
    }

    StockLevels stockLevels() {
        TrytonItems items = new TrytonItems(tryton, new TrytonUnits(tryton, clock), clock);
        return new TrytonStockLevels(tryton, items, new TrytonLocations(tryton, clock), clock);
    }

    /** Tryton cannot tell what is sold off, and has no substitutes; tax classes are its categories. */
    @Override
    public Item kept(Item item) {
        return new Item(
                item.id(),
                item.description(),
                item.group(),
                ItemStatus.ACTIVE,
                item.stocked(),
                item.units(),
                Long.toString(taxClass),
                item.leadTimeDays(),
                List.of(),
                item.version(),
                changed(item.id()));
    }

    @Override
    public void close() {
        server.close();
    }

    private Instant changed(ItemId item) {
        String[] stamps = {"create_date", "write_date", "template.create_date", "template.write_date"};
        TrytonRecord row = desk.read("product.product", product(item), stamps);
        return Stream.of(stamps)
                .map(row::instant)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** The warehouses of the seed get other names. */
    private void warehouse(String code, int index) {
        Map<String, Object> names = Map.of(
                "code",
                WAREHOUSES.get(index).code(),
                "name",
                WAREHOUSES.get(index).name());
        desk.write("stock.location", desk.one("stock.location", "code", code), names);
    }

    private void item(Item item) {
        long category = desk.create("product.uom.category", Map.of("name", "Units of " + item.id()));
        units.clear();
        item.units().forEach(unit -> units.put(unit.code(), unit(unit, category)));
        long base = units.get(item.baseUnit().code());
        Map<String, Object> template = new HashMap<>();
        template.put("name", item.description());
        template.put("type", "goods");
        template.put("default_uom", base);
        template.put("sale_uom", base);
        template.put("purchase_uom", base);
        template.put("salable", true);
        template.put("purchasable", true);
        template.put("list_price", BigDecimal.ONE);
        template.put("cost_price_method", "fixed");
        template.put("account_category", taxClass);
        template.put(
                "categories", List.of(List.of("add", List.of(group(item.group().orElseThrow())))));
        template.put("products", creating(Map.of("suffix_code", item.id().value())));
        item.leadTimeDays().ifPresent(days -> template.put("product_suppliers", creating(supplier(days))));
        desk.create("product.template", template);
    }

    private Map<String, Object> supplier(int days) {
        return Map.of("party", desk.one("party.party", "code", "S00001"), "lead_time", Duration.ofDays(days));
    }

    private long unit(ItemUnit unit, long category) {
        BigDecimal rate = BigDecimal.ONE.divide(unit.factor(), 12, RoundingMode.HALF_EVEN);
        return desk.create(
                "product.uom",
                Map.of(
                        "name", unit.code(),
                        "symbol", unit.code(),
                        "category", category,
                        "factor", unit.factor().doubleValue(),
                        "rate", rate.doubleValue(),
                        "digits", unit.decimals(),
                        "rounding", Math.pow(10, -unit.decimals())));
    }

    private long group(String name) {
        return groups.computeIfAbsent(name, each -> desk.create("product.category", Map.of("name", each)));
    }

    private void stock(ItemId item, StockLevel level) {
        long warehouse = desk.one("stock.location", "code", level.warehouse());
        TrytonRecord rooms =
                desk.read("stock.location", warehouse, "storage_location", "input_location", "output_location");
        long supplier = desk.one("stock.location", "type", "supplier");
        long customer = desk.one("stock.location", "type", "customer");
        if (level.onHand().signum() > 0) {
            count(item, rooms.id("storage_location"), level.onHand());
        }
        if (level.allocated().signum() > 0) {
            plan(item, level.allocated(), rooms.id("output_location"), customer, LONG_AGO);
            plan(item, level.allocated(), rooms.id("storage_location"), rooms.id("output_location"), LONG_AGO);
        }
        for (Supply supply : level.expected()) {
            plan(item, supply.quantity(), supplier, rooms.id("input_location"), supply.on());
        }
    }

    private void count(ItemId item, long place, BigDecimal quantity) {
        Map<String, Object> line = Map.of("product", product(item), "quantity", quantity.doubleValue());
        long inventory = desk.create(
                "stock.inventory",
                Map.of(
                        "location", place,
                        "date", LONG_AGO,
                        "company", company,
                        "empty_quantity", "keep",
                        "lines", creating(line)));
        desk.press("stock.inventory", "confirm", inventory);
    }

    private void plan(ItemId item, BigDecimal quantity, long from, long to, LocalDate day) {
        Map<String, Object> move = new HashMap<>();
        move.put("product", product(item));
        move.put(
                "uom",
                desk.read("product.product", product(item), "default_uom").id("default_uom"));
        move.put("quantity", quantity.doubleValue());
        move.put("from_location", from);
        move.put("to_location", to);
        move.put("planned_date", day);
        move.put("company", company);
        move.put("currency", desk.one("currency.currency", "code", "GBP"));
        move.put("unit_price", BigDecimal.ONE);
        desk.create(MOVE, move);
    }

    private long product(ItemId item) {
        return desk.one("product.product", "code", item.value());
    }

    private static List<Object> creating(Map<String, Object> values) {
        return List.of(List.of("create", List.of(values)));
    }
}
