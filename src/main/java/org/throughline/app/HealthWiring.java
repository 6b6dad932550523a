package org.throughline.app;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughline.erp.resilient.ResilientErp;
import org.throughline.order.Ledger;
import org.throughline.shared.Erp;

/** What the health page says: whether the ERP and our own store can be reached, and nothing about why not. */
@Configuration(proxyBeanMethods = false)
class HealthWiring {

    private static final int PATIENCE_SECONDS = 2;

    @Bean
    HealthIndicator erpHealthIndicator(Erp erp, ResilientErp resilient, @Qualifier("erp") DataSource database) {
        return () -> health(database)
                .withDetail("product", erp.product())
                .withDetail("version", erp.version())
                .withDetail("dataset", erp.dataset())
                .withDetail("circuit", resilient.circuit())
                .build();
    }

    /** Says as well how many requests have not come to an end. */
    @Bean
    HealthIndicator storeHealthIndicator(@Qualifier("store") DataSource database, Ledger ledger) {
        return () -> withBacklog(health(database).build(), ledger);
    }

    private static Health withBacklog(Health health, Ledger ledger) {
        if (!health.getStatus().equals(Status.UP)) {
            return health;
        }
        Ledger.Backlog backlog = ledger.backlog();
        return Health.up()
                .withDetail("queuedRequests", backlog.queued())
                .withDetail("doubtfulRequests", backlog.doubtful())
                .build();
    }

    private static Health.Builder health(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(PATIENCE_SECONDS) ? Health.up() : Health.down();
        } catch (SQLException e) {
            LoggerFactory.getLogger(HealthWiring.class).warn("a database cannot be reached", e);
            return Health.down();
        }
    }
}
