package org.throughline.app;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughline.account.AccountRequests;
import org.throughline.account.AccountService;
import org.throughline.account.Accounts;
import org.throughline.account.Activities;
import org.throughline.account.BasketPrices;
import org.throughline.account.CreditBooks;
import org.throughline.account.CreditControl;
import org.throughline.account.CreditRules;
import org.throughline.account.CreditService;
import org.throughline.account.Credits;
import org.throughline.account.ExchangeRates;
import org.throughline.account.LinkService;
import org.throughline.account.LinkedAccounts;
import org.throughline.account.Links;
import org.throughline.account.OverviewService;
import org.throughline.erp.cache.PriceCache;
import org.throughline.shared.Erp;
import org.throughline.shared.TaxIds;

/** The use cases of the account capability. */
@Configuration(proxyBeanMethods = false)
class AccountWiring {

    /** Name of the bean that decides on credit when the ERP does not. */
    static final String DECIDED_HERE = "credits";

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
            Erp erp,
            Accounts accounts,
            PriceCache cache,
            AccountRequests requests,
            LinkService links,
            TaxIds taxIds,
            Clock clock) {
        return new AccountService(erp, cache.noticing(accounts), requests, links, taxIds, clock);
    }

    /** An ERP that decides on credit itself has a port of its own for that; the embedded one gives its documents only. */
    @Bean(DECIDED_HERE)
    @ConditionalOnProperty(name = "throughline.erp", havingValue = Settings.EMBEDDED, matchIfMissing = true)
    Credits credits(CreditBooks books, CreditRules rules) {
        return new CreditControl(books, rules);
    }

    @Bean
    CreditRules creditRules(Settings settings) {
        return settings.credit().rules();
    }

    @Bean
    CreditService creditService(
            Erp erp,
            Credits credits,
            ExchangeRates rates,
            BasketPrices baskets,
            LinkedAccounts customers,
            Clock clock) {
        return new CreditService(erp, credits, rates, baskets, customers, clock);
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
