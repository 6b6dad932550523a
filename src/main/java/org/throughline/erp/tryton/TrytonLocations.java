package org.throughline.erp.tryton;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Tryton's warehouses, and which of the places that goods move between is in which of them. */
@Component
class TrytonLocations {

    /** Also those of customers and suppliers: a place that is not known is taken for a new one, and all are read again. */
    private static final TrytonQuery ALL = TrytonQuery.of("stock.location", "code", "name", "type", "parent", "active")
            .where("active", "in", List.of(true, false));

    private final Kept<Map<Long, TrytonRecord>> locations;

    /** @param code or, when it has none, its id in the database */
    record TrytonWarehouse(long id, String code, String name) {}

    TrytonLocations(TrytonClient tryton, Clock clock) {
        this.locations = new Kept<>(
                () -> tryton.searchRead(ALL).stream().collect(toMap(TrytonRecord::id, Function.identity())), clock);
    }

    /** Those in use now, as {@link #warehouses()}. */
    List<TrytonWarehouse> warehousesNow() {
        locations.read();
        return warehouses();
    }

    /** Those in use, the oldest first: Tryton prefers none. */
    List<TrytonWarehouse> warehouses() {
        return locations.get().values().stream()
                .filter(row -> isWarehouse(row) && row.flag("active"))
                .map(TrytonLocations::warehouse)
                .sorted(comparing(TrytonWarehouse::id))
                .toList();
    }

    /** Empty when there is none, or no more, of that code. */
    Optional<TrytonWarehouse> warehouse(String code) {
        return warehouses().stream().filter(each -> each.code().equals(code)).findFirst();
    }

    /** The warehouse that a place is in; empty for one of a customer, of a supplier, or on the way. */
    Optional<Long> warehouseOf(long location) {
        Map<Long, TrytonRecord> all =
                locations.get().containsKey(location) ? locations.get() : new HashMap<>(locations.read());
        TrytonRecord row = all.get(location);
        while (row != null && !isWarehouse(row)) {
            row = row.id("parent") == null ? null : all.get(row.id("parent"));
        }
        return Optional.ofNullable(row).map(TrytonRecord::id);
    }

    private static boolean isWarehouse(TrytonRecord row) {
        return row.text("type").equals("warehouse");
    }

    private static TrytonWarehouse warehouse(TrytonRecord row) {
        String code = Objects.requireNonNullElse(row.text("code"), Long.toString(row.id()));
        return new TrytonWarehouse(row.id(), code, row.text("name"));
    }
}
