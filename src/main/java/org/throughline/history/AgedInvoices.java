package org.throughline.history;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.EnumMap;
import java.util.Map;
import org.throughline.shared.AccountId;

/**
 * What an account owes on invoices of one currency, by age.
 *
 * @param invoices how many are open
 * @param outstanding on them, with tax, by age; an age that is absent has nothing
 * @param openCredit what is left to use of credit notes; not deducted from the rest
 */
public record AgedInvoices(
        AccountId account,
        Currency currency,
        int invoices,
        Map<AgeBucket, BigDecimal> outstanding,
        BigDecimal openCredit) {

    public AgedInvoices {
        outstanding = Map.copyOf(outstanding);
    }

    /** Zero with the decimals of the currency when nothing is of that age. */
    public BigDecimal of(AgeBucket age) {
        return outstanding.getOrDefault(age, zero());
    }

    /** Of all ages. */
    public BigDecimal total() {
        return outstanding.values().stream().reduce(zero(), BigDecimal::add);
    }

    /** Of all ages but {@link AgeBucket#CURRENT}. */
    public BigDecimal overdue() {
        return total().subtract(of(AgeBucket.CURRENT));
    }

    /** Both together, under the account of this one. They must be in the same currency. */
    public AgedInvoices plus(AgedInvoices other) {
        Map<AgeBucket, BigDecimal> sum = new EnumMap<>(AgeBucket.class);
        sum.putAll(outstanding);
        other.outstanding.forEach((age, amount) -> sum.merge(age, amount, BigDecimal::add));
        return new AgedInvoices(account, currency, invoices + other.invoices, sum, openCredit.add(other.openCredit));
    }

    private BigDecimal zero() {
        return BigDecimal.ZERO.setScale(currency.getDefaultFractionDigits());
    }
}
