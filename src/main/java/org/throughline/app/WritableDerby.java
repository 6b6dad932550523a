package org.throughline.app;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A Derby database that is part of this process. When the disk was full, Derby closes it; and when the disk is still full at
 * the next connection, Derby opens it for reading only, and leaves it so for ever. Here it is closed again instead, so that it
 * can be written to as soon as there is room.
 */
final class WritableDerby extends DelegatingDataSource {

    private final String url;

    WritableDerby(DataSource database, String url) {
        super(database);
        this.url = url;
    }

    /** @throws SQLTransientConnectionException as long as the database cannot be written to */
    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        if (!connection.isReadOnly()) {
            return connection;
        }
        connection.close();
        shutDown(url);
        throw new SQLTransientConnectionException("The database could be opened for reading only; is the disk full?");
    }

    /** Derby tells by an exception that it has. */
    static void shutDown(String url) {
        try {
            DriverManager.getConnection(url.replaceFirst(";.*", "") + ";shutdown=true")
                    .close();
        } catch (SQLException e) {
            if (!DatabaseProblem.isDerbyShutdown(e)) {
                Logger.getLogger(WritableDerby.class.getName())
                        .log(Level.WARNING, "Derby did not shut down cleanly", e);
            }
        }
    }
}
