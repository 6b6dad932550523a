package org.throughline.erp.tryton;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.throughline.account.ExchangeRates;
import org.throughline.shared.Answer;
import org.throughline.shared.MaxAge;

/**
 * Tryton's exchange rates. Tryton keeps for each currency what one of a common base is worth in it, so a rate between two is the
 * quotient of theirs on that day.
 */
@Component
class TrytonExchangeRates implements ExchangeRates {

    private static final int DECIMALS = 10;

    private final TrytonClient tryton;
    private final Clock clock;

    TrytonExchangeRates(TrytonClient tryton, Clock clock) {
        this.tryton = tryton;
        this.clock = clock;
    }

    @Override
    public Answer<Optional<BigDecimal>> rate(Currency from, Currency to, LocalDate on, MaxAge maxAge) {
        Instant now = clock.instant();
        return Answer.live(from.equals(to) ? Optional.of(BigDecimal.ONE) : quotient(from, to, on), now);
    }

    private Optional<BigDecimal> quotient(Currency from, Currency to, LocalDate on) {
        List<TrytonRecord> rates = tryton.searchRead(TrytonQuery.of("currency.currency", "code", "rate")
                .where("code", "in", List.of(from.getCurrencyCode(), to.getCurrencyCode()))
                .where("active", "in", List.of(true, false))
                .in(Map.of("date", on)));
        return of(to, rates).flatMap(dividend -> of(from, rates)
                .map(divisor -> dividend.divide(divisor, DECIMALS, RoundingMode.HALF_UP)));
    }

    /** Zero means that there is none. */
    private static Optional<BigDecimal> of(Currency currency, List<TrytonRecord> rates) {
        return rates.stream()
                .filter(row -> row.text("code").equals(currency.getCurrencyCode()))
                .map(row -> row.decimal("rate"))
                .filter(rate -> rate.signum() > 0)
                .findFirst();
    }
}
