package org.throughline.erp.embedded;

import static org.throughline.erp.embedded.Columns.amount;
import static org.throughline.erp.embedded.Columns.date;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.throughline.history.Credit;
import org.throughline.history.Invoice;
import org.throughline.history.InvoiceKind;
import org.throughline.history.Payment;
import org.throughline.history.Settlement;
import org.throughline.shared.AccountId;
import org.throughline.shared.InvoiceId;
import org.throughline.shared.OrderId;

/** A row of the table invoice. */
record InvoiceRow(
        String id,
        String kind,
        String account,
        String order,
        String corrects,
        String customerReference,
        LocalDate issuedOn,
        LocalDate dueOn,
        Currency currency,
        BigDecimal lineNet,
        BigDecimal allowances,
        BigDecimal charges,
        BigDecimal net,
        BigDecimal tax,
        BigDecimal gross,
        BigDecimal settled) {

    static final String COLUMNS =
            "i.id, i.kind, i.account_id, i.order_id, i.corrects_id, i.customer_reference, i.issued_on,"
                    + " i.due_on, i.currency, i.line_net_total, i.allowance_total, i.charge_total, i.net_total, i.tax_total,"
                    + " i.gross_total, i.settled";

    static InvoiceRow read(ResultSet row) throws SQLException {
        Currency currency = Currency.getInstance(row.getString("currency"));
        return new InvoiceRow(
                row.getString("id"),
                row.getString("kind"),
                row.getString("account_id"),
                row.getString("order_id"),
                row.getString("corrects_id"),
                row.getString("customer_reference"),
                date(row, "issued_on"),
                date(row, "due_on"),
                currency,
                amount(row, "line_net_total", currency),
                amount(row, "allowance_total", currency),
                amount(row, "charge_total", currency),
                amount(row, "net_total", currency),
                amount(row, "tax_total", currency),
                amount(row, "gross_total", currency),
                amount(row, "settled", currency));
    }

    DocumentKey key() {
        return new DocumentKey(issuedOn, id);
    }

    Invoice toInvoice(String dataset, LocalDate asOf, List<Payment> payments, List<Credit> credits) {
        return new Invoice(
                new InvoiceId(dataset, id),
                null,
                new AccountId(dataset, account),
                InvoiceKind.valueOf(kind),
                issuedOn,
                dueOn,
                customerReference,
                order == null ? null : new OrderId(dataset, order),
                currency,
                net,
                tax,
                gross,
                Settlement.asOf(asOf, settled, payments, credits),
                asOf);
    }
}
