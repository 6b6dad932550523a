package org.throughline.app;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.database.Dialect;
import org.throughline.database.Schema;

/** One database, a schema for the store and one for the embedded ERP, each with a pool and transactions of its own. */
@Configuration(proxyBeanMethods = false)
class DatabaseWiring {

    @Bean
    MigratedDatabase migratedDatabase(Settings settings) {
        return MigratedDatabase.open(settings);
    }

    @Bean
    Dialect dialect(MigratedDatabase database) {
        return database.dialect();
    }

    @Bean
    @Qualifier("store")
    HikariDataSource storeDataSource(MigratedDatabase database, Settings settings) {
        return pool(database, settings, Schema.STORE);
    }

    @Bean
    @Qualifier("store")
    JdbcClient storeJdbcClient(@Qualifier("store") DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }

    @Bean
    @Qualifier("store")
    PlatformTransactionManager storeTransactionManager(@Qualifier("store") DataSource dataSource) {
        return new DataSourceTransactionManager(dataSource);
    }

    @Bean
    @Qualifier("store")
    TransactionTemplate storeTransactions(@Qualifier("store") PlatformTransactionManager transactions) {
        return new TransactionTemplate(transactions);
    }

    /** The embedded ERP's own. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "throughline.erp", havingValue = Settings.EMBEDDED, matchIfMissing = true)
    static class Embedded {

        @Bean
        @Qualifier("erp")
        HikariDataSource erpDataSource(MigratedDatabase database, Settings settings) {
            return pool(database, settings, Schema.ERP);
        }

        @Bean
        @Qualifier("erp")
        JdbcClient erpJdbcClient(@Qualifier("erp") DataSource dataSource) {
            return JdbcClient.create(dataSource);
        }

        @Bean
        @Qualifier("erp")
        PlatformTransactionManager erpTransactionManager(@Qualifier("erp") DataSource dataSource) {
            return new DataSourceTransactionManager(dataSource);
        }

        @Bean
        @Qualifier("erp")
        TransactionTemplate erpTransactions(@Qualifier("erp") PlatformTransactionManager transactions) {
            return new TransactionTemplate(transactions);
        }
    }

    private static HikariDataSource pool(MigratedDatabase database, Settings settings, Schema schema) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName(schema.name().toLowerCase(java.util.Locale.ROOT));
        pool.setDataSource(database.dataSource());
        pool.setSchema(schema.nameIn(database.dialect()));
        pool.setMaximumPoolSize(settings.database().poolSize());
        pool.setMinimumIdle(1);
        pool.setConnectionTimeout(5_000);
        return new HikariDataSource(pool);
    }
}
