package org.throughline.app;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.throughline.database.DatabaseConnections;
import org.throughline.database.Dialect;
import org.throughline.database.Migrations;
import org.throughline.database.Schema;

/**
 * The database with the store's schema, and that of the embedded ERP where it is used, brought to the state that this version needs. Closing it shuts an embedded database
 * down, after the pools.
 *
 * @param dataSource connects without a pool and with no schema chosen
 */
record MigratedDatabase(DataSource dataSource, String url, Dialect dialect) implements AutoCloseable {

    /** Pages of 4 kB that Derby keeps in memory; its default of 1,000 makes lists three times slower. */
    private static final String DERBY_PAGES = "20000";

    /** Seconds until Derby looks whether those who wait for each other wait in a circle; its default of 20 lets callers wait so long. */
    private static final String DERBY_DEADLOCK_SECONDS = "1";

    /** @throws StartupProblem when the database cannot be opened */
    static MigratedDatabase open(Settings settings) {
        String url = settings.databaseUrl();
        if (url.startsWith("jdbc:derby:")) {
            prepareDerby(settings);
        }
        DataSource dataSource = new DatabaseConnections(
                url, settings.database().user(), settings.database().password());
        try (var connection = dataSource.getConnection()) {
            connection.getMetaData();
        } catch (SQLException e) {
            throw DatabaseProblem.of(url, e);
        }
        if (settings.erp().equals(Settings.EMBEDDED)) {
            Migrations.migrate(dataSource, Schema.ERP);
        }
        Migrations.migrate(dataSource, Schema.STORE);
        Dialect dialect = Dialect.of(dataSource);
        return new MigratedDatabase(
                dialect == Dialect.DERBY ? new WritableDerby(dataSource, url) : dataSource, url, dialect);
    }

    @Override
    public void close() {
        if (dialect == Dialect.DERBY) {
            WritableDerby.shutDown(url);
        }
    }

    private static void prepareDerby(Settings settings) {
        setUnlessSet("derby.storage.pageCacheSize", DERBY_PAGES);
        setUnlessSet("derby.locks.deadlockTimeout", DERBY_DEADLOCK_SECONDS);
        setUnlessSet(
                "derby.stream.error.file",
                settings.dataDirectory().resolve("derby.log").toString());
        try {
            Files.createDirectories(settings.dataDirectory());
        } catch (IOException e) {
            throw new StartupProblem("The data directory " + settings.dataDirectory() + " cannot be created.", e);
        }
    }

    private static void setUnlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
