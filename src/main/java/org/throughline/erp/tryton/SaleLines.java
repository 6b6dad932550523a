package org.throughline.erp.tryton;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Numbers and descriptions of the lines of some orders, read with one call. */
final class SaleLines {

    static final String MODEL = "sale.line";

    private final Map<Long, Line> lines = new HashMap<>();

    /** @param description as it stands on the order; null when there is none */
    record Line(int number, String description) {}

    private SaleLines() {}

    static SaleLines read(Collection<Long> sales, TrytonClient tryton) {
        SaleLines all = new SaleLines();
        if (!sales.isEmpty()) {
            TrytonQuery query =
                    TrytonQuery.of(MODEL, "sale", "description").where("sale", "in", List.copyOf(Set.copyOf(sales)));
            Map<Long, Integer> numbers = new HashMap<>();
            tryton.searchRead(query)
                    .forEach(line -> all.lines.put(
                            line.id(),
                            new Line(numbers.merge(line.id("sale"), 1, Integer::sum), line.text("description"))));
        }
        return all;
    }

    /** @param id null for none */
    Integer number(Long id) {
        Line line = lines.get(id);
        return line == null ? null : line.number();
    }

    /**
     * @param id null for none
     * @param otherwise given when there is no description
     */
    String description(Long id, String otherwise) {
        Line line = lines.get(id);
        return line == null || line.description() == null || line.description().isBlank()
                ? otherwise
                : line.description();
    }
}
