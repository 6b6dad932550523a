package org.throughline.app;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughline.account.Accounts;
import org.throughline.account.Activities;
import org.throughline.account.CreditBooks;
import org.throughline.account.Credits;
import org.throughline.account.ExchangeRates;
import org.throughline.erp.resilient.ErpDecorator;
import org.throughline.erp.resilient.ResilientErp;
import org.throughline.history.Invoices;
import org.throughline.history.Purchases;
import org.throughline.history.Returns;
import org.throughline.history.ServiceContracts;
import org.throughline.history.Shipments;
import org.throughline.order.ApprovalFacts;
import org.throughline.order.Orders;
import org.throughline.order.Quotations;
import org.throughline.pricing.PriceLists;
import org.throughline.shared.Erp;
import org.throughline.stock.Items;
import org.throughline.stock.Reservations;
import org.throughline.stock.StockLevels;
import org.throughline.tax.TaxRules;

/**
 * Whoever asks for a port of the ERP gets the connector's, made resilient; where the connector has none, one that says so. The ERP's own parts know each other by their classes
 * and stay among themselves.
 */
@Configuration(proxyBeanMethods = false)
class ResilienceWiring {

    static final List<Class<?>> PORTS = List.of(
            Accounts.class,
            Activities.class,
            CreditBooks.class,
            ExchangeRates.class,
            PriceLists.class,
            TaxRules.class,
            Items.class,
            StockLevels.class,
            Reservations.class,
            Purchases.class,
            Invoices.class,
            Shipments.class,
            Returns.class,
            ServiceContracts.class,
            ApprovalFacts.class,
            Orders.class,
            Quotations.class);

    @Bean
    ResilientErp resilientErp(Settings settings, Erp erp, Clock clock, MeterRegistry meters) {
        ResilientErp resilient =
                new ResilientErp(erp.dataset(), settings.resilience().policy(settings.orders()), clock);
        for (String state : ResilientErp.CIRCUITS) {
            Gauge.builder(
                            "throughline.erp.circuit",
                            resilient,
                            each -> each.circuit().equals(state) ? 1 : 0)
                    .description("1 for the state that the calls to the ERP are in")
                    .tag("dataset", erp.dataset())
                    .tag("state", state)
                    .register(meters);
        }
        FunctionCounter.builder("throughline.erp.degraded", resilient, ResilientErp::degradedAnswers)
                .description("answers from what was known, because the ERP was down")
                .tag("dataset", erp.dataset())
                .register(meters);
        return resilient;
    }

    @Bean
    static BeanDefinitionRegistryPostProcessor resilientPorts() {
        return new BeanDefinitionRegistryPostProcessor() {
            @Override
            public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
                ConfigurableListableBeanFactory beans = (ConfigurableListableBeanFactory) registry;
                PORTS.forEach(port -> register(port, registry, beans));
                if (!registry.containsBeanDefinition(AccountWiring.DECIDED_HERE)) {
                    register(Credits.class, registry, beans);
                }
            }
        };
    }

    private static void register(
            Class<?> port, BeanDefinitionRegistry registry, ConfigurableListableBeanFactory beans) {
        registry.registerBeanDefinition("resilient" + port.getSimpleName(), resilient(port, beans));
    }

    private static <P> BeanDefinition resilient(Class<P> port, ConfigurableListableBeanFactory beans) {
        RootBeanDefinition definition = new RootBeanDefinition();
        definition.setTargetType(port);
        definition.setBeanClass(port);
        definition.setPrimary(true);
        definition.setInstanceSupplier(() -> beans.getBean(ErpDecorator.class).around(port, connector(port, beans)));
        return definition;
    }

    private static <P> P connector(Class<P> port, ConfigurableListableBeanFactory beans) {
        for (String name : beans.getBeanNamesForType(port)) {
            if (!beans.getBeanDefinition(name).isPrimary()) {
                return port.cast(beans.getBean(name));
            }
        }
        return MissingPort.of(port, beans.getBean(Erp.class));
    }
}
