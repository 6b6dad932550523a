package org.throughline.erp.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.throughline.database.TestDatabase;
import org.throughline.shared.ItemId;
import org.throughline.shared.MaxAge;
import org.throughline.stock.Item;
import org.throughline.stock.ItemFilter;
import org.throughline.stock.Items;
import org.throughline.stock.ItemsContract;
import org.throughline.stock.ItemsWorld;

/** What the embedded ERP does beyond what every ERP does: it lists by id, knows versions, and the time of changes to the microsecond. */
abstract class EmbeddedItemsContract extends ItemsContract {

    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00.123456Z");
    private static final Instant SUNDAY_WITHOUT_TWO_O_CLOCK = Instant.parse("2026-03-29T02:30:00Z");

    protected abstract TestDatabase database();

    @Override
    protected final ItemsWorld world() {
        Items items = new EmbeddedItems(database().erp(), Clock.systemUTC());
        return new ItemsWorld() {
            @Override
            public Items items() {
                return items;
            }

            @Override
            public Item kept(Item item) {
                return item;
            }
        };
    }

    @Test
    void allItemsAreListedInTheOrderOfTheirIds() {
        assertThat(find(ItemFilter.ALL))
                .extracting(item -> item.id().value())
                .containsExactly("%-OFF", "BOLT-M10", "BOLT-M8", "CABLE", "SCREW-1", "bolt_x");
    }

    @Test
    void versionsAreKnown() {
        for (Item item : ITEMS) {
            ItemId id = item.id();
            assertThat(items().get(List.of(id), MaxAge.ANY).value().get(id).version())
                    .isEqualTo(item.version());
        }
    }

    @Test
    void changesAreToldApartToTheMicrosecond() {
        assertThat(find(changedSince(SUNDAY_WITHOUT_TWO_O_CLOCK))).hasSize(4);
        assertThat(find(changedSince(MONDAY))).hasSize(ITEMS.size());
        assertThat(find(changedSince(MONDAY.plusNanos(1_000)))).hasSize(ITEMS.size() - 2);
    }
}
