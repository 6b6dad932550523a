package org.throughline.erp.tryton;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** The categories of products: price lists and taxes go by them. */
@Component
class TrytonCategories {

    private static final TrytonQuery ALL = TrytonQuery.of(
                    "product.category", "parent", "accounting", "customer_taxes", "taxes_parent")
            .ascending("id");

    private final Kept<Map<Long, Category>> categories;

    /**
     * @param parent the category above it; null when there is none
     * @param taxed whether products have their taxes from it
     */
    private record Category(long id, Long parent, boolean taxed, boolean taxesOfParent, List<Long> taxes) {}

    TrytonCategories(TrytonClient tryton, Clock clock) {
        this.categories = new Kept<>(
                () -> tryton.searchRead(ALL).stream()
                        .map(TrytonCategories::category)
                        .collect(toMap(Category::id, identity())),
                clock);
    }

    /** Some categories and all those above them. */
    List<Long> withParents(Collection<Long> some) {
        Set<Long> all = new TreeSet<>();
        for (Long id : some) {
            Long each = id;
            while (each != null && all.add(each)) {
                each = get(each).parent();
            }
        }
        return List.copyOf(all);
    }

    /** The categories that products have their taxes from. */
    List<Long> taxed() {
        return categories.get().values().stream()
                .filter(Category::taxed)
                .map(Category::id)
                .sorted()
                .toList();
    }

    /** The taxes of a category, unless a tax rule of the buyer replaces them. */
    List<Long> taxesOf(long category) {
        Category from = get(category);
        while (from.taxesOfParent() && from.parent() != null) {
            from = get(from.parent());
        }
        return from.taxes();
    }

    private Category get(long id) {
        Category known = categories.get().get(id);
        return known == null ? categories.read().get(id) : known;
    }

    private static Category category(TrytonRecord row) {
        return new Category(
                row.id(),
                row.id("parent"),
                row.flag("accounting"),
                row.flag("taxes_parent"),
                row.ids("customer_taxes"));
    }
}
