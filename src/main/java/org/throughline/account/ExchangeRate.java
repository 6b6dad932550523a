package org.throughline.account;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;

/**
 * A rate that was used.
 *
 * @param rate what one of "from" is worth in "to"
 * @param on the day for which it was looked up
 */
public record ExchangeRate(Currency from, Currency to, BigDecimal rate, LocalDate on) {}
