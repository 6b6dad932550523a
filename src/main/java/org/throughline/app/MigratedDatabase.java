package org.throughline.app;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.throughline.database.DatabaseConnections;
import org.throughline.database.Dialect;
import org.throughline.database.Migrations;
import org.throughline.database.Schema;

/**
 * The database with both schemas brought to the state that this version needs. Closing it shuts an embedded database
 * down, after the pools.
 *
 * @param dataSource connects without a pool and with no schema chosen
 */
record MigratedDatabase(DataSource dataSource, String url, Dialect dialect) implements AutoCloseable {

    /** Pages of 4 kB that Derby keeps in memory; its default of 1,000 makes lists three times slower. */
    private static final String DERBY_PAGES = "20000";

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
        Migrations.migrate(dataSource, Schema.ERP);
        Migrations.migrate(dataSource, Schema.STORE);
        return new MigratedDatabase(dataSource, url, Dialect.of(dataSource));
    }

    @Override
    public void close() {
        if (dialect != Dialect.DERBY) {
            return;
        }
        try {
            DriverManager.getConnection(url.replaceFirst(";.*", "") + ";shutdown=true")
                    .close();
        } catch (SQLException e) {
            if (!DatabaseProblem.isDerbyShutdown(e)) {
                Logger.getLogger(getClass().getName()).log(Level.WARNING, "Derby did not shut down cleanly", e);
            }
        }
    }

    private static void prepareDerby(Settings settings) {
        setUnlessSet("derby.storage.pageCacheSize", DERBY_PAGES);
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
