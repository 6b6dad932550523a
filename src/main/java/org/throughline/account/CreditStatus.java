package org.throughline.account;

import static java.util.Comparator.comparing;

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
 * What an account owes, has ordered and may still order. All amounts are in the account's currency and include tax, but for
 * those of orders where an ERP counts them without.
 *
 * @param asOf the day for which invoices, payments and ageing are stated; deliveries and orders are as they stand now
 * @param limit empty when the account has none and everything passes
 * @param tolerance by how much the limit may be exceeded; zero without a limit
 * @param onHold whether the account is on hold or inactive, so that nothing passes
 * @param invoices outstanding on invoices
 * @param uninvoicedDeliveries value of goods shipped and not invoiced yet
 * @param openOrders value of what is ordered and neither shipped nor invoiced yet
 * @param unallocatedCash payments and credit notes not set against an invoice yet
 * @param notCounted what of these four the rules leave out
 * @param cashCounts whether a payment in advance sets credit free
 * @param documents what all this is made of, oldest first; empty when the ERP gives sums only
 * @param ordersWithTax whether orders count with their tax: those that are open, those that are proposed, and what was delivered
 */
public record CreditStatus(
        AccountId account,
        Currency currency,
        LocalDate asOf,
        Optional<BigDecimal> limit,
        BigDecimal tolerance,
        boolean onHold,
        AgedBalances invoices,
        BigDecimal uninvoicedDeliveries,
        BigDecimal openOrders,
        BigDecimal unallocatedCash,
        BigDecimal notCounted,
        boolean cashCounts,
        List<CountedDocument> documents,
        boolean ordersWithTax) {

    public CreditStatus {
        documents = List.copyOf(documents);
    }

    /** Of sums: everything counts and nothing is tolerated. */
    public static CreditStatus ofSums(
            AccountId account,
            Currency currency,
            LocalDate asOf,
            Optional<BigDecimal> limit,
            boolean onHold,
            AgedBalances invoices,
            BigDecimal uninvoicedDeliveries,
            BigDecimal openOrders,
            BigDecimal unallocatedCash) {
        BigDecimal zero = Money.zero(currency).amount();
        return new CreditStatus(
                account,
                currency,
                asOf,
                limit,
                zero,
                onHold,
                invoices,
                uninvoicedDeliveries,
                openOrders,
                unallocatedCash,
                zero,
                true,
                List.of(),
                true);
    }

    /** Of documents, by rules. */
    public static CreditStatus of(CreditBook book, CreditRules rules) {
        List<CountedDocument> documents = book.documents().stream()
                .map(document -> rules.count(document, book.asOf()))
                .sorted(comparing((CountedDocument each) -> each.document().date())
                        .thenComparing(each -> each.document().id()))
                .toList();
        CreditSums sums = new CreditSums(book.currency(), documents);
        return new CreditStatus(
                book.account(),
                book.currency(),
                book.asOf(),
                book.limit(),
                book.limit()
                        .map(limit -> rules.toleranceOn(limit, book.currency()))
                        .orElse(sums.zero()),
                book.onHold(),
                sums.invoices(),
                sums.of(OpenDocument.Kind.DELIVERY),
                sums.of(OpenDocument.Kind.ORDER, OpenDocument.Kind.HELD_ORDER),
                sums.of(OpenDocument.Kind.PAYMENT, OpenDocument.Kind.CREDIT_NOTE),
                sums.notCounted(),
                rules.counted().contains(OpenDocument.Kind.PAYMENT),
                documents,
                true);
    }

    /** The same of an ERP that counts orders without their tax. */
    public CreditStatus ordersWithoutTax() {
        return new CreditStatus(
                account,
                currency,
                asOf,
                limit,
                tolerance,
                onHold,
                invoices,
                uninvoicedDeliveries,
                openOrders,
                unallocatedCash,
                notCounted,
                cashCounts,
                documents,
                false);
    }

    public BigDecimal openInvoices() {
        return invoices.total();
    }

    public BigDecimal overdue() {
        return invoices.overdue();
    }

    /**
     * Credit in use: open invoices, uninvoiced deliveries and open orders less unallocated cash, less what does not count.
     * May be negative.
     */
    public BigDecimal exposure() {
        return openInvoices()
                .add(uninvoicedDeliveries)
                .add(openOrders)
                .subtract(unallocatedCash)
                .subtract(notCounted);
    }

    /** Limit and tolerance less exposure: negative when they are exceeded, empty when there is no limit. */
    public Optional<BigDecimal> headroom() {
        return limit.map(value -> value.add(tolerance).subtract(exposure()));
    }

    /** Whether an invoice is overdue for so long that nothing passes. */
    public boolean isBlocked() {
        return documents.stream().anyMatch(CountedDocument::blocks);
    }

    /**
     * Whether an order of that value would pass.
     *
     * @param proposed with tax unless orders count without it, in the account's currency
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
     * @param proposed with tax unless orders count without it, in any currency
     * @param rate what one of that currency is worth in the account's currency
     */
    public CreditVerdict check(Money proposed, BigDecimal rate) {
        BigDecimal needed = Money.round(proposed.amount().multiply(rate), currency);
        List<ErrorCode> objections = objections(needed);
        return new CreditVerdict(
                proposed,
                rate,
                new Money(needed, currency),
                objections,
                headroom(),
                largest(proposed, rate),
                objections.isEmpty() || onHold ? Optional.empty() : release(needed));
    }

    private List<ErrorCode> objections(BigDecimal needed) {
        List<ErrorCode> objections = new ArrayList<>();
        if (onHold) {
            objections.add(ErrorCode.ACCOUNT_ON_HOLD);
        }
        if (isBlocked()) {
            objections.add(ErrorCode.CREDIT_OVERDUE);
        }
        if (headroom().filter(left -> needed.compareTo(left) > 0).isPresent()) {
            objections.add(ErrorCode.CREDIT_EXCEEDED);
        }
        return objections;
    }

    private Optional<Release> release(BigDecimal needed) {
        BigDecimal excess = headroom().map(needed::subtract).orElse(needed.subtract(needed));
        return new ReleaseFinder(documents, excess, cashCounts).find();
    }

    private Optional<Money> largest(Money proposed, BigDecimal rate) {
        if (onHold || isBlocked()) {
            return Optional.of(Money.zero(proposed.currency()));
        }
        return headroom().map(left -> largestWorthAtMost(left.max(BigDecimal.ZERO), proposed.currency(), rate));
    }

    private static Money largestWorthAtMost(BigDecimal left, Currency target, BigDecimal rate) {
        return new Money(left.divide(rate, target.getDefaultFractionDigits(), RoundingMode.DOWN), target);
    }
}
