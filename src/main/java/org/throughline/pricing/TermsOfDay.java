package org.throughline.pricing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/**
 * What of an item's terms is in force on a day, sorted for looking up: quantities are in base units, each currency and
 * source stands by itself, and what has a unit that the item has not is left out.
 */
final class TermsOfDay {

    private static final int LADDERS_KEPT = 8;

    private final ItemTerms item;
    private final LocalDate date;
    private final Map<Currency, PricesInCurrency> prices =
            new TreeMap<>(Comparator.comparing(Currency::getCurrencyCode));
    private final Map<PriceSource, QuantitySteps<KnownDiscount>> discounts = new EnumMap<>(PriceSource.class);
    private final List<Promotion> promotions;
    private final QuantitySteps<BigDecimal> thresholds;
    private final Kept<PriceLadder> ladders = new Kept<>(LADDERS_KEPT);

    TermsOfDay(ItemTerms item, LocalDate date) {
        this.item = item;
        this.date = date;
        TreeMap<BigDecimal, BigDecimal> quantities = new TreeMap<>();
        sortPrices(quantities);
        sortDiscounts(quantities);
        this.promotions = item.promotions().stream()
                .filter(promotion -> promotion.validity().contains(date))
                .toList();
        promotions.forEach(promotion -> quantities.put(promotion.minQuantity(), promotion.minQuantity()));
        this.thresholds = new QuantitySteps<>(quantities);
    }

    ItemTerms item() {
        return item;
    }

    boolean isOn(LocalDate day) {
        return date.equals(day);
    }

    /** The currencies that there are prices in, by code. */
    Collection<Currency> currencies() {
        return prices.keySet();
    }

    /** @return null when there are none in the currency */
    PricesInCurrency in(Currency currency) {
        return prices.get(currency);
    }

    /** @return null when the source has none */
    QuantitySteps<KnownDiscount> discountsOf(PriceSource source) {
        return discounts.get(source);
    }

    List<Promotion> promotions() {
        return promotions;
    }

    /** The quantities, in base units, from which on another price may hold. */
    QuantitySteps<BigDecimal> thresholds() {
        return thresholds;
    }

    /** The prices at all quantities for somebody who orders in a unit. */
    PriceLadder ladder(PriceUnit ordered, Conversion conversion) {
        return ladders.get(
                ladder -> ladder.isFor(ordered, conversion), () -> new PriceLadder(this, ordered, conversion));
    }

    private void sortPrices(Map<BigDecimal, BigDecimal> quantities) {
        Map<Currency, List<KnownPrice>> byCurrency = new TreeMap<>(Comparator.comparing(Currency::getCurrencyCode));
        for (PriceEntry entry : item.prices()) {
            PriceUnit unit = item.unitOrNull(entry.unit());
            if (unit != null && entry.validity().contains(date)) {
                KnownPrice known = KnownPrice.of(entry, unit);
                quantities.put(known.baseMinimum(), known.baseMinimum());
                byCurrency
                        .computeIfAbsent(entry.currency(), currency -> new ArrayList<>())
                        .add(known);
            }
        }
        byCurrency.forEach((currency, some) -> prices.put(currency, new PricesInCurrency(some, item.baseUnit())));
    }

    private void sortDiscounts(Map<BigDecimal, BigDecimal> quantities) {
        Map<PriceSource, TreeMap<BigDecimal, KnownDiscount>> bySource = new EnumMap<>(PriceSource.class);
        for (DiscountEntry entry : item.discounts()) {
            PriceUnit unit = entry.unit() == null ? item.baseUnit() : item.unitOrNull(entry.unit());
            if (unit != null && entry.validity().contains(date)) {
                BigDecimal minimum = entry.minQuantity().multiply(unit.factor());
                quantities.put(minimum, minimum);
                bySource.computeIfAbsent(entry.source(), source -> new TreeMap<>())
                        .merge(
                                minimum,
                                new KnownDiscount(entry, minimum),
                                BinaryOperator.maxBy(KnownDiscount.NEWEST_LAST));
            }
        }
        bySource.forEach((source, some) -> discounts.put(source, new QuantitySteps<>(some)));
    }
}
