package org.throughline.erp.tryton;

import static java.util.Comparator.comparing;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.throughline.erp.tryton.TrytonLocations.TrytonWarehouse;
import org.throughline.shared.Answer;
import org.throughline.shared.ItemId;
import org.throughline.shared.MaxAge;
import org.throughline.stock.StockLevel;
import org.throughline.stock.StockLevels;
import org.throughline.stock.Supply;
import org.throughline.stock.Warehouse;

/**
 * Tryton's stock: what was moved into a warehouse and not out of it again is on hand; what is planned to be moved out of it has
 * been claimed, and what is planned to be moved into it is expected. One call for each warehouse and two more, whatever the
 * number of items. Tryton remembers no place for an item that has neither stock nor plans there.
 */
@Component
class TrytonStockLevels implements StockLevels {

    private static final TrytonQuery PRODUCTS = TrytonQuery.of("product.product", "code", "active");
    private static final TrytonQuery ON_HAND = TrytonQuery.of("product.product", "quantity");
    private static final TrytonQuery PLANS = TrytonQuery.of(
                    "stock.move", "product", "internal_quantity", "from_location", "to_location", "planned_date")
            .where("state", "in", List.of("draft", "assigned"));

    private final TrytonClient tryton;
    private final TrytonItems items;
    private final TrytonLocations locations;
    private final Clock clock;

    TrytonStockLevels(TrytonClient tryton, TrytonItems items, TrytonLocations locations, Clock clock) {
        this.tryton = tryton;
        this.items = items;
        this.locations = locations;
        this.clock = clock;
    }

    @Override
    public Answer<List<Warehouse>> warehouses(MaxAge maxAge) {
        Instant now = clock.instant();
        return Answer.live(
                locations.warehousesNow().stream()
                        .map(each -> new Warehouse(each.code(), each.name()))
                        .toList(),
                now);
    }

    @Override
    public Answer<Map<ItemId, List<StockLevel>>> of(Collection<ItemId> wanted, MaxAge maxAge) {
        Instant now = clock.instant();
        Map<ItemId, TrytonRecord> products = items.rows(PRODUCTS, wanted);
        Books books = new Books(products.values().stream().map(TrytonRecord::id).toList());
        Map<ItemId, List<StockLevel>> levels = new HashMap<>();
        products.forEach((item, row) -> {
            List<StockLevel> found = books.levels(row.id());
            if (!found.isEmpty()) {
                levels.put(item, found);
            }
        });
        return Answer.live(levels, now);
    }

    /** What there is and what is planned of some products, by warehouse and product. */
    private final class Books {

        private final Map<TrytonWarehouse, Map<Long, Book>> books = new LinkedHashMap<>();

        Books(List<Long> products) {
            locations.warehouses().forEach(warehouse -> books.put(warehouse, new HashMap<>()));
            if (!products.isEmpty()) {
                books.forEach((warehouse, book) -> onHand(warehouse, products)
                        .forEach(row -> book(warehouse.id(), row.id()).onHand = row.decimal("quantity")));
                tryton.searchRead(PLANS.where("product", "in", products)).forEach(this::plan);
            }
        }

        List<StockLevel> levels(long product) {
            List<StockLevel> levels = new ArrayList<>();
            books.forEach((warehouse, book) -> {
                if (book.containsKey(product) && !book.get(product).isEmpty()) {
                    levels.add(book.get(product).level(warehouse.code()));
                }
            });
            return levels;
        }

        private void plan(TrytonRecord move) {
            Optional<Long> from = locations.warehouseOf(move.id("from_location"));
            Optional<Long> to = locations.warehouseOf(move.id("to_location"));
            if (!from.equals(to)) {
                BigDecimal quantity = move.decimal("internal_quantity");
                from.ifPresent(warehouse -> book(warehouse, move.id("product")).claim(quantity));
                to.ifPresent(
                        warehouse -> book(warehouse, move.id("product")).expect(move.date("planned_date"), quantity));
            }
        }

        /** Warehouses that are not in use any more are not told of. */
        private Book book(long warehouse, long product) {
            return books.entrySet().stream()
                    .filter(entry -> entry.getKey().id() == warehouse)
                    .findFirst()
                    .map(entry -> entry.getValue().computeIfAbsent(product, none -> new Book()))
                    .orElseGet(Book::new);
        }
    }

    /** Of one product in one warehouse. */
    private static final class Book {

        private final List<Supply> expected = new ArrayList<>();
        private BigDecimal onHand = BigDecimal.ZERO;
        private BigDecimal claimed = BigDecimal.ZERO;

        boolean isEmpty() {
            return onHand.signum() == 0 && claimed.signum() == 0 && expected.isEmpty();
        }

        void claim(BigDecimal quantity) {
            claimed = claimed.add(quantity);
        }

        /** On what comes on no known day nobody can rely. */
        void expect(LocalDate on, BigDecimal quantity) {
            if (on != null) {
                expected.add(new Supply(on, quantity));
            }
        }

        StockLevel level(String warehouse) {
            List<Supply> earliestFirst =
                    expected.stream().sorted(comparing(Supply::on)).toList();
            return new StockLevel(warehouse, onHand, claimed, earliestFirst);
        }
    }

    private List<TrytonRecord> onHand(TrytonWarehouse warehouse, List<Long> products) {
        return tryton.read(
                ON_HAND.model(),
                products,
                ON_HAND.fields(),
                Map.of(
                        "locations", List.of(warehouse.id()),
                        "with_childs", true,
                        "stock_date_end", LocalDate.now(clock)));
    }
}
