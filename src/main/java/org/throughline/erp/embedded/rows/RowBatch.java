package org.throughline.erp.embedded.rows;

import java.sql.Connection;
import java.sql.Date;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.throughline.database.UtcTimestamp;

/** Collects rows and inserts them with one batched statement per table, in the order of {@link ErpTable}. */
public final class RowBatch {

    private static final int STATEMENT_ROWS = 1_000;

    private final Map<ErpTable, List<Object[]>> rows = new EnumMap<>(ErpTable.class);

    /**
     * @param values one for each column; null, text, number, boolean, bytes, LocalDate or Instant
     * @throws IllegalArgumentException when there are more or fewer values than columns
     */
    public void add(ErpTable table, Object... values) {
        if (values.length != table.width()) {
            throw new IllegalArgumentException(table + " has " + table.width() + " columns, not " + values.length);
        }
        rows.computeIfAbsent(table, unused -> new ArrayList<>()).add(values);
    }

    /** Inserts everything in the connection's transaction and forgets it; commits nothing. */
    public void insertInto(Connection connection) throws SQLException {
        for (Map.Entry<ErpTable, List<Object[]>> table : rows.entrySet()) {
            insert(connection, table.getKey(), table.getValue());
        }
        rows.clear();
    }

    private static void insert(Connection connection, ErpTable table, List<Object[]> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(table.insert())) {
            int[] types = types(statement, table.width());
            int waiting = 0;
            for (Object[] row : rows) {
                set(statement, types, row);
                statement.addBatch();
                if (++waiting == STATEMENT_ROWS) {
                    statement.executeBatch();
                    waiting = 0;
                }
            }
            statement.executeBatch();
        }
    }

    private static int[] types(PreparedStatement statement, int width) throws SQLException {
        ParameterMetaData parameters = statement.getParameterMetaData();
        int[] types = new int[width];
        for (int i = 0; i < width; i++) {
            types[i] = parameters.getParameterType(i + 1);
        }
        return types;
    }

    private static void set(PreparedStatement statement, int[] types, Object[] row) throws SQLException {
        for (int i = 0; i < row.length; i++) {
            if (row[i] == null) {
                statement.setNull(i + 1, types[i]);
            } else {
                set(statement, i + 1, row[i]);
            }
        }
    }

    private static void set(PreparedStatement statement, int index, Object value) throws SQLException {
        if (value instanceof LocalDate date) {
            statement.setDate(index, Date.valueOf(date));
        } else if (value instanceof Instant instant) {
            UtcTimestamp.set(statement, index, instant);
        } else if (value instanceof byte[] bytes) {
            statement.setBytes(index, bytes);
        } else if (value instanceof Enum<?> constant) {
            statement.setString(index, constant.name());
        } else {
            statement.setObject(index, value);
        }
    }
}
