package org.throughline.erp.embedded;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.throughline.erp.embedded.Columns.amount;
import static org.throughline.erp.embedded.Columns.date;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.database.KeyBatches;
import org.throughline.history.Credit;
import org.throughline.history.Invoice;
import org.throughline.history.Payment;
import org.throughline.shared.InvoiceId;

/** The payments and credit notes of some invoices, read with one statement each for 500 invoices; oldest first. */
final class InvoiceSettlements {

    private static final String PAYMENTS =
            "select a.invoice_id, a.allocated_on, p.reference, p.method, p.currency, a.amount"
                    + " from --DERBY-PROPERTIES joinOrder=FIXED\n"
                    + " payment_allocation a --DERBY-PROPERTIES constraint=payment_allocation_of\n"
                    + " , payment p --DERBY-PROPERTIES joinStrategy=NESTEDLOOP\n"
                    + " where a.invoice_id in (:ids) and p.id = a.payment_id order by a.allocated_on, p.id";
    private static final String CREDITS =
            "select a.invoice_id as settles, a.credit_note_id as document, a.allocated_on, a.amount, i.currency"
                    + " from --DERBY-PROPERTIES joinOrder=FIXED\n"
                    + " credit_allocation a --DERBY-PROPERTIES constraint=credit_allocation_of\n"
                    + " , invoice i --DERBY-PROPERTIES joinStrategy=NESTEDLOOP\n"
                    + " where a.invoice_id in (:ids) and i.id = a.invoice_id"
                    + " union all select a.credit_note_id as settles, a.invoice_id as document, a.allocated_on, a.amount, i.currency"
                    + " from --DERBY-PROPERTIES joinOrder=FIXED\n"
                    + " credit_allocation a --DERBY-PROPERTIES constraint=credit_allocation_from\n"
                    + " , invoice i --DERBY-PROPERTIES joinStrategy=NESTEDLOOP\n"
                    + " where a.credit_note_id in (:ids) and i.id = a.credit_note_id order by 3, 2";

    private final String dataset;
    private final Map<String, List<Payment>> payments;
    private final Map<String, List<Credit>> credits;

    private InvoiceSettlements(String dataset, Map<String, List<Payment>> payments, Map<String, List<Credit>> credits) {
        this.dataset = dataset;
        this.payments = payments;
        this.credits = credits;
    }

    static InvoiceSettlements read(Collection<String> invoices, JdbcClient jdbc, String dataset) {
        return new InvoiceSettlements(
                dataset,
                byInvoice(invoices, PAYMENTS, jdbc, row -> new Entry<>(row.getString("invoice_id"), payment(row))),
                byInvoice(invoices, CREDITS, jdbc, row -> new Entry<>(row.getString("settles"), credit(row, dataset))));
    }

    /** The invoice as it stood on a day. */
    Invoice invoice(InvoiceRow row, LocalDate asOf) {
        return row.toInvoice(dataset, asOf, payments(row.id()), credits(row.id()));
    }

    List<Payment> payments(String invoice) {
        return payments.getOrDefault(invoice, List.of());
    }

    List<Credit> credits(String invoice) {
        return credits.getOrDefault(invoice, List.of());
    }

    private static <T> Map<String, List<T>> byInvoice(
            Collection<String> invoices, String sql, JdbcClient jdbc, RowReader<Entry<T>> reader) {
        return KeyBatches.read(invoices, ids -> jdbc.sql(sql)
                        .param("ids", ids)
                        .query((row, number) -> reader.read(row))
                        .list())
                .stream()
                .collect(groupingBy(Entry::invoice, mapping(Entry::value, toList())));
    }

    private static Payment payment(ResultSet row) throws SQLException {
        return new Payment(
                date(row, "allocated_on"),
                row.getString("reference"),
                row.getString("method"),
                amount(row, "amount", Currency.getInstance(row.getString("currency"))));
    }

    private static Credit credit(ResultSet row, String dataset) throws SQLException {
        return new Credit(
                new InvoiceId(dataset, row.getString("document")),
                date(row, "allocated_on"),
                amount(row, "amount", Currency.getInstance(row.getString("currency"))));
    }

    private record Entry<T>(String invoice, T value) {}

    private interface RowReader<R> {
        R read(ResultSet row) throws SQLException;
    }
}
