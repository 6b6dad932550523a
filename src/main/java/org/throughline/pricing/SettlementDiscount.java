package org.throughline.pricing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import org.throughline.shared.Money;

/**
 * What may be taken off for paying soon, for a document that is invoiced on its own date. It is not deducted anywhere.
 *
 * @param terms code of the payment terms
 * @param until the last day
 * @param amount of the gross total, rounded half-up to the minor unit
 */
public record SettlementDiscount(String terms, BigDecimal percent, int days, LocalDate until, BigDecimal amount) {

    static SettlementDiscount of(SettlementTerms terms, LocalDate date, BigDecimal gross, Currency currency) {
        BigDecimal amount = Money.round(gross.multiply(terms.percent()).movePointLeft(2), currency);
        return new SettlementDiscount(
                terms.terms(), terms.percent(), terms.days(), date.plusDays(terms.days()), amount);
    }
}
