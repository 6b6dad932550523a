package org.throughline.pricing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.throughline.tax.TaxTreatment;

/**
 * Priced lines, while the rules for the whole of them are applied.
 *
 * @param adjustments discounts and charges so far
 */
record Basket(BasketContext context, List<BasketLine> lines, List<OrderAdjustment> adjustments) {

    Basket {
        lines = List.copyOf(lines);
        adjustments = List.copyOf(adjustments);
    }

    Basket with(List<BasketLine> other) {
        return new Basket(context, other, adjustments);
    }

    Basket and(List<OrderAdjustment> more) {
        List<OrderAdjustment> all = new ArrayList<>(adjustments);
        all.addAll(more);
        return more.isEmpty() ? this : new Basket(context, lines, all);
    }

    /** What the lines come to after what is off them. */
    BigDecimal value() {
        BigDecimal sum = BigDecimal.ZERO;
        for (BasketLine line : lines) {
            sum = sum.add(line.amount(context.currency()));
        }
        return sum;
    }

    /** What some of the lines come to, less the discounts on the whole so far, by how it is taxed. */
    List<TaxedValue> values(Predicate<BasketLine> which) {
        Map<TaxTreatment, BigDecimal> values = new HashMap<>();
        for (BasketLine line : lines) {
            if (which.test(line)) {
                values.merge(line.treatment(), line.amount(context.currency()), BigDecimal::add);
            }
        }
        for (OrderAdjustment adjustment : adjustments) {
            if (!adjustment.isCharge()) {
                values.computeIfPresent(adjustment.treatment(), (key, value) -> value.subtract(adjustment.amount()));
            }
        }
        return values.entrySet().stream()
                .map(entry -> new TaxedValue(entry.getKey(), entry.getValue()))
                .sorted(TaxedValue.ORDER)
                .toList();
    }

    /** In kilograms. */
    BigDecimal weight() {
        BigDecimal sum = BigDecimal.ZERO;
        for (BasketLine line : lines) {
            sum = sum.add(line.demand().baseQuantity().multiply(line.item().weight()));
        }
        return sum;
    }

    boolean holdsGoods() {
        return lines.stream().anyMatch(line -> !line.item().taxClass().service());
    }

    /** The same basket with other lines in some places. */
    Basket replacing(Map<Integer, BasketLine> others) {
        List<BasketLine> all = new ArrayList<>(lines);
        others.forEach(all::set);
        return with(all);
    }
}
