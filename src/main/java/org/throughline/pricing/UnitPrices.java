package org.throughline.pricing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Finds unit prices of items on a day in a currency. Prices in the currency asked come first; else those in the buyer's
 * own currency, then in any other, converted.
 */
final class UnitPrices {

    private final LocalDate date;
    private final Currency wanted;
    private final Currency own;
    private final Function<Currency, Optional<BigDecimal>> rateFrom;

    /** @param rateFrom what one of a currency is worth in the wanted one; empty when that is not known */
    UnitPrices(LocalDate date, Currency wanted, Currency own, Function<Currency, Optional<BigDecimal>> rateFrom) {
        this.date = date;
        this.wanted = wanted;
        this.own = own;
        this.rateFrom = rateFrom;
    }

    /**
     * The unit price at a quantity.
     *
     * @param ordered the unit ordered in; a price for it is preferred
     * @param baseQuantity in the item's base unit
     * @return empty when no price applies, or only ones in currencies without a rate
     */
    Optional<UnitPrice> find(ItemTerms item, PriceUnit ordered, BigDecimal baseQuantity) {
        for (Currency currency : currencies(item)) {
            Optional<BigDecimal> rate = rateFrom(currency);
            if (rate.isPresent()) {
                PriceCase priceCase = new PriceCase(
                        item, date, ordered, baseQuantity, new PriceCase.Conversion(currency, wanted, rate.get()));
                if (priceCase.hasPrice()) {
                    return Optional.of(UnitPrice.of(priceCase, PriceRules.apply(priceCase)));
                }
            }
        }
        return Optional.empty();
    }

    /** Whether there would be a price if the rates of all currencies were known. */
    boolean lacksRate(ItemTerms item, PriceUnit ordered, BigDecimal baseQuantity) {
        return currencies(item).stream()
                .filter(currency -> rateFrom(currency).isEmpty())
                .anyMatch(currency -> new PriceCase(
                                item, date, ordered, baseQuantity, PriceCase.Conversion.none(currency))
                        .hasPrice());
    }

    /** The quantities, in base units, from which on another price may hold; rising. */
    List<BigDecimal> thresholds(ItemTerms item) {
        TreeSet<BigDecimal> quantities = new TreeSet<>();
        item.prices().stream().filter(entry -> entry.validity().contains(date)).forEach(entry -> inBaseUnits(
                        item, entry.unit(), entry.minQuantity())
                .ifPresent(quantities::add));
        item.discounts().stream()
                .filter(discount -> discount.validity().contains(date))
                .forEach(discount -> inBaseUnits(item, discount.unit(), discount.minQuantity())
                        .ifPresent(quantities::add));
        item.promotions().stream()
                .filter(promotion -> promotion.validity().contains(date))
                .forEach(promotion -> quantities.add(promotion.minQuantity()));
        return List.copyOf(quantities);
    }

    private List<Currency> currencies(ItemTerms item) {
        Stream<Currency> others = item.prices().stream()
                .map(PriceEntry::currency)
                .sorted(Comparator.comparing(Currency::getCurrencyCode));
        return Stream.concat(Stream.of(wanted, own), others).distinct().toList();
    }

    private Optional<BigDecimal> rateFrom(Currency currency) {
        return currency.equals(wanted) ? Optional.of(BigDecimal.ONE) : rateFrom.apply(currency);
    }

    private static Optional<BigDecimal> inBaseUnits(ItemTerms item, String unit, BigDecimal quantity) {
        return unit == null ? Optional.of(quantity) : item.unit(unit).map(known -> quantity.multiply(known.factor()));
    }
}
