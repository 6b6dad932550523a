package org.throughline.erp.embedded;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Date;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.account.ExchangeRates;
import org.throughline.shared.Answer;
import org.throughline.shared.MaxAge;

/** Exchange rates of the embedded ERP: a rate as it is stored, else the inverse of one, else two over a third currency. */
@Component
class EmbeddedExchangeRates implements ExchangeRates {

    private static final int DECIMALS = 10;
    private static final String LATEST = """
            select from_currency, to_currency, rate from exchange_rate r
            where (from_currency in (:both) or to_currency in (:both))
                and valid_from = (select max(valid_from) from exchange_rate l
                    where l.from_currency = r.from_currency and l.to_currency = r.to_currency and l.valid_from <= :day)""";

    private final JdbcClient jdbc;
    private final Clock clock;

    EmbeddedExchangeRates(@Qualifier("erp") JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Answer<Optional<BigDecimal>> rate(Currency from, Currency to, LocalDate on, MaxAge maxAge) {
        Instant now = clock.instant();
        return Answer.live(rate(from, to, on), now);
    }

    /** The same, for the ERP's own use. */
    Optional<BigDecimal> rate(Currency from, Currency to, LocalDate on) {
        if (from.equals(to)) {
            return Optional.of(BigDecimal.ONE);
        }
        return latest(from, to, on).rate(from.getCurrencyCode(), to.getCurrencyCode());
    }

    private Quotes latest(Currency from, Currency to, LocalDate on) {
        Quotes quotes = new Quotes(new HashMap<>());
        jdbc.sql(LATEST)
                .param("both", java.util.List.of(from.getCurrencyCode(), to.getCurrencyCode()))
                .param("day", Date.valueOf(on))
                .query(row -> {
                    quotes.add(row.getString(1), row.getString(2), row.getBigDecimal(3));
                });
        return quotes;
    }

    private record Quotes(Map<String, BigDecimal> byPair) {

        void add(String from, String to, BigDecimal rate) {
            byPair.put(from + to, rate.stripTrailingZeros());
        }

        Optional<BigDecimal> rate(String from, String to) {
            return simple(from, to).or(() -> overThird(from, to));
        }

        private Optional<BigDecimal> simple(String from, String to) {
            return Optional.ofNullable(byPair.get(from + to)).or(() -> Optional.ofNullable(byPair.get(to + from))
                    .map(inverse -> BigDecimal.ONE.divide(inverse, DECIMALS, RoundingMode.HALF_UP)));
        }

        /** Over the first third currency in alphabetical order, so that the answer is always the same. */
        private Optional<BigDecimal> overThird(String from, String to) {
            TreeSet<String> thirds = new TreeSet<>();
            byPair.keySet().forEach(pair -> {
                thirds.add(pair.substring(0, 3));
                thirds.add(pair.substring(3));
            });
            return thirds.stream()
                    .flatMap(third ->
                            simple(from, third)
                                    .flatMap(first -> simple(third, to).map(first::multiply))
                                    .stream())
                    .map(rate -> rate.setScale(DECIMALS, RoundingMode.HALF_UP))
                    .findFirst();
        }
    }
}
