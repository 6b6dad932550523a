package org.throughline.database;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An empty, migrated database for a test class: Derby in memory, or a PostgreSQL that the test run starts once. */
public final class TestDatabase implements AutoCloseable {

    private static final int POOL_SIZE = 20;
    private static final String IN_MEMORY = "jdbc:derby:memory:";

    private static EmbeddedPostgres postgres;

    private final Dialect dialect;
    private final String url;
    private final HikariDataSource erp;
    private final HikariDataSource store;
    private final HikariDataSource numbers;

    private TestDatabase(Dialect dialect, String url) {
        this.dialect = dialect;
        this.url = url;
        try (HikariDataSource plain = pool(url, null, 2)) {
            Migrations.migrate(plain, Schema.ERP);
            Migrations.migrate(plain, Schema.STORE);
        }
        this.erp = pool(url, Schema.ERP.nameIn(dialect), POOL_SIZE);
        this.store = pool(url, Schema.STORE.nameIn(dialect), POOL_SIZE);
        this.numbers = pool(url, Schema.ERP.nameIn(dialect), 1);
    }

    public static TestDatabase derby() {
        return new TestDatabase(Dialect.DERBY, IN_MEMORY + name() + ";create=true");
    }

    public static synchronized TestDatabase postgres() {
        try {
            if (postgres == null) {
                postgres = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "200")
                        .start();
            }
            String name = name();
            JdbcClient.create(postgres.getPostgresDatabase())
                    .sql("create database " + name)
                    .update();
            return new TestDatabase(Dialect.POSTGRESQL, postgres.getJdbcUrl("postgres", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Dialect dialect() {
        return dialect;
    }

    /** The JDBC URL, for a test that starts something else on the same database. */
    public String url() {
        return url;
    }

    public DataSource erpDataSource() {
        return erp;
    }

    public DataSource storeDataSource() {
        return store;
    }

    public DocumentNumbers numbers() {
        return new DocumentNumbers(numbers, dialect);
    }

    public JdbcClient erp() {
        return JdbcClient.create(erp);
    }

    public JdbcClient store() {
        return JdbcClient.create(store);
    }

    public TransactionTemplate erpTransactions() {
        return new TransactionTemplate(new DataSourceTransactionManager(erp));
    }

    public TransactionTemplate storeTransactions() {
        return new TransactionTemplate(new DataSourceTransactionManager(store));
    }

    @Override
    public void close() {
        erp.close();
        store.close();
        numbers.close();
        if (url.startsWith(IN_MEMORY)) {
            drop(url.replace("create=true", "drop=true"));
        }
    }

    /** Derby keeps a database in memory until it is dropped, and tells by an exception that it was. */
    private static void drop(String url) {
        try (Connection connection = DriverManager.getConnection(url)) {
            throw new IllegalStateException("not dropped: " + connection);
        } catch (SQLException e) {
            if (!"08006".equals(e.getSQLState())) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static HikariDataSource pool(String url, String schema, int size) {
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(new DatabaseConnections(url, null, null));
        pool.setSchema(schema);
        pool.setMaximumPoolSize(size);
        pool.setMinimumIdle(1);
        return pool;
    }

    private static String name() {
        return "t" + UUID.randomUUID().toString().replace("-", "");
    }
}
