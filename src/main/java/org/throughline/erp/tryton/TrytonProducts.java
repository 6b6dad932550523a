package org.throughline.erp.tryton;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.throughline.shared.ItemId;

/** Reads products for prices: one call, whatever their number. */
@Component
class TrytonProducts {

    private static final TrytonQuery FIELDS = TrytonQuery.of(
            "product.product",
            "code",
            "name",
            "active",
            "salable",
            "type",
            "default_uom",
            "sale_uom",
            "list_price",
            "cost_price",
            "account_category",
            "categories_all",
            "categories.rec_name");

    private final TrytonClient tryton;
    private final TrytonUnits units;

    TrytonProducts(TrytonClient tryton, TrytonUnits units) {
        this.tryton = tryton;
        this.units = units;
    }

    /** Without those that Tryton does not know. */
    Map<ItemId, TrytonProduct> of(Collection<ItemId> items) {
        List<String> codes = items.stream().map(ItemId::value).distinct().toList();
        return tryton.searchRead(FIELDS.where("code", "in", codes).where("active", "in", List.of(true, false))).stream()
                .map(this::product)
                .collect(toMap(TrytonProduct::item, Function.identity(), TrytonProducts::better));
    }

    /** A code may be used again for a new product when the old one is no longer active. */
    private static TrytonProduct better(TrytonProduct one, TrytonProduct other) {
        return one.sold() == other.sold() ? (one.id() > other.id() ? one : other) : one.sold() ? one : other;
    }

    private TrytonProduct product(TrytonRecord row) {
        return new TrytonProduct(
                row.id(),
                new ItemId(row.text("code")),
                row.text("name"),
                row.all("categories").stream()
                        .map(category -> category.text("rec_name"))
                        .findFirst()
                        .orElse(null),
                row.flag("active") && row.flag("salable"),
                "service".equals(row.text("type")),
                units.get(row.id("default_uom")),
                units.get(row.id("sale_uom") == null ? row.id("default_uom") : row.id("sale_uom")),
                row.decimal("list_price"),
                row.decimal("cost_price"),
                row.id("account_category"),
                row.ids("categories_all"));
    }
}
