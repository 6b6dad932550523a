package org.throughline.erp.tryton;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.throughline.erp.tryton.TrytonUnits.TrytonUnit;
import org.throughline.shared.Answer;
import org.throughline.shared.ItemId;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;
import org.throughline.shared.SearchTerms;
import org.throughline.stock.Item;
import org.throughline.stock.ItemFilter;
import org.throughline.stock.ItemStatus;
import org.throughline.stock.Items;

/**
 * Tryton's products that have a code. Tryton keeps codes of active products apart, but not those of products that were switched
 * off: a code means the active product, or else the youngest.
 *
 * <p>A product is blocked when it is switched off or not for sale; Tryton cannot tell that it is sold off. It has no substitutes.
 * The lead time is that of the first supplier who has one. The tax class is the id of its accounting category.
 */
@Component
class TrytonItems implements Items {

    private static final String MODEL = "product.product";
    private static final TrytonQuery ALL = TrytonQuery.of(
                    MODEL,
                    "code",
                    "name",
                    "active",
                    "salable",
                    "type",
                    "consumable",
                    "default_uom",
                    "sale_uom",
                    "account_category",
                    "categories.rec_name",
                    "product_suppliers.lead_time",
                    "template.product_suppliers.lead_time",
                    "template.product_suppliers.product",
                    "create_date",
                    "write_date",
                    "template.create_date",
                    "template.write_date")
            .where("code", "!=", null)
            .where("code", "!=", "");
    private static final List<TrytonChanges.Stream> CHANGES = Stream.of(
                    "create_date", "write_date", "template.create_date", "template.write_date")
            .map(stamp -> new TrytonChanges.Stream(MODEL, "id", stamp))
            .toList();
    private static final Comparator<TrytonRecord> ACTIVE_THEN_YOUNGEST =
            Comparator.comparing((TrytonRecord row) -> row.flag("active")).thenComparing(row -> row.id());

    private final TrytonClient tryton;
    private final TrytonUnits units;
    private final Clock clock;

    TrytonItems(TrytonClient tryton, TrytonUnits units, Clock clock) {
        this.tryton = tryton;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public Answer<Map<ItemId, Item>> get(Collection<ItemId> ids, MaxAge maxAge) {
        Instant now = clock.instant();
        Map<ItemId, Item> found =
                rows(ALL, ids).values().stream().map(this::item).collect(toMap(Item::id, item -> item));
        return Answer.live(found, now);
    }

    @Override
    public Answer<Page<Item>> find(ItemFilter filter, PageRequest page, MaxAge maxAge) {
        Instant now = clock.instant();
        Page<TrytonRecord> rows =
                filter.text().map(SearchTerms::words).filter(Set::isEmpty).isPresent()
                        ? new Page<>(List.of(), Optional.empty())
                        : rows(filter, page);
        return Answer.live(rows.map(this::item), now);
    }

    /**
     * The products that are meant by the codes.
     *
     * @param query of products, with the field code; active as well as not
     */
    Map<ItemId, TrytonRecord> rows(TrytonQuery query, Collection<ItemId> ids) {
        Set<String> codes = new LinkedHashSet<>();
        ids.forEach(id -> codes.add(id.value()));
        return codes.isEmpty() ? Map.of() : byCode(everActive(query).where("code", "in", List.copyOf(codes)));
    }

    private Map<ItemId, TrytonRecord> byCode(TrytonQuery query) {
        return tryton.searchRead(query).stream()
                .collect(toMap(
                        row -> new ItemId(row.text("code")), row -> row, BinaryOperator.maxBy(ACTIVE_THEN_YOUNGEST)));
    }

    private Page<TrytonRecord> rows(ItemFilter filter, PageRequest page) {
        Set<String> words = filter.text().map(SearchTerms::words).orElse(Set.of());
        String name = "items " + filter;
        TrytonQuery query = narrowed(filter);
        return filter.changedSince().isPresent()
                ? new TrytonChanges(tryton, CHANGES, everActive(query), TrytonItems::stamps)
                        .page(filter.changedSince().get(), row -> matches(row, words), page, name)
                : new TrytonPages(tryton).page(query, row -> matches(row, words), page, name);
    }

    /** Tryton can be asked for parts of words only. */
    private static TrytonQuery narrowed(ItemFilter filter) {
        TrytonQuery query = ALL;
        for (String word : SearchTerms.written(filter.text().orElse(null))) {
            String pattern = "%" + TrytonPages.literally(word) + "%";
            query = query.where(List.of(
                    "OR",
                    TrytonQuery.clause("code", "ilike", pattern),
                    TrytonQuery.clause("template.name", "ilike", pattern)));
        }
        if (filter.idPrefix().isPresent()) {
            query = query.where(
                    "code", "like", TrytonPages.literally(filter.idPrefix().get()) + "%");
        }
        return filter.group().isPresent()
                ? query.where(
                        "template.categories.rec_name", "=", filter.group().get())
                : query;
    }

    private static boolean matches(TrytonRecord row, Set<String> words) {
        return SearchTerms.begin(words, row.text("code") + " " + row.text("name"));
    }

    private static TrytonQuery everActive(TrytonQuery query) {
        return query.where("active", "in", List.of(true, false));
    }

    private Item item(TrytonRecord row) {
        TrytonUnit base = units.get(row.id("default_uom"));
        TrytonUnit sold = row.id("sale_uom") == null ? base : units.get(row.id("sale_uom"));
        TrytonStamps stamps = stamps(row);
        return new Item(
                new ItemId(row.text("code")),
                row.text("name"),
                row.all("categories").stream()
                        .map(category -> category.text("rec_name"))
                        .findFirst(),
                row.flag("active") && row.flag("salable") ? ItemStatus.ACTIVE : ItemStatus.BLOCKED,
                row.text("type").equals("goods") && !row.flag("consumable"),
                units.of(base, sold),
                taxClass(row.id("account_category")),
                leadTime(row),
                List.of(),
                stamps.version(),
                stamps.last());
    }

    /** An item that Tryton cannot invoice, having no accounting category, has a class of its own. */
    static String taxClass(Long accountCategory) {
        return accountCategory == null ? "NONE" : accountCategory.toString();
    }

    private static OptionalInt leadTime(TrytonRecord row) {
        Stream<TrytonRecord> ofAllVariants =
                row.all("template.product_suppliers").stream().filter(supplier -> supplier.id("product") == null);
        return Stream.concat(row.all("product_suppliers").stream(), ofAllVariants)
                .map(supplier -> supplier.duration("lead_time"))
                .filter(Objects::nonNull)
                .mapToInt(TrytonItems::days)
                .findFirst();
    }

    /** A part of a day counts as a day. */
    private static int days(Duration duration) {
        return (int) duration.plusDays(1).minusNanos(1).toDays();
    }

    private static TrytonStamps stamps(TrytonRecord row) {
        return TrytonStamps.of(row, row.related("template").stream());
    }
}
