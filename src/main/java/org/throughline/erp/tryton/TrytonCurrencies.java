package org.throughline.erp.tryton;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The currencies that Tryton knows, and the one of the company. */
@Component
class TrytonCurrencies {

    private static final TrytonQuery ALL = TrytonQuery.of("currency.currency", "code", "rounding");

    private final TrytonClient tryton;
    private final Kept<Map<String, TrytonCurrency>> currencies;
    private final Kept<TrytonCurrency> own;

    /** @param rounding the smallest amount, such as 0.01 */
    record TrytonCurrency(long id, Currency currency, BigDecimal rounding) {

        /** As Tryton rounds: to a multiple of the smallest amount, halves to the even one. */
        BigDecimal round(BigDecimal amount) {
            return amount.divide(rounding, 0, RoundingMode.HALF_EVEN)
                    .multiply(rounding)
                    .setScale(currency.getDefaultFractionDigits(), RoundingMode.HALF_EVEN);
        }
    }

    TrytonCurrencies(TrytonClient tryton, Clock clock) {
        this.tryton = tryton;
        this.currencies = new Kept<>(
                () -> tryton.searchRead(ALL).stream()
                        .filter(row -> isKnown(row.text("code")))
                        .map(TrytonCurrencies::currency)
                        .collect(toMap(each -> each.currency().getCurrencyCode(), identity())),
                clock);
        this.own = new Kept<>(this::readOwn, clock);
    }

    /** The currency that the company keeps its books in. */
    TrytonCurrency own() {
        return own.get();
    }

    /** @return empty when Tryton does not know the currency */
    Optional<TrytonCurrency> find(Currency currency) {
        return Optional.ofNullable(currencies.get().get(currency.getCurrencyCode()));
    }

    /** How many of the currency the company's own one is worth on a day, as far as Tryton knows. */
    Optional<BigDecimal> rate(TrytonCurrency currency, LocalDate day) {
        List<TrytonRecord> found =
                tryton.read("currency.currency", List.of(currency.id()), List.of("rate"), Map.of("date", day));
        return Optional.ofNullable(found.get(0).decimal("rate")).filter(rate -> rate.signum() > 0);
    }

    private TrytonCurrency readOwn() {
        List<TrytonRecord> company = tryton.read(
                "company.company",
                List.of(tryton.company()),
                List.of("currency", "currency.code", "currency.rounding"),
                Map.of());
        return currency(company.get(0).related("currency").orElseThrow());
    }

    private static TrytonCurrency currency(TrytonRecord row) {
        return new TrytonCurrency(row.id(), Currency.getInstance(row.text("code")), row.decimal("rounding"));
    }

    private static boolean isKnown(String code) {
        return code != null
                && Currency.getAvailableCurrencies().stream()
                        .anyMatch(each -> each.getCurrencyCode().equals(code));
    }
}
