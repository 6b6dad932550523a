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
import org.throughline.database.DocumentNumbers;
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
        return pool(database, Schema.STORE, "store", settings.database().poolSize());
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
            return pool(database, Schema.ERP, "erp", settings.database().poolSize());
        }

        @Bean
        @Qualifier("numbers")
        HikariDataSource numbersDataSource(MigratedDatabase database) {
            return pool(database, Schema.ERP, "numbers", 1);
        }

        @Bean
        DocumentNumbers documentNumbers(@Qualifier("numbers") DataSource own, Dialect dialect) {
            return new DocumentNumbers(own, dialect);
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

    private static HikariDataSource pool(MigratedDatabase database, Schema schema, String name, int size) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName(name);
        pool.setDataSource(database.dataSource());
        pool.setSchema(schema.nameIn(database.dialect()));
        pool.setMaximumPoolSize(size);
        pool.setMinimumIdle(1);
        pool.setConnectionTimeout(5_000);
        return new HikariDataSource(pool);
    }
}
