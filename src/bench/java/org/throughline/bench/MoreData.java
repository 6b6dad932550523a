package org.throughline.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Multiplies the demo data while the service does not run: each copy has the same accounts, agreements, orders, shipments
 * and invoices under ids of its own. Payments are not copied.
 */
final class MoreData {

    private static final List<String> TABLES = List.of(
            "ACCOUNT",
            "ACCOUNT_ADDRESS",
            "ACCOUNT_TERM",
            "AGREEMENT",
            "SALES_ORDER",
            "SALES_ORDER_LINE",
            "SALES_ORDER_TAX",
            "SHIPMENT",
            "SHIPMENT_LINE",
            "INVOICE",
            "INVOICE_LINE",
            "INVOICE_TAX");
    private static final Set<String> OWN_ID = Set.of("ACCOUNT", "AGREEMENT", "SALES_ORDER", "SHIPMENT", "INVOICE");
    private static final Set<String> REFERENCES = Set.of(
            "ACCOUNT_ID",
            "BILL_TO_ID",
            "ORDER_ID",
            "SHIPMENT_ID",
            "INVOICE_ID",
            "CORRECTS_ID",
            "REFERENCE",
            "REQUEST_ID");

    private MoreData() {}

    /** How many copies are made: {@code -Dbench.copies}. */
    static int copies() {
        return Integer.getInteger("bench.copies", Boolean.getBoolean("bench.quick") ? 2 : 10);
    }

    /** How many copies have a number of one digit. */
    static int singleDigitCopies() {
        return Math.min(9, copies());
    }

    /**
     * Adds the copies.
     *
     * @return rows by table, afterwards
     */
    static Map<String, Long> copy(Connection connection, int copies, Runnable progress) throws SQLException {
        for (int copy = 1; copy <= copies; copy++) {
            copy(connection, "B" + copy + "-");
            progress.run();
        }
        return rows(connection);
    }

    private static void copy(Connection connection, String prefix) throws SQLException {
        for (String table : TABLES) {
            List<String> columns = columns(connection, table);
            String values = columns.stream()
                    .map(column -> isIdentity(table, column) ? "'" + prefix + "' || " + column : column)
                    .collect(Collectors.joining(", "));
            String root =
                    OWN_ID.contains(table) ? "ID" : columns.get(0).endsWith("_ID") ? columns.get(0) : "ACCOUNT_ID";
            execute(
                    connection,
                    "insert into " + table + " (" + String.join(", ", columns) + ") select " + values + " from " + table
                            + " where " + root + " not like 'B%-%'");
        }
    }

    private static boolean isIdentity(String table, String column) {
        return REFERENCES.contains(column) || column.equals("ID") && OWN_ID.contains(table);
    }

    /** Those that can be written. */
    static List<String> columns(Connection connection, String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (ResultSet found = connection.getMetaData().getColumns(null, "ERP", table, null)) {
            while (found.next()) {
                if (found.getString("IS_GENERATEDCOLUMN").equals("NO")) {
                    columns.add(found.getString("COLUMN_NAME"));
                }
            }
        }
        return columns;
    }

    private static Map<String, Long> rows(Connection connection) throws SQLException {
        Map<String, Long> rows = new TreeMap<>();
        for (String table :
                List.of("ACCOUNT", "ITEM", "LIST_PRICE", "AGREEMENT", "SALES_ORDER", "INVOICE", "INVOICE_LINE")) {
            try (Statement statement = connection.createStatement();
                    ResultSet found = statement.executeQuery("select count(*) from " + table)) {
                found.next();
                rows.put(table.toLowerCase(java.util.Locale.ROOT).replace('_', ' '), found.getLong(1));
            }
        }
        return rows;
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
