package org.throughline.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ItemId;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;
import org.throughline.shared.ServiceFault;

/** What every ERP's {@link Items} do. */
public abstract class ItemsContract {

    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00.123456Z");
    private static final Instant SUNDAY_WITHOUT_TWO_O_CLOCK = Instant.parse("2026-03-29T02:30:00Z");
    private static final Instant FRIDAY = Instant.parse("2026-04-03T09:00:00Z");

    private static final Item BOLT = new Item(
            new ItemId("BOLT-M8"),
            "Hex bolt M8 x 40, bolted steel",
            Optional.of("FASTENERS"),
            ItemStatus.ACTIVE,
            true,
            List.of(
                    new ItemUnit("EA", BigDecimal.ONE, 0),
                    new ItemUnit("BOX12", new BigDecimal("12"), 0),
                    new ItemUnit("PAL", new BigDecimal("1200"), 0)),
            "STANDARD",
            OptionalInt.of(14),
            List.of(new ItemId("SCREW-1"), new ItemId("BOLT-M10")),
            3,
            MONDAY);
    private static final Item LARGER_BOLT = simple("BOLT-M10", "Hex bolt M10", "FASTENERS", FRIDAY);
    private static final Item SCREW = simple("SCREW-1", "Façade screw", "FASTENERS", SUNDAY_WITHOUT_TWO_O_CLOCK);
    private static final Item LOWER_CASE = simple("bolt_x", "Something else", "OTHER", FRIDAY);
    private static final Item WILDCARD = simple("%-OFF", "Voucher for bolts", "OTHER", FRIDAY);
    private static final Item CABLE = new Item(
            new ItemId("CABLE"),
            "Cable",
            Optional.of("OTHER"),
            ItemStatus.DISCONTINUED,
            true,
            List.of(new ItemUnit("M", BigDecimal.ONE, 2)),
            "STANDARD",
            OptionalInt.empty(),
            List.of(),
            1,
            MONDAY);

    /** What the ERP under test must hold. */
    public static final List<Item> ITEMS = List.of(SCREW, LARGER_BOLT, BOLT, LOWER_CASE, WILDCARD, CABLE);

    protected abstract ItemsWorld world();

    protected final Items items() {
        return world().items();
    }

    @Test
    void anItemComesWithItsUnitsAndSubstitutes() {
        assertThat(get("BOLT-M8")).containsExactly(Map.entry(BOLT.id(), kept(BOLT)));
    }

    @Test
    void allItemsComeBackAsTheyAre() {
        String[] ids = ITEMS.stream().map(item -> item.id().value()).toArray(String[]::new);
        assertThat(get(ids).values()).containsExactlyInAnyOrderElementsOf(kept(ITEMS));
    }

    @Test
    void unknownItemsAreLeftOut() {
        assertThat(get("CABLE", "NOT-THERE", "cable")).containsOnlyKeys(CABLE.id());
    }

    @Test
    void noItemsAreFoundForNoIds() {
        assertThat(get()).isEmpty();
    }

    @Test
    void manyItemsAreReadAtOnce() {
        String[] ids = Stream.concat(IntStream.range(0, 1_200).mapToObj(i -> "NOT-THERE-" + i), Stream.of("CABLE"))
                .toArray(String[]::new);
        assertThat(get(ids)).containsOnlyKeys(CABLE.id());
    }

    @Test
    void allItemsAreListed() {
        assertThat(find(ItemFilter.ALL)).doesNotHaveDuplicates().containsAll(kept(ITEMS));
    }

    @Test
    void wordsAreFoundByTheirBeginnings() {
        assertThat(find(text("bol")))
                .containsExactlyInAnyOrderElementsOf(kept(List.of(BOLT, LARGER_BOLT, LOWER_CASE, WILDCARD)));
        assertThat(find(text("M8"))).containsExactlyInAnyOrderElementsOf(kept(List.of(BOLT)));
    }

    @Test
    void allWordsMustOccur() {
        assertThat(find(text("hex BOLT m10"))).containsExactlyInAnyOrderElementsOf(kept(List.of(LARGER_BOLT)));
        assertThat(find(text("hex cable"))).isEmpty();
    }

    @Test
    void accentsDoNotCount() {
        assertThat(find(text("facade"))).containsExactlyInAnyOrderElementsOf(kept(List.of(SCREW)));
        assertThat(find(text("FAÇADE"))).containsExactlyInAnyOrderElementsOf(kept(List.of(SCREW)));
    }

    @Test
    void aTextWithoutWordsFindsNothing() {
        assertThat(find(text(" - % "))).isEmpty();
    }

