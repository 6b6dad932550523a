package org.throughline.account;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.EnumSet;
import java.util.OptionalInt;
import java.util.Set;
import org.throughline.account.OpenDocument.Kind;

/**
 * What an installation holds against, and in favour of, a customer who wants credit.
 *
 * @param counted the kinds of open documents that use credit or set it free
 * @param toleranceAmount by how much the limit may be exceeded, in the currency of the account; not negative
 * @param tolerancePercent by how much more, in percent of the limit; not negative
 * @param overdueDays an invoice that is overdue for more days than these stops everything; empty: none does
 */
public record CreditRules(
        Set<Kind> counted, BigDecimal toleranceAmount, BigDecimal tolerancePercent, OptionalInt overdueDays) {

    /** Everything counts, nothing is tolerated, and overdue invoices stop nothing. */
    public static final CreditRules DEFAULT =
            new CreditRules(EnumSet.allOf(Kind.class), BigDecimal.ZERO, BigDecimal.ZERO, OptionalInt.empty());

    public CreditRules {
        requireNonNull(overdueDays, "overdueDays");
        counted = Set.copyOf(counted);
        if (toleranceAmount.signum() < 0 || tolerancePercent.signum() < 0) {
            throw new IllegalArgumentException("tolerance is negative");
        }
    }

    /** What may be used beyond a limit, rounded down to the currency's minor unit. */
    BigDecimal toleranceOn(BigDecimal limit, Currency currency) {
        return limit.multiply(tolerancePercent)
                .movePointLeft(2)
                .add(toleranceAmount)
                .setScale(currency.getDefaultFractionDigits(), RoundingMode.DOWN);
    }

    CountedDocument count(OpenDocument document, LocalDate day) {
        BigDecimal value = document.kind().signed(document.value());
        boolean counts = counted.contains(document.kind());
        return new CountedDocument(
                document, counts ? value : value.subtract(value), document.daysOverdue(day), blocks(document, day));
    }

    private boolean blocks(OpenDocument document, LocalDate day) {
        return document.kind() == Kind.INVOICE
                && overdueDays.isPresent()
                && document.daysOverdue(day) > overdueDays.getAsInt();
    }
}
