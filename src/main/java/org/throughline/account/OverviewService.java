package org.throughline.account;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.throughline.account.CompanyOverview.LinkedAccount;
import org.throughline.shared.AccountId;
import org.throughline.shared.Answer;
import org.throughline.shared.CompanyId;
import org.throughline.shared.Erp;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Operation;
import org.throughline.shared.ServiceFault;

/** Puts everything about a company on one page. */
public final class OverviewService {

    /** Rows of each list when the caller does not say. */
    public static final int DEFAULT_ROWS = 10;

    private final Erp erp;
    private final LinkedAccounts customers;
    private final Accounts accounts;
    private final Credits credits;
    private final Activities activities;
    private final ExchangeRates rates;
    private final Clock clock;

    public OverviewService(
            Erp erp,
            LinkedAccounts customers,
            Accounts accounts,
            Credits credits,
            Activities activities,
            ExchangeRates rates,
            Clock clock) {
        this.erp = erp;
        this.customers = customers;
        this.accounts = accounts;
        this.credits = credits;
        this.activities = activities;
        this.rates = rates;
        this.clock = clock;
    }

    /**
     * @param currency of the totals; empty for that of the primary account, or the first when none is primary
     * @param rows how many rows each list may have
     * @throws ServiceFault COMPANY_NOT_LINKED; ACCOUNT_NOT_FOUND when the ERP has none of the linked accounts;
     *     NO_EXCHANGE_RATE
     */
    public Answer<CompanyOverview> overview(CompanyId company, Optional<Currency> currency, int rows, MaxAge maxAge) {
        erp.require(Operation.GET_COMPANY_OVERVIEW);
        List<Link> linked = customers.linksOf(company, "company");
        List<AccountId> ids = linked.stream().map(Link::account).toList();
        LocalDate today = LocalDate.now(clock);
        Answer<List<LinkedAccount>> found = accounts.get(ids, maxAge)
                .with(credits.status(ids, today, maxAge), (known, credit) -> join(linked, known, credit));
        Answer<Activity> activity = activities.of(ids, rows, today, maxAge);
        Currency target = currency.orElse(found.value().get(0).account().currency());
        UsedRates used = new UsedRates(rates, target, today, maxAge);
        CompanyOverview overview = overview(company, linked, found.value(), activity.value(), target, used, today);
        return new Answer<>(overview, used.and(found.freshness().and(activity.freshness())));
    }

    private static List<LinkedAccount> join(
            List<Link> linked, Map<AccountId, Account> known, Map<AccountId, CreditStatus> credit) {
        List<LinkedAccount> found = linked.stream()
                .filter(link -> known.containsKey(link.account()) && credit.containsKey(link.account()))
                .map(link -> new LinkedAccount(link, known.get(link.account()), credit.get(link.account())))
                .toList();
        if (found.isEmpty()) {
            throw new ServiceFault(ErrorCode.ACCOUNT_NOT_FOUND.at("company"));
        }
        return found;
    }

    private CompanyOverview overview(
            CompanyId company,
            List<Link> linked,
            List<LinkedAccount> found,
            Activity activity,
            Currency target,
            UsedRates used,
            LocalDate today) {
        OverviewTotals totals = new OverviewTotals(target, used);
        found.forEach(account -> totals.add(account.credit()));
        List<AccountId> missing =
                new ArrayList<>(linked.stream().map(Link::account).toList());
        missing.removeAll(found.stream().map(account -> account.account().id()).toList());
        return new CompanyOverview(company, today, found, missing, activity, totals.totals(), used.used());
    }
}