    @Test
    void idsAreFoundByTheirBeginningLetterByLetter() {
        assertThat(find(idPrefix("BOLT-"))).containsExactlyInAnyOrderElementsOf(kept(List.of(LARGER_BOLT, BOLT)));
        assertThat(find(idPrefix("bolt_"))).containsExactlyInAnyOrderElementsOf(kept(List.of(LOWER_CASE)));
        assertThat(find(idPrefix("%"))).containsExactlyInAnyOrderElementsOf(kept(List.of(WILDCARD)));
        assertThat(find(idPrefix("BOLT-M8"))).containsExactlyInAnyOrderElementsOf(kept(List.of(BOLT)));
    }

    @Test
    void changesAreListedInTheirOrder() {
        List<Item> inOrder = kept(ITEMS).stream()
                .sorted(Comparator.comparing(Item::changed)
                        .thenComparing(item -> item.id().value()))
                .toList();
        for (Item first : inOrder) {
            assertThat(find(changedSince(first.changed())))
                    .containsExactlyElementsOf(inOrder.stream()
                            .filter(item -> !item.changed().isBefore(first.changed()))
                            .toList());
        }
        Instant last = inOrder.get(inOrder.size() - 1).changed();
        assertThat(find(changedSince(last.plusNanos(1_000)))).isEmpty();
        assertThat(find(changedSince(Instant.parse("+10000-01-01T00:00:00Z")))).isEmpty();
        assertThat(find(changedSince(Instant.parse("0000-01-01T00:00:00Z")))).containsAll(inOrder);
    }

    @Test
    void allConditionsMustHold() {
        ItemFilter filter = new ItemFilter(
                Optional.of("bolt"),
                Optional.of("BOLT"),
                Optional.of("FASTENERS"),
                Optional.of(kept(SCREW).changed()));
        assertThat(find(filter)).containsExactlyInAnyOrderElementsOf(kept(List.of(LARGER_BOLT)));
        assertThat(find(new ItemFilter(Optional.empty(), Optional.empty(), Optional.of("OTHER"), Optional.empty())))
                .containsExactlyInAnyOrderElementsOf(kept(List.of(WILDCARD, CABLE, LOWER_CASE)));
    }

    @Test
    void aCursorOfOtherConditionsIsRefused() {
        String cursor = items().find(text("bolt"), PageRequest.first(1), MaxAge.ANY)
                .value()
                .nextCursor()
                .orElseThrow();
        assertThatThrownBy(() -> items().find(text("hex"), new PageRequest(1, Optional.of(cursor)), MaxAge.ANY))
                .isInstanceOfSatisfying(
                        ServiceFault.class, fault -> assertThat(fault.code()).isEqualTo(ErrorCode.INVALID_CURSOR));
    }

    private Map<ItemId, Item> get(String... ids) {
        Map<ItemId, Item> found = new HashMap<>();
        items().get(Stream.of(ids).map(ItemId::new).toList(), MaxAge.ANY)
                .value()
                .forEach((id, item) -> found.put(id, unversioned(item)));
        return found;
    }

    private Item kept(Item item) {
        return unversioned(world().kept(item));
    }

    private List<Item> kept(List<Item> items) {
        return items.stream().map(this::kept).toList();
    }

    /** Each ERP has its own way to number versions. */
    private static Item unversioned(Item item) {
        return new Item(
                item.id(),
                item.description(),
                item.group(),
                item.status(),
                item.stocked(),
                item.units(),
                item.taxClass(),
                item.leadTimeDays(),
                item.substitutes(),
                0,
                item.changed());
    }

    /** Reads the list in pages of each small size; all must give the same list. */
    protected final List<Item> find(ItemFilter filter) {
        List<Item> inOnePage = find(filter, 500);
        for (int size = 1; size <= ITEMS.size(); size++) {
            assertThat(find(filter, size)).as("pages of %d", size).isEqualTo(inOnePage);
        }
        return inOnePage;
    }

    private List<Item> find(ItemFilter filter, int size) {
        List<Item> found = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Page<Item> page = items().find(filter, new PageRequest(size, cursor), MaxAge.ANY)
                    .value();
            assertThat(page.entries()).hasSizeLessThanOrEqualTo(size);
            page.entries().forEach(item -> found.add(unversioned(item)));
            cursor = page.nextCursor();
        } while (cursor.isPresent());
        return found;
    }

    private static ItemFilter text(String text) {
        return new ItemFilter(Optional.of(text), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static ItemFilter idPrefix(String prefix) {
        return new ItemFilter(Optional.empty(), Optional.of(prefix), Optional.empty(), Optional.empty());
    }

    protected static ItemFilter changedSince(Instant since) {
        return new ItemFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(since));
    }

    private static Item simple(String id, String description, String group, Instant changed) {
        return new Item(
                new ItemId(id),
                description,
                Optional.of(group),
                ItemStatus.ACTIVE,
                true,
                List.of(new ItemUnit("EA", BigDecimal.ONE, 0)),
                "STANDARD",
                OptionalInt.empty(),
                List.of(),
                1,
                changed);
    }
}
