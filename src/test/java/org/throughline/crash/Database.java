package org.throughline.crash;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.throughline.testing.ServiceProcess;

/** The database that the service runs on. One that is a server of its own lives on when the service is killed. */
interface Database extends AutoCloseable {

    /** What the service is told. */
    String url();

    /** For counting; the service must not run when the database is part of it. */
    Connection connect() throws SQLException;

    @Override
    void close();

    /** Part of the service, in files below the folder. */
    static Database derby(Path folder) {
        return new Derby("jdbc:derby:" + folder.resolve("data").resolve("derby"));
    }

    /**
     * A PostgreSQL server started for this test.
     *
     * @param folder of its files
     */
    static Postgres postgresql(Path folder) {
        return new Postgres(folder);
    }

    record Derby(String place) implements Database {

        @Override
        public String toString() {
            return "Derby";
        }

        @Override
        public String url() {
            return place + ";create=true";
        }

        @Override
        public Connection connect() throws SQLException {
            return DriverManager.getConnection(place);
        }

        /** Lets the database go, so that the service can have it again. Derby tells by an exception that it has. */
        @Override
        public void close() {
            try (Connection connection = DriverManager.getConnection(place + ";shutdown=true")) {
                throw new IllegalStateException("not shut down: " + connection);
            } catch (SQLException e) {
                if (!"08006".equals(e.getSQLState()) && !"XJ004".equals(e.getSQLState())) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    /** Keeps its port when it is started again. */
    final class Postgres implements Database {

        private final Path folder;
        private final int port = ServiceProcess.freePort();
        private EmbeddedPostgres server;

        private Postgres(Path folder) {
            this.folder = folder;
            start();
        }

        /** Stops it, with everything that runs on it, and starts it again. */
        void restart() {
            close();
            start();
        }

        @Override
        public String url() {
            return server.getJdbcUrl("postgres", "postgres");
        }

        @Override
        public Connection connect() throws SQLException {
            return DriverManager.getConnection(url());
        }

        @Override
        public void close() {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void start() {
            try {
                server = EmbeddedPostgres.builder()
                        .setDataDirectory(folder)
                        .setCleanDataDirectory(false)
                        .setPort(port)
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String toString() {
            return "PostgreSQL";
        }
    }
}
