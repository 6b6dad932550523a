package org.throughline.account;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.throughline.shared.AccountId;
import org.throughline.shared.CompanyId;

/**
 * Everything about a company at one glance.
 *
 * @param accounts those through which it buys, the primary one first
 * @param missing linked accounts that the ERP does not have any more
 * @param totals over all accounts, in one currency
 * @param rates those used for the totals; none for the currency of the totals itself
 */
public record CompanyOverview(
        CompanyId company,
        LocalDate asOf,
        List<LinkedAccount> accounts,
        List<AccountId> missing,
        Activity activity,
        Totals totals,
        List<ExchangeRate> rates) {

    public CompanyOverview {
        accounts = List.copyOf(accounts);
        missing = List.copyOf(missing);
        rates = List.copyOf(rates);
    }

    /** An account with its link and its credit. */
    public record LinkedAccount(Link link, Account account, CreditStatus credit) {}

    /**
     * Sums over accounts, each rounded once after adding.
     *
     * @param limit empty when an account has no limit
     * @param headroom empty when an account has no limit
     */
    public record Totals(
            Currency currency,
            Optional<BigDecimal> limit,
            Optional<BigDecimal> headroom,
            BigDecimal exposure,
            BigDecimal openInvoices,
            BigDecimal overdue,
            BigDecimal uninvoicedDeliveries,
            BigDecimal openOrders,
            BigDecimal unallocatedCash) {}
}
