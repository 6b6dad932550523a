package org.throughline.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.throughline.erp.embedded.rows.ErpTable;
import org.throughline.erp.embedded.rows.RowBatch;

/**
 * Generated orders, invoices and payments of eight years, always the same: sixty percent belong to one account, the rest
 * to nineteen others. Each invoice has eight lines; a fifth of the lines also stands as lines of orders.
 */
final class ManyInvoices {

    static final String LARGE_ACCOUNT = "A00";
    static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 15);
    static final int ITEMS = 2_000;
    static final int REFERENCES = 500;

    /** One invoice in so many is worth more than {@link #LARGE_VALUE}. */
    static final int LARGE_INVOICES = 5_000;

    static final BigDecimal LARGE_VALUE = BigDecimal.valueOf(100_000);

    private static final int LINES = 8;
    private static final int ACCOUNTS = 20;
    private static final int ORDER_EVERY = 5;
    private static final long DAYS = 8 * 365;
    private static final int ROWS_AT_ONCE = 500;
    private static final Instant THEN = Instant.parse("2026-11-15T10:00:00Z");
    private static final BigDecimal TAX = new BigDecimal("0.2");

    /** What is multiplied, and by which column the first of its rows are known. */
    private static final List<Map.Entry<String, String>> TABLES = List.of(
            Map.entry("sales_order", "id"),
            Map.entry("sales_order_line", "order_id"),
            Map.entry("invoice", "id"),
            Map.entry("invoice_line", "invoice_id"),
            Map.entry("payment", "reference"));

    private static final Set<String> SUFFIXED = Set.of("id", "order_id", "invoice_id", "reference");

    private final int invoices;
    private final int copies;
    private final LongConsumer progress;
    private final Random random = new Random(42);

    /**
     * @param copies as how many copies of the first ones the lines are made
     * @param progress is told how many lines of invoices there are so far
     */
    ManyInvoices(int lines, int copies, LongConsumer progress) {
        this.invoices = lines / LINES / copies;
        this.copies = copies;
        this.progress = progress;
    }

    void fill(Connection connection) throws SQLException {
        RowBatch rows = new RowBatch();
        masters(rows);
        for (int number = 0; number < invoices; number++) {
            document(number, rows);
            if ((number + 1) % ROWS_AT_ONCE == 0) {
                rows.insertInto(connection);
                connection.commit();
            }
            if ((number + 1) % (invoices / 10) == 0) {
                progress.accept((number + 1L) * LINES);
            }
        }
        rows.insertInto(connection);
        for (int copy = 1; copy < copies; copy++) {
            for (Map.Entry<String, String> table : TABLES) {
                copy(connection, spelled(connection, table.getKey()), table.getValue(), copy);
            }
            connection.commit();
            progress.accept((copy + 1L) * invoices * LINES);
        }
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("insert into payment_allocation (payment_id, invoice_id, amount, allocated_on)"
                    + " select id, reference, amount, received_on from payment");
        }
        connection.commit();
    }

    private static String spelled(Connection connection, String table) throws SQLException {
        return connection.getMetaData().storesUpperCaseIdentifiers() ? table.toUpperCase(Locale.ROOT) : table;
    }

    private static void copy(Connection connection, String table, String key, int copy) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (ResultSet found = connection.getMetaData().getColumns(null, connection.getSchema(), table, null)) {
            while (found.next()) {
                if (found.getString("IS_GENERATEDCOLUMN").equals("NO")
                        && found.getString("IS_AUTOINCREMENT").equals("NO")) {
                    columns.add(found.getString("COLUMN_NAME"));
                }
            }
        }
        String values = columns.stream()
                .map(column ->
                        SUFFIXED.contains(column.toLowerCase(Locale.ROOT)) ? column + " || 'c" + copy + "'" : column)
                .collect(Collectors.joining(", "));
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("insert into " + table + " (" + String.join(", ", columns) + ") select " + values
                    + " from " + table + " where " + key + " not like '%c%'");
        }
    }

    private static void masters(RowBatch rows) {
        rows.add(ErpTable.WAREHOUSE, "W", "Warehouse", "GB");
        rows.add(ErpTable.BRANCH, "GB", "Britain", "GB", null, "GBP", "W");
        for (int i = 0; i < ITEMS; i++) {
            rows.add(
                    ErpTable.ITEM,
                    item(i),
                    "Item " + i,
                    "G",
                    "EA",
                    "GOODS",
                    true,
                    "STANDARD",
                    "ACTIVE",
                    5,
                    null,
                    THEN,
                    null);
        }
        for (int i = 0; i < ACCOUNTS; i++) {
            rows.add(
                    ErpTable.ACCOUNT,
                    account(i),
                    "Account " + i,
                    "ACTIVE",
                    "GB",
                    "EUR",
                    null,
                    null,
                    null,
                    "GB",
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    THEN);
        }
    }

    private void document(int number, RowBatch rows) {
        String account = account(number % 5 < 3 ? 0 : 1 + number % (ACCOUNTS - 1));
        LocalDate day = LAST_DAY.minusDays(DAYS - DAYS * number / invoices);
        String invoice = "IN%07d".formatted(number);
        BigDecimal unit = number % LARGE_INVOICES == 0
                ? LARGE_VALUE
                : BigDecimal.valueOf(100 + random.nextInt(9_900)).movePointLeft(2);
        BigDecimal net = unit.multiply(BigDecimal.valueOf(LINES)).setScale(2, RoundingMode.HALF_UP);
        BigDecimal gross = net.add(net.multiply(TAX).setScale(2, RoundingMode.HALF_UP));
        boolean open = ChronoUnit.DAYS.between(day, LAST_DAY) < 45 || number % 200 == 0;
        rows.add(
                ErpTable.INVOICE,
                invoice,
                "INVOICE",
                account,
                null,
                null,
                reference(number),
                day,
                day.plusDays(30),
                "EUR",
                net,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                net,
                gross.subtract(net),
                gross,
                open ? BigDecimal.ZERO : gross,
                THEN);
        if (!open) {
            rows.add(ErpTable.PAYMENT, account, day.plusDays(28), "EUR", gross, "TRANSFER", invoice);
        }
        boolean ordered = number % ORDER_EVERY == 0;
        if (ordered) {
            order("SO%07d".formatted(number), number, account, day, net, gross, rows);
        }
        for (int line = 1; line <= LINES; line++) {
            String item = item(random.nextInt(ITEMS));
            rows.add(
                    ErpTable.INVOICE_LINE,
                    invoice,
                    line,
                    account,
                    day,
                    null,
                    item,
                    "As ordered",
                    1,
                    "EA",
                    unit,
                    1,
                    0,
                    unit,
                    "S",
                    20,
                    null);
            if (ordered) {
                orderLine("SO%07d".formatted(number), line, account, day, item, unit, open, rows);
            }
        }
    }

    private static void order(
            String order, int number, String account, LocalDate day, BigDecimal net, BigDecimal gross, RowBatch rows) {
        rows.add(
                ErpTable.SALES_ORDER,
                order,
                "ORDER",
                account,
                null,
                reference(number),
                day,
                null,
                "EUR",
                null,
                null,
                null,
                null,
                null,
                null,
                "GB",
                "APPROVED",
                "NONE",
                "SHIPPED",
                "FULL",
                LINES,
                net,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                net,
                gross.subtract(net),
                gross,
                THEN);
    }

    private static void orderLine(
            String order,
            int line,
            String account,
            LocalDate day,
            String item,
            BigDecimal unit,
            boolean open,
            RowBatch rows) {
        rows.add(
                ErpTable.SALES_ORDER_LINE,
                order,
                line,
                account,
                day,
                false,
                item,
                "As ordered",
                1,
                "EA",
                1,
                0,
                open ? 0 : 1,
                open ? 0 : 1,
                "W",
                unit,
                unit,
                1,
                0,
                unit,
                "S",
                20);
    }

    static String item(int number) {
        return "I%04d".formatted(number);
    }

    static String account(int number) {
        return "A%02d".formatted(number);
    }

    static String reference(int number) {
        return "PO-" + number % REFERENCES;
    }
}
