package org.throughline.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * 10,000 items and customers with few to many agreements, made of the demo data: of items and copies of them, and of
 * copies of one of its customers.
 */
final class Catalogue {

    /** How many agreements the customers have; the customer's id is S and the number. */
    static final List<Integer> AGREEMENTS = List.of(5, 500, 50_000);

    private static final String CUSTOMER = "C0010";
    private static final int ITEMS = 10_000;
    private static final List<String> STEPS = List.of("1", "10", "50", "100", "500");
    private static final String CHOSEN = "select distinct p.item_id from list_price p join item i on i.id = p.item_id"
            + " where p.price_list_id = (select price_list_id from account where id = '" + CUSTOMER + "')"
            + " and p.min_quantity <= 1 and p.valid_to is null and i.status = 'ACTIVE' and i.tax_class = 'STANDARD'"
            + " order by p.item_id";

    private final Connection connection;

    private Catalogue(Connection connection) {
        this.connection = connection;
    }

    /** @return the ids of the items, in an order that mixes originals and copies */
    static List<String> fill(Connection connection) throws SQLException {
        Catalogue catalogue = new Catalogue(connection);
        List<String> items = catalogue.items();
        for (int agreements : AGREEMENTS) {
            catalogue.customer("S" + agreements);
            catalogue.agreements("S" + agreements, agreements, items);
        }
        return items;
    }

    private List<String> items() throws SQLException {
        List<String> originals = strings(CHOSEN);
        List<String> items = new ArrayList<>(originals);
        execute("declare global temporary table chosen (item_id varchar(60)) not logged");
        for (String original : originals) {
            execute("insert into session.chosen values ('" + original + "')");
        }
        while (items.size() < ITEMS) {
            String prefix = "X" + items.size() + "-";
            copy("ITEM", "ID", prefix, column -> false);
            copy("ITEM_UNIT", "ITEM_ID", prefix, column -> false);
            copy("LIST_PRICE", "ITEM_ID", prefix, column -> column.equals("ID"));
            originals.forEach(original -> items.add(prefix + original));
        }
        return items.subList(0, ITEMS);
    }

    private void copy(String table, String key, String prefix, Predicate<String> left) throws SQLException {
        List<String> columns = MoreData.columns(connection, table).stream()
                .filter(left.negate())
                .toList();
        String values = columns.stream()
                .map(column -> column.equals(key) ? "'" + prefix + "' || " + column : column)
                .collect(Collectors.joining(", "));
        execute("insert into " + table + " (" + String.join(", ", columns) + ") select " + values + " from " + table
                + " where " + key + " in (select item_id from session.chosen)");
    }

    private void customer(String id) throws SQLException {
        for (String table : List.of("ACCOUNT", "ACCOUNT_ADDRESS")) {
            String key = table.equals("ACCOUNT") ? "ID" : "ACCOUNT_ID";
            List<String> columns = MoreData.columns(connection, table);
            String values = columns.stream()
                    .map(column -> column.equals(key) ? "'" + id + "'" : column)
                    .collect(Collectors.joining(", "));
            execute("insert into " + table + " (" + String.join(", ", columns) + ") select " + values + " from " + table
                    + " where " + key + " = '" + CUSTOMER + "'");
        }
    }

    /** Discounts on the items in turn; when there is one for each, from the next higher quantity on. */
    private void agreements(String customer, int count, List<String> items) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into agreement (id, account_id, item_id,"
                        + " min_quantity, discount_chain, valid_from) values (?, ?, ?, cast(? as decimal(15, 6)), ?, date('2025-01-01'))")) {
            for (int i = 0; i < count; i++) {
                insert.setString(1, customer + "-" + i);
                insert.setString(2, customer);
                insert.setString(3, items.get(i % items.size()));
                insert.setString(4, STEPS.get(i / items.size()));
                insert.setString(5, i / items.size() + 5 + ";2");
                insert.addBatch();
                if (i % 1_000 == 999) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
    }

    private List<String> strings(String sql) throws SQLException {
        List<String> strings = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) {
                strings.add(found.getString(1));
            }
        }
        return strings;
    }

    private void execute(String sql) throws SQLException {
        MoreData.execute(connection, sql);
    }
}
