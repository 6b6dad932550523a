package org.throughline.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;

/** Where Derby and PostgreSQL differ. Everything else is written once, in SQL that both understand. */
public enum Dialect {
    DERBY(Map.of("binary", "", "blob", "blob(16M)", "stored", "", "epoch_millis", """
                    create function epoch_millis() returns bigint language java parameter style java no sql
                        external name 'java.lang.System.currentTimeMillis'"""), "values next value for %s"),
    POSTGRESQL(
            Map.of("binary", "collate \"C\"", "blob", "bytea", "stored", "stored", "epoch_millis", """
                    create function epoch_millis() returns bigint language sql volatile
                        as 'select (extract(epoch from clock_timestamp()) * 1000)::bigint'"""),
            "select nextval('%s')");

    private final Map<String, String> placeholders;
    private final String nextValue;

    Dialect(Map<String, String> placeholders, String nextValue) {
        this.placeholders = placeholders;
        this.nextValue = nextValue;
    }

    /** @throws IllegalArgumentException when the database is neither Derby nor PostgreSQL */
    public static Dialect of(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            String product = connection.getMetaData().getDatabaseProductName();
            if (product.contains("Derby")) {
                return DERBY;
            }
            if (product.equals("PostgreSQL")) {
                return POSTGRESQL;
            }
            throw new IllegalArgumentException("database " + product + " is not supported: use Derby or PostgreSQL");
        } catch (SQLException e) {
            throw new IllegalStateException("cannot connect to the database", e);
        }
    }

    /**
     * What migrations write as ${binary}, ${blob}, ${stored} and ${epoch_millis}: collations, column types, the end of a
     * computed column, a function.
     */
    public Map<String, String> placeholders() {
        return placeholders;
    }

    /** The statement that takes the next number of a sequence. */
    String nextValue(String sequence) {
        return nextValue.formatted(sequence);
    }
}
