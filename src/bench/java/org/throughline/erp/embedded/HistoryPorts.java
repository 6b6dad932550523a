package org.throughline.erp.embedded;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.history.InvoiceFilter;
import org.throughline.history.Invoices;
import org.throughline.history.PurchaseFilter;
import org.throughline.history.Purchases;
import org.throughline.shared.AccountId;

/**
 * The history of the embedded ERP on any database, for measuring it without a service around it.
 */
public record HistoryPorts(Purchases purchases, Invoices invoices) {

    /** All ids of accounts must name it. */
    public static final String DATASET = "BENCH";

    /** @param erp connects to the schema of the ERP */
    public static HistoryPorts of(DataSource erp, Clock clock) {
        EmbeddedErp embedded = new EmbeddedErp(DATASET);
        JdbcClient jdbc = JdbcClient.create(erp);
        return new HistoryPorts(
                new EmbeddedPurchases(jdbc, clock, embedded), new EmbeddedInvoices(jdbc, clock, embedded));
    }

    /** Of the page that begins behind an invoice. */
    public static String cursor(List<AccountId> accounts, InvoiceFilter filter, LocalDate day, String id) {
        return new DocumentKey(day, id).cursor("invoices" + accounts + filter);
    }

    /** Of the page that begins behind a line of an order. */
    public static String cursor(
            List<AccountId> accounts, PurchaseFilter filter, LocalDate day, String order, int line) {
        return new PurchaseLineKey(day, order, line).cursor("purchase lines" + accounts + filter);
    }

    /** Of the page that begins behind an item. */
    public static String cursor(List<AccountId> accounts, PurchaseFilter filter, String item) {
        return new PurchasedItemKey(item, accounts.get(0).value(), "EUR").cursor("purchases" + accounts + filter);
    }
}
