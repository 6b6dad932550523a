package org.throughline.app;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** Connects the ERP that the settings name. */
@Configuration(proxyBeanMethods = false)
class ErpWiring {

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "throughline.erp", havingValue = "embedded", matchIfMissing = true)
    @ComponentScan("org.throughline.erp.embedded")
    static class Embedded {}
}
