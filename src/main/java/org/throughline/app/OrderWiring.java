package org.throughline.app;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughline.account.Accounts;
import org.throughline.account.Credits;
import org.throughline.account.ExchangeRates;
import org.throughline.order.Ledger;
import org.throughline.order.OrderService;
import org.throughline.order.OrderSources;
import org.throughline.order.OrderedBaskets;
import org.throughline.order.Orders;
import org.throughline.pricing.PricingService;
import org.throughline.shared.AccountResolver;
import org.throughline.shared.Erp;
import org.throughline.stock.Items;
import org.throughline.stock.StockLevels;
import org.throughline.stock.StockService;

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
            PricingService pricing) {
        return new OrderSources(customers, accounts, credits, rates, items, stockLevels, stock, pricing);
    }

    @Bean
    OrderedBaskets orderedBaskets(PricingService pricing, Items items, Clock clock) {
        return new OrderedBaskets(pricing, items, clock);
    }

    @Bean
    OrderService orderService(Erp erp, OrderSources sources, Orders orders, Ledger ledger, Clock clock) {
        return new OrderService(erp, sources, orders, ledger, clock);
    }
}
