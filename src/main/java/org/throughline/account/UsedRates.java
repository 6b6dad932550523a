package org.throughline.account;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.throughline.shared.Answer;
import org.throughline.shared.Freshness;
import org.throughline.shared.MaxAge;

/** The rates into one currency on one day that a computation uses; each is asked for once, and only when it is used. */
public final class UsedRates implements Function<Currency, Optional<BigDecimal>> {

    private final ExchangeRates source;
    private final Currency target;
    private final LocalDate day;
    private final MaxAge maxAge;
    private final Map<Currency, Answer<Optional<BigDecimal>>> used = new LinkedHashMap<>();

    public UsedRates(ExchangeRates source, Currency target, LocalDate day, MaxAge maxAge) {
        this.source = source;
        this.target = target;
        this.day = day;
        this.maxAge = maxAge;
    }

    /** @return empty when the ERP has no rate */
    @Override
    public Optional<BigDecimal> apply(Currency from) {
        return from.equals(target)
                ? Optional.of(BigDecimal.ONE)
                : used.computeIfAbsent(from, each -> source.rate(each, target, day, maxAge))
                        .value();
    }

    /** Those that there are, in the order of their first use. */
    public List<ExchangeRate> used() {
        return used.entrySet().stream()
                .flatMap(entry ->
                        entry
                                .getValue()
                                .value()
                                .map(rate -> new ExchangeRate(entry.getKey(), target, rate, day))
                                .stream())
                .toList();
    }

    /** The freshness of something that is made of these rates too. */
    public Freshness and(Freshness other) {
        return used.values().stream().map(Answer::freshness).reduce(other, Freshness::and);
    }
}
