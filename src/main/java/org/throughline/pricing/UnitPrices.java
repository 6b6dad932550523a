package org.throughline.pricing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds unit prices of items on a day in a currency. Prices in the currency asked come first; else those in the buyer's
 * own currency, then in any other by its code, converted.
 */
final class UnitPrices {

    private final LocalDate date;
    private final Currency wanted;
    private final Currency own;
    private final Conversion unconverted;
    private final Function<Currency, Optional<BigDecimal>> rateFrom;

    /** @param rateFrom what one of a currency is worth in the wanted one; empty when that is not known */
    UnitPrices(LocalDate date, Currency wanted, Currency own, Function<Currency, Optional<BigDecimal>> rateFrom) {
        this.date = date;
        this.wanted = wanted;
        this.own = own;
        this.unconverted = Conversion.none(wanted);
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
        PriceLadder ladder = ladder(item, ordered, baseQuantity);
        return ladder == null ? Optional.empty() : Optional.ofNullable(ladder.at(baseQuantity));
    }

    /** The next quantity above one at which a unit costs less. */
    Optional<NextBreak> nextBreak(ItemTerms item, PriceUnit ordered, BigDecimal quantity, UnitPrice now) {
        BigDecimal baseQuantity = quantity.multiply(ordered.factor());
        QuantitySteps<BigDecimal> thresholds = item.on(date).thresholds();
        int start = firstCandidate(item.on(date), ordered, baseQuantity, now);
        for (int i = start; i < thresholds.size(); i++) {
            BigDecimal needed = ordered.holding(thresholds.from(i));
            UnitPrice then = orNull(item, ordered, needed.multiply(ordered.factor()));
            if (then != null && then.isCheaperThan(now)) {
                return Optional.of(NextBreak.of(quantity, needed, ordered, now, then));
            }
        }
        return Optional.empty();
    }

    /** Above a quantity, other currencies count only when a preferred one has prices that the quantity does not reach. */
    private int firstCandidate(TermsOfDay terms, PriceUnit ordered, BigDecimal baseQuantity, UnitPrice now) {
        int reached = terms.thresholds().reached(baseQuantity);
        PriceLadder ladder = ladder(terms.item(), ordered, baseQuantity);
        return ladder != null && ladder.conversion().from().equals(mostPreferred(terms))
                ? ladder.nextCheaper(reached, now)
                : reached;
    }

    private Currency mostPreferred(TermsOfDay terms) {
        if (terms.in(wanted) != null) {
            return wanted;
        }
        return terms.in(own) == null ? terms.currencies().iterator().next() : own;
    }

    /** Whether there would be a price if the rates of all currencies were known. */
    boolean lacksRate(ItemTerms item, PriceUnit ordered, BigDecimal baseQuantity) {
        TermsOfDay terms = item.on(date);
        return terms.currencies().stream()
                .filter(currency -> rateFrom(currency).isEmpty())
                .anyMatch(currency ->
                        terms.ladder(ordered, Conversion.none(currency)).at(baseQuantity) != null);
    }

    /** The quantities, in base units, from which on another price may hold; rising. */
    QuantitySteps<BigDecimal> thresholds(ItemTerms item) {
        return item.on(date).thresholds();
    }

    private UnitPrice orNull(ItemTerms item, PriceUnit ordered, BigDecimal baseQuantity) {
        PriceLadder ladder = ladder(item, ordered, baseQuantity);
        return ladder == null ? null : ladder.at(baseQuantity);
    }

    /** @return null when no currency has a price and a rate */
    private PriceLadder ladder(ItemTerms item, PriceUnit ordered, BigDecimal baseQuantity) {
        TermsOfDay terms = item.on(date);
        PriceLadder found = priced(terms, wanted, ordered, baseQuantity);
        if (found == null && !own.equals(wanted)) {
            found = priced(terms, own, ordered, baseQuantity);
        }
        if (found == null) {
            for (Currency currency : terms.currencies()) {
                found = found == null ? priced(terms, currency, ordered, baseQuantity) : found;
            }
        }
        return found;
    }

    private PriceLadder priced(TermsOfDay terms, Currency currency, PriceUnit ordered, BigDecimal baseQuantity) {
        if (terms.in(currency) == null) {
            return null;
        }
        Conversion conversion = conversion(currency);
        PriceLadder ladder = conversion == null ? null : terms.ladder(ordered, conversion);
        return ladder == null || ladder.at(baseQuantity) == null ? null : ladder;
    }

    private Conversion conversion(Currency currency) {
        return currency.equals(wanted)
                ? unconverted
                : rateFrom.apply(currency)
                        .map(rate -> new Conversion(currency, wanted, rate))
                        .orElse(null);
    }

    private Optional<BigDecimal> rateFrom(Currency currency) {
        return currency.equals(wanted) ? Optional.of(BigDecimal.ONE) : rateFrom.apply(currency);
    }
}
