package org.throughline.erp.embedded.demo;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;
import org.throughline.erp.embedded.rows.RowBatch;

/** Fills an empty embedded ERP with the demo data, in one transaction. */
public final class DemoData {

    private static final long SEED = 20_241_202L;

    private final DataSource erp;

    public DemoData(DataSource erp) {
        this.erp = erp;
    }

    /**
     * Loads everything or nothing: when it is killed, the next call starts with an empty ERP again. Of several callers
     * at once, one loads and the others wait for it.
     *
     * @return whether it was loaded; false when the ERP holds accounts or items already
     */
    public boolean loadIfEmpty() {
        try (Connection connection = erp.getConnection()) {
            connection.setAutoCommit(false);
            try {
                boolean loaded = isEmpty(connection);
                if (loaded) {
                    rows().insertInto(connection);
                }
                connection.commit();
                return loaded;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the demo data could not be loaded", e);
        }
    }

    /** Looks under a lock on the warehouses, which the demo data writes first. */
    private static boolean isEmpty(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("lock table warehouse in exclusive mode");
            return isEmpty(statement, "account") && isEmpty(statement, "item");
        }
    }

    private static boolean isEmpty(Statement statement, String table) throws SQLException {
        try (ResultSet first = statement.executeQuery("select 1 from " + table + " fetch first 1 rows only")) {
            return !first.next();
        }
    }

    /** Everything, computed anew; always the same. */
    static RowBatch rows() {
        RowBatch rows = new RowBatch();
        Random random = new Random(SEED);
        DemoMasters.write(rows);
        DemoTax tax = DemoTax.write(rows);
        List<DemoItem> items = DemoItems.items(random);
        DemoItems.write(items, rows);
        List<DemoAccount> accounts = DemoAccounts.accounts(random);
        DemoAccounts.write(accounts, rows);
        DemoPrices prices = DemoPrices.write(items, accounts, rows);
        List<DemoOrder> orders = new DemoSales(items, accounts, prices, tax, random).orders();
        fulfil(orders, items, accounts, random, rows);
        orders.forEach(order -> DemoSales.write(order, rows));
        new DemoContracts(items, rows).write(accounts);
        DemoTaxCustomers.write(rows);
        DemoPromotions.write(rows);
        return rows;
    }

    private static void fulfil(
            List<DemoOrder> orders, List<DemoItem> items, List<DemoAccount> accounts, Random random, RowBatch rows) {
        DemoStock stock = new DemoStock(items, random);
        DemoInvoicing invoicing = new DemoInvoicing(stock, rows, random);
        DemoFulfilment fulfilment = new DemoFulfilment(stock, invoicing, rows, random);
        orders.forEach(fulfilment::ship);
        invoicing.receiveUnallocated(accounts.get(0), "500.00");
        invoicing.receiveUnallocated(accounts.get(95), "1234.56");
        stock.settle(rows);
        orders.stream().filter(DemoOrder::isOpen).forEach(order -> allocate(order, stock));
        stock.writeLevels(rows);
    }

    private static void allocate(DemoOrder order, DemoStock stock) {
        for (DemoOrder.Line line : order.lines) {
            BigDecimal wanted = line.open().multiply(line.factor());
            BigDecimal claimed = stock.allocate(line.item, order.warehouse(), wanted, line.factor());
            line.allocated = claimed.divide(line.factor());
        }
    }
}
