package org.throughline.shared;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An amount in a currency. The amount is kept as given: rounding happens once, at a named step, by {@link #rounded()}.
 *
 * @param amount never null; any scale
 * @param currency never null
 */
public record Money(BigDecimal amount, Currency currency) {

    public Money {
        requireNonNull(amount, "amount");
        requireNonNull(currency, "currency");
    }

    public static Money of(String amount, String currencyCode) {
        return new Money(new BigDecimal(amount), Currency.getInstance(currencyCode));
    }

    public static Money zero(Currency currency) {
        return new Money(BigDecimal.ZERO.setScale(currency.getDefaultFractionDigits()), currency);
    }

    /** Rounds half-up to the currency's minor unit (ISO 4217: JPY 0, EUR 2, BHD 3). */
    public Money rounded() {
        return new Money(round(amount, currency), currency);
    }

    /** Rounds an amount half-up to the currency's minor unit. */
    public static BigDecimal round(BigDecimal amount, Currency currency) {
        return amount.setScale(currency.getDefaultFractionDigits(), RoundingMode.HALF_UP);
    }

    /** A unit price as it is written: with the decimals of the currency, or more where they are not zero. */
    public static BigDecimal unitPrice(BigDecimal price, Currency currency) {
        BigDecimal stripped = price.stripTrailingZeros();
        return stripped.setScale(Math.max(stripped.scale(), currency.getDefaultFractionDigits()));
    }

    /** @throws IllegalArgumentException when the currencies differ */
    public Money plus(Money other) {
        return new Money(amount.add(sameCurrency(other).amount), currency);
    }

    /** @throws IllegalArgumentException when the currencies differ */
    public Money minus(Money other) {
        return new Money(amount.subtract(sameCurrency(other).amount), currency);
    }

    public Money times(BigDecimal factor) {
        return new Money(amount.multiply(factor), currency);
    }

    public boolean isNegative() {
        return amount.signum() < 0;
    }

    /** @throws IllegalArgumentException when the currencies differ */
    public boolean isMoreThan(Money other) {
        return amount.compareTo(sameCurrency(other).amount) > 0;
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency;
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot combine " + currency + " with " + other.currency);
        }
        return other;
    }
}
