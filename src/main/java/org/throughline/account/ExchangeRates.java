package org.throughline.account;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.throughline.shared.Answer;
import org.throughline.shared.MaxAge;

/** The exchange rates that the ERP uses. */
public interface ExchangeRates {

    /**
     * What one of a currency is worth in another on a day: the latest rate on or before it. 1 between equal currencies.
     *
     * @return at most ten decimals; empty when the ERP has no such rate, nor the inverse, nor both over a third currency
     */
    Answer<Optional<BigDecimal>> rate(Currency from, Currency to, LocalDate on, MaxAge maxAge);
}
