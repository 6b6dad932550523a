package org.throughline.erp.tryton;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.opentest4j.TestAbortedException;

/**
 * A live Tryton that {@link TrytonSeed} has filled. PostgreSQL and Tryton are started once for a run of tests; what the seed makes
 * is kept in target/tryton for the runs of the same day, so only the first takes its time.
 */
final class TrytonServer implements AutoCloseable {

    static final String ADMINISTRATOR = "admin";
    static final String ADMINISTRATOR_PASSWORD = "admin-pw";

    private static final Path KEPT = Path.of("target", "tryton");
    private static final Path DUMP = Path.of("..", "shared", "tryton", "erp_empty.sql.xz");
    private static final String EMPTY = "tryton_empty";
    private static final String SEEDED = "tryton_seeded";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private static TrytonCluster cluster;
    private static TrytonProcess common;
    private static TrytonServer shared;

    private final TrytonProcess process;
    private final String database;
    private final boolean own;

    private TrytonServer(TrytonProcess process, boolean own) {
        this.process = process;
        this.own = own;
        this.database = "tryton_" + NUMBER.incrementAndGet();
        cluster.create(database, SEEDED);
        cluster.execute(database, "create extension unaccent");
    }

    /**
     * The database that all test classes use which do not mind what others have left in it. Not to be closed.
     *
     * @throws TestAbortedException when Tryton is not installed
     */
    static synchronized TrytonServer shared() {
        if (shared == null) {
            shared = fresh();
        }
        return shared;
    }

    /**
     * A database as the seed has made it, in the common processes.
     *
     * @throws TestAbortedException when Tryton is not installed
     */
    static synchronized TrytonServer fresh() {
        prepare();
        if (common == null) {
            common = new TrytonProcess(cluster.uri());
        }
        return new TrytonServer(common, false);
    }

    /**
     * A database as the seed has made it, in processes that may be stopped.
     *
     * @throws TestAbortedException when Tryton is not installed
     */
    static synchronized TrytonServer separate() {
        prepare();
        return new TrytonServer(new TrytonProcess(cluster.uri()), true);
    }

    TrytonSettings settings() {
        return settings(TrytonSeed.FACADE, TrytonSeed.FACADE_PASSWORD);
    }

    TrytonSettings settings(String user, String password) {
        return settings(process, database, user, password, OptionalLong.empty());
    }

    /** A client that works as the facade does. */
    TrytonClient client() {
        return new TrytonClient(settings());
    }

    /** A client that may do everything. */
    TrytonClient administrator() {
        return new TrytonClient(settings(ADMINISTRATOR, ADMINISTRATOR_PASSWORD));
    }

    TrytonProcess process() {
        return process;
    }

    /** A connection to Tryton's own database. */
    Connection connect() {
        return cluster.connect(database);
    }

    /** Changes Tryton's own database behind its back. */
    void execute(String sql) {
        cluster.execute(database, sql);
    }

    /**
     * A lock on a table of Tryton that lasts as long as the transaction of the connection.
     *
     * @param mode exclusive, when the table can still be read; or access exclusive
     */
    Connection locked(String table, String mode) throws SQLException {
        Connection connection = connect();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("lock table " + table + " in " + mode + " mode");
        }
        return connection;
    }

    /** Returns when Tryton waits for a lock. */
    void awaitWaiter() {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(20))
                .until(this::isSomebodyWaiting);
    }

    private boolean isSomebodyWaiting() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet waiting = statement.executeQuery("select count(*) from pg_locks where not granted"
                        + " and database = (select oid from pg_database where datname = current_database())")) {
            return waiting.next() && waiting.getInt(1) > 0;
        }
    }

    /** As when PostgreSQL was restarted. */
    void loseConnections() {
        execute("select pg_terminate_backend(pid) from pg_stat_activity"
                + " where datname = current_database() and pid <> pg_backend_pid()");
    }

    @Override
    public void close() {
        if (own) {
            process.close();
        }
        cluster.drop(database);
    }

    private static void prepare() {
        if (cluster != null) {
            return;
        }
        TrytonInstallation.require();
        Path seeded = KEPT.resolve("seeded-" + LocalDate.now() + "-" + digestOfTheSeed());
        if (Files.exists(seeded)) {
            cluster = TrytonCluster.of(seeded);
        } else {
            forgetOthers();
            cluster = seeded().kept(seeded);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(TrytonServer::stopEverything));
    }

    /** What other seeds and other days have left. */
    private static void forgetOthers() {
        try (Stream<Path> kept = Files.exists(KEPT) ? Files.list(KEPT) : Stream.empty()) {
            for (Path each : kept.filter(file -> file.getFileName().toString().startsWith("seeded-"))
                    .toList()) {
                TrytonCluster.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stopEverything() {
        if (common != null) {
            common.close();
        }
        cluster.close();
    }

    private static TrytonCluster seeded() {
        TrytonCluster fresh = empty();
        fresh.create(SEEDED, EMPTY);
        try (TrytonProcess seeding = new TrytonProcess(fresh.uri())) {
            TrytonSeed.sow(new TrytonClient(
                    settings(seeding, SEEDED, ADMINISTRATOR, ADMINISTRATOR_PASSWORD, OptionalLong.of(1))));
        }
        return fresh;
    }

    /** From the dump, which takes seconds, or made by Tryton, which takes minutes and is therefore kept. */
    private static TrytonCluster empty() {
        Path kept = KEPT.resolve("empty");
        if (Files.exists(DUMP)) {
            TrytonCluster fresh = TrytonCluster.of(kept.resolveSibling("none"));
            fresh.create(EMPTY, "template0");
            fresh.restore(EMPTY, DUMP);
            return fresh;
        }
        return Files.exists(kept) ? TrytonCluster.of(kept) : made().kept(kept);
    }

    private static TrytonCluster made() {
        TrytonCluster fresh = TrytonCluster.of(KEPT.resolve("none"));
        fresh.create(EMPTY, "template0");
        try (TrytonProcess process = new TrytonProcess(fresh.uri())) {
            Path password = Files.writeString(KEPT.resolve("password"), ADMINISTRATOR_PASSWORD);
            Path log = KEPT.resolve("trytond-admin.log");
            List<String> command = Stream.concat(
                            Stream.of(
                                    TrytonInstallation.ADMIN.toString(),
                                    "--config=" + process.configuration(),
                                    "--database=" + EMPTY,
                                    "--email=admin@example.com",
                                    "--activate-dependencies",
                                    "--language=en",
                                    "--update"),
                            TrytonInstallation.MODULES.stream())
                    .toList();
            int done = TrytonInstallation.run(command, Map.of("TRYTONPASSFILE", password.toString()), log);
            if (done != 0) {
                throw new IllegalStateException("trytond-admin has failed; see " + log);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return fresh;
    }

    private static TrytonSettings settings(
            TrytonProcess process, String database, String user, String password, OptionalLong company) {
        return new TrytonSettings(
                process.url(), database, user, password, company, Duration.ofSeconds(5), Duration.ofMinutes(2));
    }

    /** What is kept is of this seed only. */
    private static String digestOfTheSeed() {
        try (Stream<Path> classes =
                Files.list(Path.of(TrytonSeed.class.getResource("").toURI()))) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            List<Path> seed = classes.filter(
                            file -> file.getFileName().toString().startsWith("TrytonSeed"))
                    .sorted()
                    .toList();
            for (Path each : seed) {
                digest.update(Files.readAllBytes(each));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (java.net.URISyntaxException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
