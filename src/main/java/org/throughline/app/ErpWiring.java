package org.throughline.app;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.throughline.erp.embedded.InvoicingPolicy;

/** Connects the ERP that the settings name. */
@Configuration(proxyBeanMethods = false)
class ErpWiring {

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "throughline.erp", havingValue = "embedded", matchIfMissing = true)
    @ComponentScan("org.throughline.erp.embedded")
    static class Embedded {

        @Bean
        InvoicingPolicy invoicingPolicy(Settings settings) {
            return settings.embedded().invoicing();
        }
    }
}
