package org.throughline.app;

import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughline.erp.resilient.ResilientErp;
import org.throughline.order.Ledger;
import org.throughline.shared.Erp;

/** What the health page says: whether the ERP and our own store can be reached, and nothing about why not. */
@Configuration(proxyBeanMethods = false)
class HealthWiring {

    @Bean
    HealthIndicator erpHealthIndicator(Erp erp, ResilientErp resilient, ErpProbe probe) {
        return () -> health(probe.answers())
                .withDetail("product", erp.product())
                .withDetail("version", erp.version())
                .withDetail("dataset", erp.dataset())
                .withDetail("circuit", resilient.circuit())
                .build();
    }

    /** Says as well how many requests have not come to an end. */
    @Bean
    HealthIndicator storeHealthIndicator(@Qualifier("store") DataSource database, Ledger ledger) {
        return () -> DatabaseProbe.answers(database)
                ? withBacklog(ledger.backlog())
                : Health.down().build();
    }

    private static Health withBacklog(Ledger.Backlog backlog) {
        return Health.up()
                .withDetail("queuedRequests", backlog.queued())
                .withDetail("doubtfulRequests", backlog.doubtful())
                .build();
    }

    private static Health.Builder health(boolean isUp) {
        return isUp ? Health.up() : Health.down();
    }
}
