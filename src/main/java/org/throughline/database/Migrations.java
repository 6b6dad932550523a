package org.throughline.database;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings a schema to the state that this version of the program needs. */
public final class Migrations {

    private Migrations() {}

    /**
     * Creates the schema if need be and runs what is missing of db/NAME on the class path, NAME being the schema's name in
     * lower case. Safe to call from several nodes at once.
     *
     * @param dataSource connects to the database; its current schema does not matter
     */
    public static void migrate(DataSource dataSource, Schema schema) {
        Flyway.configure()
                .dataSource(dataSource)
                .schemas(schema.nameIn(Dialect.of(dataSource)))
                .createSchemas(true)
                .locations("classpath:db/" + schema.name().toLowerCase(java.util.Locale.ROOT))
                .placeholders(Dialect.of(dataSource).placeholders())
                .load()
                .migrate();
    }
}
