package org.throughline.app;

import javax.sql.DataSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.throughline.erp.embedded.InvoicingPolicy;
import org.throughline.erp.tryton.TrytonErp;
import org.throughline.erp.tryton.TrytonSettings;

/** Connects the ERP that the settings name. */
@Configuration(proxyBeanMethods = false)
class ErpWiring {

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "throughline.erp", havingValue = Settings.EMBEDDED, matchIfMissing = true)
    @ComponentScan("org.throughline.erp.embedded")
    static class Embedded {

        @Bean
        InvoicingPolicy invoicingPolicy(Settings settings) {
            return settings.embedded().invoicing();
        }

        @Bean
        ErpProbe erpProbe(@Qualifier("erp") DataSource database) {
            return () -> DatabaseProbe.answers(database);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "throughline.erp", havingValue = Settings.TRYTON)
    @ComponentScan("org.throughline.erp.tryton")
    static class Tryton {

        @Bean
        TrytonSettings trytonSettings(Settings settings) {
            return settings.tryton().connection();
        }

        /** A Tryton that is down may come up later; one that does not let us in, or lacks a module, needs a person. */
        @Bean
        ErpProbe erpProbe(TrytonErp tryton, TrytonSettings settings) {
            switch (tryton.connect()) {
                case CONNECTED ->
                    LoggerFactory.getLogger(ErpWiring.class).debug("{} is Tryton {}", settings, tryton.version());
                case UNREACHABLE ->
                    LoggerFactory.getLogger(ErpWiring.class).warn("{} cannot be reached; it is tried again", settings);
                case NOT_ADMITTED ->
                    throw new StartupProblem(settings
                            + " does not let the service in: see throughline.tryton.database, user and password");
                case INCOMPLETE ->
                    throw new StartupProblem(
                            settings + " has not all of the modules " + String.join(", ", TrytonErp.REQUIRED_MODULES));
            }
            return tryton::answers;
        }
    }
}
