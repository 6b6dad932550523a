package org.throughline.bench;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.database.Dialect;
import org.throughline.database.Migrations;
import org.throughline.database.Schema;

/** A database of the ERP in a folder of its own, which is gone afterwards. */
final class BenchDatabase implements AutoCloseable {

    /** Derby's statistics are written by table; these are the large ones. */
    private static final List<String> LARGE = List.of(
            "ACCOUNT",
            "ITEM",
            "SALES_ORDER",
            "SALES_ORDER_LINE",
            "INVOICE",
            "INVOICE_LINE",
            "PAYMENT",
            "PAYMENT_ALLOCATION");

    private final Dialect dialect;
    private final Path folder;
    private final Server server;
    private final HikariDataSource erp;

    private BenchDatabase(Dialect dialect, Path folder, Server server, String url) {
        this.dialect = dialect;
        this.folder = folder;
        this.server = server;
        try (HikariDataSource plain = pool(url, null)) {
            Migrations.migrate(plain, Schema.ERP);
        }
        this.erp = pool(url, Schema.ERP.nameIn(dialect));
    }

    /** Without waiting for the disk. */
    static BenchDatabase derby() throws IOException {
        Path folder = Files.createTempDirectory("throughline-bench");
        System.setProperty(
                "derby.stream.error.file", folder.resolve("derby.log").toString());
        System.setProperty("derby.storage.pageCacheSize", "20000");
        System.setProperty("derby.system.durability", "test");
        String url = "jdbc:derby:" + folder.resolve("derby");
        return new BenchDatabase(Dialect.DERBY, folder, () -> shutDown(url), url + ";create=true");
    }

    /** With the usual settings but the memory for pages, and without waiting for the disk. */
    static BenchDatabase postgres() throws IOException {
        Path folder = Files.createTempDirectory("throughline-bench");
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgres"))
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("synchronous_commit", "off")
                .setServerConfig("max_wal_size", "512MB")
                .start();
        return new BenchDatabase(
                Dialect.POSTGRESQL,
                folder,
                server::close,
                server.getJdbcUrl("postgres", "postgres") + "&reWriteBatchedInserts=true");
    }

    Dialect dialect() {
        return dialect;
    }

    DataSource dataSource() {
        return erp;
    }

    /** Fills tables on one connection; foreign keys are not checked and indexes are built afterwards, where that is possible. */
    void fill(Filler filler) throws SQLException {
        try (Connection connection = erp.getConnection()) {
            connection.setAutoCommit(false);
            List<String> indexes = dialect == Dialect.POSTGRESQL ? dropIndexes(connection) : List.of();
            filler.fill(connection);
            for (String index : indexes) {
                execute(connection, index);
            }
            connection.commit();
        }
        writeStatistics();
    }

    /** What has to be stopped. */
    private interface Server {
        void close() throws IOException, SQLException;
    }

    /** Something that writes rows. */
    interface Filler {
        void fill(Connection connection) throws SQLException;
    }

    long megabytes() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum() / (1024 * 1024);
        }
    }

    private static List<String> dropIndexes(Connection connection) throws SQLException {
        execute(connection, "set session_replication_role = replica");
        List<String> names = new ArrayList<>();
        List<String> definitions = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                var found =
                        statement.executeQuery("select i.indexname, i.indexdef from pg_indexes i where i.schemaname ="
                                + " current_schema() and i.tablename in ('invoice', 'invoice_line', 'sales_order_line')"
                                + " and not exists (select 1 from pg_constraint c where c.conname = i.indexname)")) {
            while (found.next()) {
                names.add(found.getString(1));
                definitions.add(found.getString(2));
            }
        }
        for (String name : names) {
            execute(connection, "drop index " + name);
        }
        return definitions;
    }

    private void writeStatistics() {
        JdbcClient jdbc = JdbcClient.create(erp);
        if (dialect == Dialect.POSTGRESQL) {
            jdbc.sql("vacuum analyze").update();
            return;
        }
        LARGE.forEach(table -> jdbc.sql("call syscs_util.syscs_update_statistics('ERP', ?, null)")
                .param(table)
                .update());
    }

    private static HikariDataSource pool(String url, String schema) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setSchema(schema);
        pool.setMaximumPoolSize(2);
        return pool;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void shutDown(String url) throws SQLException {
        try {
            DriverManager.getConnection(url + ";shutdown=true").close();
        } catch (SQLException e) {
            if (!"08006".equals(e.getSQLState())) {
                throw e;
            }
        }
    }

    @Override
    public void close() throws IOException, SQLException {
        erp.close();
        server.close();
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> found = Files.walk(folder)) {
            files = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }
}
