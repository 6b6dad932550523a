package org.throughline.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;

/**
 * Numbers for new documents, from the sequences of the schema. They are taken outside the transaction that needs them, one after the
 * other: a transaction that takes a number by a statement that is not compiled yet keeps Derby's catalogue of sequences locked until
 * it ends. When several do so before Derby has noted there how far a sequence has come, as after each start, each keeps the others from it
 * for a minute and fails with X0Y84 then. Numbers of transactions that roll back are lost.
 */
public final class DocumentNumbers {

    private final DataSource own;
    private final Dialect dialect;

    /** @param own a pool of one connection to the schema of the sequences, which is used for nothing else */
    public DocumentNumbers(DataSource own, Dialect dialect) {
        this.own = own;
        this.dialect = dialect;
    }

    /**
     * Takes the next number. The connection is used without Spring, which would keep it until a transaction of the caller's ends.
     *
     * @param sequence its name in the schema
     */
    public long next(String sequence) {
        String sql = dialect.nextValue(sequence);
        try (Connection connection = own.getConnection();
                Statement statement = connection.createStatement();
                ResultSet number = statement.executeQuery(sql)) {
            number.next();
            return number.getLong(1);
        } catch (SQLException e) {
            DataAccessException failure = new SQLStateSQLExceptionTranslator().translate("take a number", sql, e);
            throw failure == null ? new IllegalStateException(e) : failure;
        }
    }
}
