package org.throughline.app;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughline.account.AccountRequests;
import org.throughline.account.AccountService;
import org.throughline.account.Accounts;
import org.throughline.account.Activities;
import org.throughline.account.CreditService;
import org.throughline.account.Credits;
import org.throughline.account.ExchangeRates;
import org.throughline.account.LinkService;
import org.throughline.account.LinkedAccounts;
import org.throughline.account.Links;
import org.throughline.account.OverviewService;
import org.throughline.erp.cache.PriceCache;
import org.throughline.shared.Erp;

/** The use cases of the account capability. */
@Configuration(proxyBeanMethods = false)
class AccountWiring {

    @Bean
    LinkedAccounts linkedAccounts(Links links, Erp erp) {
        return new LinkedAccounts(links, erp);
    }

    @Bean
    LinkService linkService(Erp erp, Links links, Accounts accounts) {
        return new LinkService(erp, links, accounts);
    }

    @Bean
    AccountService accountService(
            Erp erp, Accounts accounts, PriceCache cache, AccountRequests requests, LinkService links, Clock clock) {
        return new AccountService(erp, cache.noticing(accounts), requests, links, clock);
    }

    @Bean
    CreditService creditService(Erp erp, Credits credits, ExchangeRates rates, LinkedAccounts customers, Clock clock) {
        return new CreditService(erp, credits, rates, customers, clock);
    }

    @Bean
    OverviewService overviewService(
            Erp erp,
            LinkedAccounts customers,
            Accounts accounts,
            Credits credits,
            Activities activities,
            ExchangeRates rates,
            Clock clock) {
        return new OverviewService(erp, customers, accounts, credits, activities, rates, clock);
    }
}
