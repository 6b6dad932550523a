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
    private final AgreementPolicy policy;
    private final Conversion unconverted;
    private final Function<Currency, Optional<BigDecimal>> rateFrom;

    /** @param rateFrom what one of a currency is worth in the wanted one; empty when that is not known */
    UnitPrices(
            LocalDate date,
            Currency wanted,
            Currency own,
            AgreementPolicy policy,
            Function<Currency, Optional<BigDecimal>> rateFrom) {
        this.date = date;
        this.wanted = wanted;
        this.own = own;
        this.policy = policy;
        this.unconverted = Conversion.none(wanted);
        this.rateFrom = rateFrom;
    }

    /** @return empty when no price applies, or only ones in currencies without a rate */
    Optional<UnitPrice> find(Demand demand) {
        return Optional.ofNullable(orNull(demand, demand.breakQuantity()));
    }

    /** The price for somebody who orders base units and nothing else. */
    Optional<UnitPrice> find(ItemTerms item, BigDecimal baseQuantity) {
        return find(Demand.of(item, item.baseUnit(), baseQuantity));
    }

    /** The next quantity above the one wanted at which a unit costs less, when the other lines stay as they are. */
    Optional<NextBreak> nextBreak(Demand demand, UnitPrice now) {
        PriceUnit ordered = demand.ordered();
        QuantitySteps<BigDecimal> thresholds = thresholds(demand.item());
        for (int i = firstCandidate(demand, now); i < thresholds.size(); i++) {
            BigDecimal needed = ordered.holding(thresholds.from(i).subtract(demand.others()));
            UnitPrice then = orNull(demand, demand.others().add(needed.multiply(ordered.factor())));
            if (then != null && then.isCheaperThan(now) && then.contradictions().isEmpty()) {
                return Optional.of(NextBreak.of(demand.quantity(), needed, ordered, now, then));
            }
        }
        return Optional.empty();
    }

    /** Whether there would be a price if the rates of all currencies were known. */
    boolean lacksRate(Demand demand) {
        TermsOfDay terms = demand.item().on(date);
        return terms.currencies().stream()
                .filter(currency -> conversion(currency) == null)
                .anyMatch(currency ->
                        terms.ladder(asking(demand, Conversion.none(currency))).at(demand.breakQuantity()) != null);
    }

    /** The quantities, in base units, from which on another price may hold; rising. */
    QuantitySteps<BigDecimal> thresholds(ItemTerms item) {
        return item.on(date).thresholds();
    }

    /** Other currencies count only when a preferred one has prices that the quantity does not reach. */
    private int firstCandidate(Demand demand, UnitPrice now) {
        TermsOfDay terms = demand.item().on(date);
        int reached = terms.thresholds().reached(demand.breakQuantity());
        PriceLadder ladder = ladder(terms, demand, demand.breakQuantity());
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

    private UnitPrice orNull(Demand demand, BigDecimal breakQuantity) {
        PriceLadder ladder = ladder(demand.item().on(date), demand, breakQuantity);
        return ladder == null ? null : ladder.at(breakQuantity);
    }

    /** @return null when no currency has a price and a rate */
    private PriceLadder ladder(TermsOfDay terms, Demand demand, BigDecimal breakQuantity) {
        PriceLadder found = priced(terms, wanted, demand, breakQuantity);
        if (found == null && !own.equals(wanted)) {
            found = priced(terms, own, demand, breakQuantity);
        }
        if (found == null) {
            for (Currency currency : terms.currencies()) {
                found = found == null ? priced(terms, currency, demand, breakQuantity) : found;
            }
        }
        return found;
    }

    private PriceLadder priced(TermsOfDay terms, Currency currency, Demand demand, BigDecimal breakQuantity) {
        Conversion conversion = terms.in(currency) == null ? null : conversion(currency);
        PriceLadder ladder = conversion == null ? null : terms.ladder(asking(demand, conversion));
        return ladder == null || ladder.at(breakQuantity) == null ? null : ladder;
    }

    private Asking asking(Demand demand, Conversion conversion) {
        return new Asking(demand.ordered(), conversion, policy, demand.withCuts());
    }

    /** @return null when there is no rate */
    private Conversion conversion(Currency currency) {
        return currency.equals(wanted)
                ? unconverted
                : rateFrom.apply(currency)
                        .map(rate -> new Conversion(currency, wanted, rate))
                        .orElse(null);
    }
}
