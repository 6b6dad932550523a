package org.throughline.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.account.Accounts;
import org.throughline.account.Credits;
import org.throughline.account.ExchangeRates;
import org.throughline.order.ApprovalFacts;
import org.throughline.order.ApprovalPolicy;
import org.throughline.order.HandingOver;
import org.throughline.order.OfferService;
import org.throughline.order.OfferSources;
import org.throughline.order.OfferTokens;
import org.throughline.order.Offers;
import org.throughline.order.OrderService;
import org.throughline.order.OrderSources;
import org.throughline.order.OrderedBaskets;
import org.throughline.order.Orders;
import org.throughline.order.Parity;
import org.throughline.order.QuotationService;
import org.throughline.order.Quotations;
import org.throughline.pricing.PricingService;
import org.throughline.shared.AccountResolver;
import org.throughline.shared.Erp;
import org.throughline.stock.Items;
import org.throughline.stock.Reservations;
import org.throughline.stock.StockLevels;
import org.throughline.stock.StockService;
import org.throughline.store.JwsOfferTokens;
import org.throughline.store.SigningKeys;
import org.throughline.store.StoredSigningKeys;

/** The use cases of the order capability. */
@Configuration(proxyBeanMethods = false)
class OrderWiring {

    @Bean
    OrderSources orderSources(
            AccountResolver customers,
            Accounts accounts,
            Credits credits,
            ExchangeRates rates,
            Items items,
            StockLevels stockLevels,
            StockService stock,
            PricingService pricing,
            ApprovalFacts facts,
            Settings settings) {
        return new OrderSources(
                customers,
                accounts,
                credits,
                rates,
                items,
                stockLevels,
                stock,
                pricing,
                new ApprovalPolicy(settings.approval().limits(), facts));
    }

    @Bean
    OrderedBaskets orderedBaskets(PricingService pricing, Items items, Clock clock) {
        return new OrderedBaskets(pricing, items, clock);
    }

    @Bean
    OfferTokens offerTokens(Settings settings, @Qualifier("store") JdbcClient store, Erp erp, Clock clock) {
        Path file = settings.offers().keyFile();
        SigningKeys keys = file == null ? new StoredSigningKeys(store, clock).get() : keysIn(file);
        return new JwsOfferTokens(keys, erp.dataset());
    }

    @Bean
    OfferSources offerSources(Offers offers, OfferTokens tokens, Reservations reservations, Settings settings) {
        return new OfferSources(offers, tokens, reservations, settings.offers().policy());
    }

    @Bean
    OrderService orderService(
            Erp erp,
            OrderSources sources,
            Orders orders,
            Parity parity,
            HandingOver handing,
            OfferSources offers,
            Clock clock) {
        return new OrderService(erp, sources, parity.watching(orders), handing, offers, clock);
    }

    @Bean
    QuotationService quotationService(
            Erp erp,
            OrderSources sources,
            Orders orders,
            Parity parity,
            Quotations quotations,
            HandingOver handing,
            Clock clock) {
        return new QuotationService(erp, sources, parity.watching(orders), quotations, handing, clock);
    }

    @Bean
    OfferService offerService(
            Erp erp, OrderSources sources, Orders orders, HandingOver handing, OfferSources offers, Clock clock) {
        return new OfferService(erp, sources, orders, handing, offers, clock);
    }

    private static SigningKeys keysIn(Path file) {
        try {
            return SigningKeys.parse(Files.readString(file));
        } catch (IllegalArgumentException notKeys) {
            throw new StartupProblem("throughline.offers.key-file: " + notKeys.getMessage(), notKeys);
        } catch (IOException unreadable) {
            throw new StartupProblem("throughline.offers.key-file names a file that cannot be read.", unreadable);
        }
    }
}
