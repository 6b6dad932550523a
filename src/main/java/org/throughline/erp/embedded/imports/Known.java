package org.throughline.erp.embedded.imports;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What rows may refer to: what the ERP holds already and what this import has read so far. Masters are held in memory,
 * of documents only their ids.
 */
final class Known {

    record Account(String currency, String country) {}

    /** @param units base units in each unit, the base unit among them */
    record Item(String description, String baseUnit, Map<String, BigDecimal> units) {}

    final Map<String, String> branches = new HashMap<>();
    final Set<String> warehouses = new HashSet<>();
    /** Currency by price list. */
    final Map<String, String> priceLists = new HashMap<>();

    final Set<String> generalCurrencies = new HashSet<>();
    private final Map<String, Account> accounts = new HashMap<>();
    private final Map<String, Item> items = new HashMap<>();
    /** Ids of this import's own things, by kind, to find those that come twice. */
    private final Map<Kind, Set<String>> read = new HashMap<>();

    private final Map<String, Integer> orderLines = new HashMap<>();
    private final JdbcClient erp;

    Known(JdbcClient erp) {
        this.erp = erp;
        erp.sql("select id, warehouse_id from branch").query(row -> {
            branches.put(row.getString(1), row.getString(2));
        });
        erp.sql("select id from warehouse").query(row -> {
            warehouses.add(row.getString(1));
        });
        erp.sql("select id, currency, is_general from price_list").query(row -> {
            priceLists.put(row.getString(1), row.getString(2));
            if (row.getBoolean(3)) {
                generalCurrencies.add(row.getString(2));
            }
        });
        erp.sql("select id, currency, tax_country from account").query(row -> {
            accounts.put(row.getString(1), new Account(row.getString(2), row.getString(3)));
        });
        erp.sql("select id, description, base_unit from item").query(row -> {
            items.put(row.getString(1), new Item(row.getString(2), row.getString(3), new HashMap<>()));
        });
        erp.sql("select item_id, unit, factor from item_unit").query(row -> {
            items.get(row.getString(1)).units().put(row.getString(2), row.getBigDecimal(3));
        });
    }

    /** Whether this import has met it for the first time. */
    boolean isNew(Kind kind, String key) {
        return read.computeIfAbsent(kind, unused -> new HashSet<>()).add(key);
    }

    void add(String id, Account account) {
        accounts.put(id, account);
    }

    void add(String id, Item item) {
        items.put(id, item);
    }

    void addOrder(String id, int lines) {
        orderLines.put(id, lines);
    }

    /** null when there is none */
    Account account(String id) {
        return accounts.get(id);
    }

    /** null when there is none */
    Item item(String id) {
        return items.get(id);
    }

    boolean isInvoice(String id) {
        return read.getOrDefault(Kind.INVOICE, Set.of()).contains(id)
                || !erp.sql("select id from invoice where id = ?")
                        .param(id)
                        .query(String.class)
                        .list()
                        .isEmpty();
    }

    /** How many lines an order has; zero when there is no such order. */
    int linesOfOrder(String id) {
        Integer here = orderLines.get(id);
        if (here != null) {
            return here;
        }
        return erp.sql("select line_count from sales_order where id = ?")
                .param(id)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }
}
