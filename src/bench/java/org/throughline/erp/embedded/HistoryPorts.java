package org.throughline.erp.embedded;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.history.Invoices;
import org.throughline.history.Purchases;

/**
 * The history of the embedded ERP on any database, for measuring it without a service around it.
 *
 * @param dataset which all ids of accounts must name
 */
public record HistoryPorts(String dataset, Purchases purchases, Invoices invoices) {

    /** @param erp connects to the schema of the ERP */
    public static HistoryPorts of(DataSource erp, Clock clock) {
        EmbeddedErp embedded = new EmbeddedErp("BENCH");
        JdbcClient jdbc = JdbcClient.create(erp);
        return new HistoryPorts(
                embedded.dataset(),
                new EmbeddedPurchases(jdbc, clock, embedded),
                new EmbeddedInvoices(jdbc, clock, embedded));
    }
}
