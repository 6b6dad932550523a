package org.throughline.app;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.account.ExchangeRates;
import org.throughline.erp.cache.PriceCache;
import org.throughline.erp.resilient.ErpDecorator;
import org.throughline.pricing.AgreementPolicy;
import org.throughline.pricing.Answers;
import org.throughline.pricing.NoAnswers;
import org.throughline.pricing.PriceLists;
import org.throughline.pricing.Prices;
import org.throughline.pricing.PricingEngine;
import org.throughline.pricing.PricingService;
import org.throughline.shared.AccountResolver;
import org.throughline.shared.Erp;
import org.throughline.shared.TaxIds;
import org.throughline.store.JdbcAnswers;
import org.throughline.tax.TaxRules;
import org.throughline.tax.TaxService;

/** The use cases of the pricing and tax capabilities. */
@Configuration(proxyBeanMethods = false)
class PricingWiring {

    @Bean
    PriceCache priceCache(Settings settings, Clock clock) {
        return new PriceCache(settings.cache().timeToLive(), settings.cache().entries(), clock);
    }

    /**
     * An ERP that computes prices itself is asked. Any other has no other way to a price than our engine, so what the engine says
     * is what the ERP says.
     */
    @Bean
    @Primary
    Prices prices(
            Settings settings,
            PriceCache cache,
            PriceLists priceLists,
            TaxRules taxRules,
            ExchangeRates exchangeRates,
            ErpDecorator decorator,
            @Qualifier("erp") Optional<Prices> ofErp) {
        return ofErp.map(computing -> decorator.around(Prices.class, computing))
                .orElseGet(() -> new PricingEngine(
                        cache.remembering(priceLists),
                        cache.remembering(taxRules),
                        exchangeRates,
                        settings.pricing().agreements(),
                        settings.tax().rounding(),
                        false));
    }

    @Bean
    PricingService pricingService(
            Settings settings,
            Erp erp,
            AccountResolver accounts,
            Prices prices,
            PriceCache cache,
            PriceLists priceLists,
            TaxIds taxIds,
            Clock clock) {
        AgreementPolicy policy = settings.pricing().agreements();
        return new PricingService(erp, accounts, prices, cache.remembering(priceLists), policy, taxIds, clock);
    }

    @Bean
    TaxIds taxIds() {
        return new VatNumbers();
    }

    @Bean
    TaxService taxService(Erp erp, PriceCache cache, TaxRules taxRules, TaxIds taxIds, Settings settings, Clock clock) {
        return new TaxService(
                erp, cache.remembering(taxRules), taxIds, settings.tax().rounding(), clock);
    }

    /** Closed before the database is, so that what waits is written. */
    @Bean
    Answers answers(@Qualifier("store") JdbcClient store, Settings settings, Clock clock, MeterRegistry meters) {
        if (settings.answers().retention().isZero()) {
            return new NoAnswers();
        }
        JdbcAnswers answers = new JdbcAnswers(store, clock, settings.answers().retention());
        FunctionCounter.builder("throughline.answers.lost", answers, JdbcAnswers::lost)
                .description("answers that could not be kept, because the database did not keep up")
                .register(meters);
        return answers;
    }
}
