package org.throughline.erp.embedded;

import static org.throughline.erp.embedded.Columns.amount;
import static org.throughline.erp.embedded.Columns.date;
import static org.throughline.erp.embedded.Columns.shipTo;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.order.Approval;
import org.throughline.order.Delivery;
import org.throughline.order.DeliveryPolicy;
import org.throughline.order.OrderStatus;
import org.throughline.order.Progress;
import org.throughline.shared.DocumentTotals;
import org.throughline.shared.PostalAddress;

/** Reads what stands at the head of orders. */
final class OrderHeads {

    private OrderHeads() {}

    static final String SELECT = """
            select id, account_id, reference, customer_reference, ordered_on, required_on, currency, prices_include_tax,
                complete_delivery, ship_name, ship_line1, ship_line2, ship_city, ship_region, ship_postal_code, ship_country,
                approval, allocation, delivery, invoicing, line_net_total, allowance_total, charge_total, net_total,
                tax_total, gross_total, version, valid_until, quotation_id
            from sales_order""";

    /** An order without its lines. */
    record Head(
            String id,
            String account,
            String reference,
            String customerReference,
            LocalDate orderedOn,
            LocalDate requiredOn,
            Currency currency,
            boolean pricesIncludeTax,
            DeliveryPolicy delivery,
            PostalAddress shipTo,
            OrderStatus status,
            DocumentTotals totals,
            int version,
            LocalDate validUntil,
            String quotation) {

        DocumentKey key() {
            return new DocumentKey(orderedOn, id);
        }
    }

    static List<Head> read(JdbcClient.StatementSpec statement) {
        return statement.query((row, number) -> head(row)).list();
    }

    private static Head head(ResultSet row) throws SQLException {
        Currency currency = Currency.getInstance(row.getString("currency"));
        return new Head(
                row.getString("id"),
                row.getString("account_id"),
                row.getString("reference"),
                row.getString("customer_reference"),
                date(row, "ordered_on"),
                date(row, "required_on"),
                currency,
                row.getBoolean("prices_include_tax"),
                row.getBoolean("complete_delivery") ? DeliveryPolicy.COMPLETE : DeliveryPolicy.PARTIAL,
                shipTo(row),
                status(row),
                totals(row, currency),
                row.getInt("version"),
                date(row, "valid_until"),
                row.getString("quotation_id"));
    }

    private static OrderStatus status(ResultSet row) throws SQLException {
        return new OrderStatus(
                Approval.valueOf(row.getString("approval")),
                Progress.valueOf(row.getString("allocation")),
                Delivery.valueOf(row.getString("delivery")),
                Progress.valueOf(row.getString("invoicing")));
    }

    private static DocumentTotals totals(ResultSet row, Currency currency) throws SQLException {
        return new DocumentTotals(
                currency,
                amount(row, "line_net_total", currency),
                amount(row, "allowance_total", currency),
                amount(row, "charge_total", currency),
                amount(row, "net_total", currency),
                amount(row, "tax_total", currency),
                amount(row, "gross_total", currency));
    }
}
