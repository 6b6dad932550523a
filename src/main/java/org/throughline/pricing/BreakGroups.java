package org.throughline.pricing;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.throughline.shared.ItemId;

/** How much the lines of a basket want of each break group, in base units. */
final class BreakGroups {

    private final Map<String, BigDecimal> totals = new HashMap<>();

    private BreakGroups() {}

    /** Lines that cannot be sold do not count. */
    static BreakGroups of(List<PriceLine> lines, Map<ItemId, ItemTerms> items) {
        BreakGroups groups = new BreakGroups();
        for (PriceLine line : lines) {
            ItemTerms item = items.get(line.item());
            if (item != null && item.breakGroup() != null && !item.blocked()) {
                groups.add(item, line);
            }
        }
        return groups;
    }

    /** What the other lines want of the line's group; zero when it has none. */
    BigDecimal others(ItemTerms item, PriceLine line, PriceUnit unit) {
        return item.breakGroup() == null
                ? BigDecimal.ZERO
                : totals.get(item.breakGroup()).subtract(line.quantity().multiply(unit.factor()));
    }

    private void add(ItemTerms item, PriceLine line) {
        PriceUnit unit = line.unit() == null ? item.baseUnit() : item.unitOrNull(line.unit());
        if (unit != null && line.quantity().signum() > 0 && unit.allows(line.quantity())) {
            totals.merge(item.breakGroup(), line.quantity().multiply(unit.factor()), BigDecimal::add);
        }
    }
}
