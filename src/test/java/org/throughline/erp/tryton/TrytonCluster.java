package org.throughline.erp.tryton;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.tukaani.xz.XZInputStream;

/** A PostgreSQL of Tryton's own that a test run starts once. Its data is a copy of a prepared one, when there is one. */
final class TrytonCluster implements AutoCloseable {

    private static final Duration START_TIME = Duration.ofMinutes(2);
    private static final String COPY = "COPY ";
    private static final String END_OF_DATA = "\\.";

    private final Path data;
    private final EmbeddedPostgres postgres;

    private TrytonCluster(Path data) throws IOException {
        this.data = data;
        this.postgres = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START_TIME)
                .setServerConfig("max_connections", "200")
                .setServerConfig("fsync", "off")
                .setServerConfig("synchronous_commit", "off")
                .setServerConfig("full_page_writes", "off")
                .start();
    }

    /** @param prepared the data of a PostgreSQL that is not running; an empty one when it does not exist */
    static TrytonCluster of(Path prepared) {
        try {
            Path folder = Files.createDirectories(prepared.toAbsolutePath().getParent());
            Path data = Files.createTempDirectory(folder, "running");
            if (Files.exists(prepared)) {
                copy(prepared, data);
            }
            return new TrytonCluster(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return postgres.getPort();
    }

    /** As trytond wants it in its configuration. */
    String uri() {
        return "postgresql://postgres@127.0.0.1:" + port() + "/";
    }

    void create(String database, String template) {
        execute("postgres", "create database " + database + " template " + template);
    }

    void drop(String database) {
        execute("postgres", "drop database " + database + " with (force)");
    }

    /** A connection of PostgreSQL's superuser. */
    Connection connect(String database) {
        try {
            return DriverManager.getConnection(postgres.getJdbcUrl("postgres", database));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void execute(String database, String sql) {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Runs a dump of pg_dump, of a database that has been created. */
    void restore(String database, Path dump) {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(new XZInputStream(Files.newInputStream(dump)), StandardCharsets.UTF_8))) {
            CopyManager copying = connection.unwrap(PGConnection.class).getCopyAPI();
            StringBuilder sql = new StringBuilder();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (sql.isEmpty() && (line.isBlank() || line.startsWith("--") || line.startsWith("\\"))) {
                    continue;
                }
                sql.append(line).append('\n');
                if (line.endsWith(";")) {
                    run(sql.toString(), statement, copying, lines);
                    sql.setLength(0);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void run(String sql, Statement statement, CopyManager copying, BufferedReader lines)
            throws SQLException, IOException {
        if (!sql.startsWith(COPY)) {
            statement.execute(sql);
            return;
        }
        StringBuilder rows = new StringBuilder();
        for (String row = lines.readLine(); !row.equals(END_OF_DATA); row = lines.readLine()) {
            rows.append(row).append('\n');
        }
        copying.copyIn(sql, new java.io.StringReader(rows.toString()));
    }

    /** Stops it, keeps its data for the next run of tests, and starts with a copy of it. */
    TrytonCluster kept(Path place) {
        try {
            postgres.close();
            Path unfinished = Files.createTempDirectory(Files.createDirectories(place.getParent()), "unfinished");
            copy(data, unfinished);
            Files.move(unfinished, place, StandardCopyOption.ATOMIC_MOVE);
            delete(data);
            return of(place);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            postgres.close();
            delete(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file));
                Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        }
    }
}
