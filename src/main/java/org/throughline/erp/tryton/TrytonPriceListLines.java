package org.throughline.erp.tryton;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads the lines of price lists. */
@Component
class TrytonPriceListLines {

    private static final List<String> FIELDS = List.of("product", "category", "quantity", "formula");
    private static final List<String> DATES = List.of("start_date", "end_date");

    private final TrytonClient tryton;
    private final Kept<List<String>> fields;

    TrytonPriceListLines(TrytonClient tryton, Clock clock) {
        this.tryton = tryton;
        this.fields = new Kept<>(this::knownFields, clock);
    }

    PriceListLines of(long list) {
        List<String> asked = fields.get();
        boolean dated = asked.containsAll(DATES);
        TrytonQuery query = TrytonQuery.of("product.price_list.line", asked.toArray(String[]::new))
                .where("price_list", "=", list)
                .ascending("sequence")
                .ascending("id");
        List<PriceListLines.Line> lines =
                tryton.searchRead(query).stream().map(row -> line(row, dated)).toList();
        return new PriceListLines(list, isInSaleUnit(list), lines);
    }

    private boolean isInSaleUnit(long list) {
        return tryton.read("product.price_list", List.of(list), List.of("unit"), Map.of())
                .get(0)
                .text("unit")
                .equals("product_sale");
    }

    private static PriceListLines.Line line(TrytonRecord row, boolean dated) {
        return new PriceListLines.Line(
                row.id("product"),
                row.id("category"),
                Optional.ofNullable(row.decimal("quantity")).orElse(BigDecimal.ZERO),
                row.text("formula"),
                dated ? row.date("start_date") : null,
                dated ? row.date("end_date") : null);
    }

    /** Lines have dates only when a module of Tryton gives them. */
    private List<String> knownFields() {
        JsonNode known = tryton.ask("model.product.price_list.line.fields_get", List.of(), Map.of());
        return known.has("start_date")
                ? Stream.concat(FIELDS.stream(), DATES.stream()).toList()
                : FIELDS;
    }
}
