package org.throughline.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * New connections to one database, whose cursors close when a transaction ends. With the default of JDBC, cursors that
 * outlive a commit, Derby keeps what inserts have opened on a connection and goes through all of it at every later commit:
 * after some thousand orders that was two thirds of the cost of placing one.
 */
public final class DatabaseConnections extends DriverManagerDataSource {

    /**
     * @param user null when the database asks for none
     * @param password null when the database asks for none
     */
    public DatabaseConnections(String url, String user, String password) {
        super(url, user, password);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return closingCursors(super.getConnection());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return closingCursors(super.getConnection(user, password));
    }

    private static Connection closingCursors(Connection connection) throws SQLException {
        connection.setHoldability(ResultSet.CLOSE_CURSORS_AT_COMMIT);
        return connection;
    }
}
