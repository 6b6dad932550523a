package org.throughline.app;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.slf4j.LoggerFactory;

/** Asks a database whether it is there. */
final class DatabaseProbe {

    private static final int PATIENCE_SECONDS = 2;

    private DatabaseProbe() {}

    static boolean answers(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(PATIENCE_SECONDS);
        } catch (SQLException e) {
            LoggerFactory.getLogger(DatabaseProbe.class).warn("a database cannot be reached", e);
            return false;
        }
    }
}
