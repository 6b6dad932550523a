package org.throughline.pricing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Shows what an item costs from each quantity on. */
final class PriceListing {

    private static final int QUANTITY_DECIMALS = 6;

    private final UnitPrices prices;

    PriceListing(UnitPrices prices) {
        this.prices = prices;
    }

    /** @return empty when the item has no price at any quantity */
    Optional<ListedPrice> of(ItemTerms item) {
        List<Step> steps = steps(item);
        if (steps.isEmpty()) {
            return Optional.empty();
        }
        UnitPrice first = steps.get(0).price;
        List<ListedPrice.Break> breaks = steps.stream()
                .map(step -> new ListedPrice.Break(
                        inUnit(step.baseQuantity, first.unit()), step.price.in(first), step.price.rules()))
                .toList();
        return Optional.of(new ListedPrice(
                item.item(),
                item.description(),
                item.group(),
                first.unit().code(),
                first.baseQuantity(),
                first.listPrice(),
                breaks));
    }

    /** A step for each quantity from which on the price per unit is another. */
    private List<Step> steps(ItemTerms item) {
        List<Step> steps = new ArrayList<>();
        QuantitySteps<BigDecimal> thresholds = prices.thresholds(item);
        for (int i = 0; i < thresholds.size(); i++) {
            BigDecimal threshold = thresholds.from(i);
            prices.find(item, threshold)
                    .filter(price -> price.contradictions().isEmpty())
                    .filter(price -> steps.isEmpty() || differs(price, steps.get(steps.size() - 1).price))
                    .ifPresent(price -> steps.add(new Step(threshold, price)));
        }
        return steps;
    }

    private static boolean differs(UnitPrice one, UnitPrice other) {
        return one.perBaseUnit().compareTo(other.perBaseUnit()) != 0;
    }

    private static BigDecimal inUnit(BigDecimal baseQuantity, PriceUnit unit) {
        return baseQuantity.divide(unit.factor(), QUANTITY_DECIMALS, RoundingMode.CEILING);
    }

    private record Step(BigDecimal baseQuantity, UnitPrice price) {}
}
