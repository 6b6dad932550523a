package org.throughline.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.throughline.shared.ItemId;
import org.throughline.shared.MaxAge;

/** What every ERP's {@link StockLevels} do. */
public abstract class StockLevelsContract {

    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);

    /** The warehouses that the ERP under test must have, and no others, in its order of preference. */
    public static final List<Warehouse> WAREHOUSES =
            List.of(new Warehouse("LEEDS", "Leeds"), new Warehouse("LYON", "Lyon"));

    /** The stock that the ERP under test must have of the items of {@link ItemsContract}, and no other. */
    public static final Map<ItemId, List<StockLevel>> LEVELS = Map.of(
            new ItemId("BOLT-M8"),
            List.of(
                    level("LEEDS", "100", "30", supply(MAY.plusDays(9), "500"), supply(MAY.plusDays(40), "5")),
                    level("LYON", "7", "9")),
            new ItemId("CABLE"),
            List.of(level("LYON", "0", "0", supply(MAY, "12.25"))));

    protected abstract StockLevels stockLevels();

    @Test
    void anItemHasALevelInEachOfItsWarehouses() {
        assertThat(text("BOLT-M8")).isEqualTo("BOLT-M8: LEEDS 100-30 500@2026-05-10 5@2026-06-10, LYON 7-9");
    }

    @Test
    void whatIsOnlyExpectedIsALevelToo() {
        assertThat(text("CABLE")).isEqualTo("CABLE: LYON 0-0 12.25@2026-05-01");
    }

    @Test
    void manyItemsAreReadAtOnceAndThoseWithoutStockAreLeftOut() {
        assertThat(text("SCREW-1", "CABLE", "NOT-THERE", "BOLT-M8", "CABLE"))
                .isEqualTo("BOLT-M8: LEEDS 100-30 500@2026-05-10 5@2026-06-10, LYON 7-9"
                        + "; CABLE: LYON 0-0 12.25@2026-05-01");
    }

    @Test
    void warehousesComeInTheOrderOfPreference() {
        assertThat(stockLevels().warehouses(MaxAge.ANY).value()).isEqualTo(WAREHOUSES);
    }

    private String text(String... ids) {
        Map<ItemId, List<StockLevel>> levels = stockLevels()
                .of(Stream.of(ids).map(ItemId::new).toList(), MaxAge.ANY)
                .value();
        return levels.entrySet().stream()
                .map(entry -> entry.getKey() + ": "
                        + entry.getValue().stream()
                                .map(StockLevelsContract::text)
                                .collect(Collectors.joining(", ")))
                .sorted()
                .collect(Collectors.joining("; "));
    }

    private static String text(StockLevel level) {
        return level.warehouse() + " " + plain(level.onHand()) + "-" + plain(level.allocated())
                + level.expected().stream()
                        .map(supply -> " " + plain(supply.quantity()) + "@" + supply.on())
                        .collect(Collectors.joining());
    }

    private static String plain(BigDecimal quantity) {
        return quantity.stripTrailingZeros().toPlainString();
    }

    private static StockLevel level(String warehouse, String onHand, String allocated, Supply... expected) {
        return new StockLevel(warehouse, new BigDecimal(onHand), new BigDecimal(allocated), List.of(expected));
    }

    private static Supply supply(LocalDate on, String quantity) {
        return new Supply(on, new BigDecimal(quantity));
    }
}
