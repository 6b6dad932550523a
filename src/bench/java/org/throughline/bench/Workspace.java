package org.throughline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder that holds the data of a service while it is measured, and is gone afterwards. */
final class Workspace implements AutoCloseable {

    private final Path folder;

    private Workspace(Path folder) {
        this.folder = folder;
    }

    /** With the demo data, made by the service itself. */
    static Workspace withDemoData(Path jar) throws IOException, InterruptedException {
        Workspace workspace = new Workspace(Files.createTempDirectory("throughline-bench"));
        ServerProcess.service(jar, workspace.folder).close();
        return workspace;
    }

    Path folder() {
        return folder;
    }

    /** Changes the data of the ERP in one transaction; while no service runs. */
    <T> T change(Change<T> change) throws SQLException {
        System.setProperty(
                "derby.stream.error.file", folder.resolve("derby.log").toString());
        System.setProperty("derby.storage.pageCacheSize", "10000");
        String url = "jdbc:derby:" + folder.resolve("data").resolve("derby");
        try (Connection connection = DriverManager.getConnection(url)) {
            connection.setSchema("ERP");
            connection.setAutoCommit(false);
            try {
                T result = change.in(connection);
                connection.commit();
                return result;
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            }
        } finally {
            shutDown(url);
        }
    }

    /** Something that is done with a connection. */
    interface Change<T> {
        T in(Connection connection) throws SQLException;
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
    public void close() throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(folder)) {
            files = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }
}
