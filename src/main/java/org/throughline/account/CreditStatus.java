package org.throughline.account;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.throughline.shared.AccountId;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.Money;

/**
 * What an account owes, has ordered and may still order. All amounts include tax and are in the account's currency.
 *
 * @param asOf the day for which invoices, payments and ageing are stated; deliveries and orders are as they stand now
 * @param limit empty when the account has none and everything passes
 * @param onHold whether the account is on hold or inactive, so that nothing passes
 * @param invoices outstanding on invoices; their sum counts as used credit
 * @param uninvoicedDeliveries value of goods shipped and not invoiced yet
 * @param openOrders value of what is ordered and neither shipped nor invoiced yet
 * @param unallocatedCash payments and credit notes not set against an invoice yet; reduces what is used
 */
public record CreditStatus(
        AccountId account,
        Currency currency,
        LocalDate asOf,
        Optional<BigDecimal> limit,
        boolean onHold,
        AgedBalances invoices,
        BigDecimal uninvoicedDeliveries,
        BigDecimal openOrders,
        BigDecimal unallocatedCash) {

    public BigDecimal openInvoices() {
        return invoices.total();
    }

    public BigDecimal overdue() {
        return invoices.overdue();
    }

    /** Credit in use: open invoices, uninvoiced deliveries and open orders less unallocated cash. May be negative. */
    public BigDecimal exposure() {
        return openInvoices().add(uninvoicedDeliveries).add(openOrders).subtract(unallocatedCash);
    }

    /** Limit less exposure: negative when the limit is exceeded, empty when there is no limit. */
    public Optional<BigDecimal> headroom() {
        return limit.map(value -> value.subtract(exposure()));
    }

    /**
     * Whether an order of that value would pass.
     *
     * @param proposed with tax, in the account's currency
     */
    public CreditVerdict check(Money proposed) {
        if (!proposed.currency().equals(currency)) {
            throw new IllegalArgumentException("proposed in " + proposed.currency() + ", account in " + currency);
        }
        return check(proposed, BigDecimal.ONE);
    }

    /**
     * Whether an order of that value would pass.
     *
     * @param proposed with tax, in any currency
     * @param rate what one of that currency is worth in the account's currency
     */
    public CreditVerdict check(Money proposed, BigDecimal rate) {
        BigDecimal needed = Money.round(proposed.amount().multiply(rate), currency);
        List<ErrorCode> objections = new ArrayList<>();
        if (onHold) {
            objections.add(ErrorCode.ACCOUNT_ON_HOLD);
        }
        if (headroom().filter(left -> needed.compareTo(left) > 0).isPresent()) {
            objections.add(ErrorCode.CREDIT_EXCEEDED);
        }
        return new CreditVerdict(
                proposed, rate, new Money(needed, currency), objections, headroom(), largest(proposed, rate));
    }

    private Optional<Money> largest(Money proposed, BigDecimal rate) {
        if (onHold) {
            return Optional.of(Money.zero(proposed.currency()));
        }
        return headroom().map(left -> largestWorthAtMost(left.max(BigDecimal.ZERO), proposed.currency(), rate));
    }

    private static Money largestWorthAtMost(BigDecimal left, Currency target, BigDecimal rate) {
        return new Money(left.divide(rate, target.getDefaultFractionDigits(), RoundingMode.DOWN), target);
    }
}
