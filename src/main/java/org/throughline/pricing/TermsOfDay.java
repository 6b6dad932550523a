package org.throughline.pricing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What of an item's terms is in force on a day, sorted for looking up: quantities are in base units, each currency and
 * source stands by itself, and what has a unit that the item has not is left out.
 */
final class TermsOfDay {

    private static final int LADDERS_KEPT = 8;

    private final ItemTerms item;
    private final LocalDate date;
    private final Map<Currency, PricesInCurrency> prices = byCode();
    private final List<Promotion.PriceCut> cuts = new ArrayList<>();
    private final List<Promotion> basketPromotions = new ArrayList<>();
    private final QuantitySteps<BigDecimal> thresholds;
    private final Kept<PriceLadder> ladders = new Kept<>(LADDERS_KEPT);

    TermsOfDay(ItemTerms item, LocalDate date) {
        this.item = item;
        this.date = date;
        TreeMap<BigDecimal, BigDecimal> quantities = new TreeMap<>();
        Map<Currency, List<KnownPrice>> known = knownPrices(quantities);
        List<KnownDiscount> discounts = knownDiscounts(quantities);
        known.forEach((currency, some) ->
                prices.put(currency, new PricesInCurrency(some, discountsFor(currency, discounts), item.baseUnit())));
        sortPromotions(quantities);
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

    /** Promotions of the unit price. */
    List<Promotion.PriceCut> cuts() {
        return cuts;
    }

    /** Promotions that look at more than one line. */
    List<Promotion> basketPromotions() {
        return basketPromotions;
    }

    /** The quantities, in base units, from which on another price may hold. */
    QuantitySteps<BigDecimal> thresholds() {
        return thresholds;
    }

    /** The prices at all quantities. */
    PriceLadder ladder(Asking asking) {
        return ladders.get(ladder -> ladder.answers(asking), () -> new PriceLadder(this, asking));
    }

    private Map<Currency, List<KnownPrice>> knownPrices(Map<BigDecimal, BigDecimal> quantities) {
        Map<Currency, List<KnownPrice>> byCurrency = byCode();
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
        return byCurrency;
    }

    private List<KnownDiscount> knownDiscounts(Map<BigDecimal, BigDecimal> quantities) {
        List<KnownDiscount> discounts = new ArrayList<>();
        for (DiscountEntry entry : item.discounts()) {
            PriceUnit unit = entry.unit() == null ? item.baseUnit() : item.unitOrNull(entry.unit());
            if (unit != null && entry.validity().contains(date)) {
                KnownDiscount known = KnownDiscount.of(entry, unit);
                quantities.put(known.baseMinimum(), known.baseMinimum());
                discounts.add(known);
            }
        }
        return discounts;
    }

    private static List<KnownDiscount> discountsFor(Currency currency, List<KnownDiscount> discounts) {
        return discounts.stream()
                .filter(discount -> discount.entry().isFor(currency))
                .toList();
    }

    private void sortPromotions(Map<BigDecimal, BigDecimal> quantities) {
        for (Promotion promotion : item.promotions()) {
            if (promotion.terms().validity().contains(date)) {
                if (promotion instanceof Promotion.PriceCut cut) {
                    cuts.add(cut);
                    quantities.put(cut.minQuantity(), cut.minQuantity());
                } else {
                    basketPromotions.add(promotion);
                }
            }
        }
    }

    private static <V> Map<Currency, V> byCode() {
        return new TreeMap<>(Comparator.comparing(Currency::getCurrencyCode));
    }
}
