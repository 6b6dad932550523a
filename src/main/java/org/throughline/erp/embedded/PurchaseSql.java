package org.throughline.erp.embedded;

import static org.throughline.erp.embedded.Columns.amount;
import static org.throughline.erp.embedded.Columns.date;
import static org.throughline.erp.embedded.Columns.number;
import static org.throughline.erp.embedded.Columns.price;
import static org.throughline.erp.embedded.Columns.quantity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import org.throughline.history.PurchaseFilter;
import org.throughline.history.PurchaseLine;
import org.throughline.shared.AccountId;
import org.throughline.shared.ItemId;
import org.throughline.shared.OrderId;

/**
 * What the statements about purchases have in common: purchases are the lines of orders; quotations stand in the same
 * tables and are left out.
 */
final class PurchaseSql {

    static final String FROM = " from sales_order_line l join sales_order o on o.id = l.order_id";
    static final String BOUGHT = " where l.cancelled = false and o.kind = 'ORDER'";
    static final String LIST_VALUE = "sum(l.list_price * l.quantity / l.price_base_quantity)";
    static final String LINES =
            "select l.account_id, l.order_id, l.line_no, l.ordered_on, o.customer_reference, l.item_id,"
                    + " i.description as item_name, l.description, l.quantity, l.unit, o.currency, l.list_price, l.unit_price,"
                    + " l.price_base_quantity, l.discount_percent, l.net" + FROM + " join item i on i.id = l.item_id"
                    + BOUGHT;

    private PurchaseSql() {}

    static Conditions narrowed(Conditions conditions, PurchaseFilter filter) {
        return conditions
                .andIfGiven(
                        "l.item_id = ?",
                        filter.item() == null ? null : filter.item().value())
                .andIfGiven("l.ordered_on >= ?", filter.dates().from())
                .andIfGiven("l.ordered_on < ?", filter.dates().until());
    }

    /** A row of {@link #LINES}. */
    static PurchaseLine line(ResultSet row, String dataset) throws SQLException {
        Currency currency = Currency.getInstance(row.getString("currency"));
        return new PurchaseLine(
                new AccountId(dataset, row.getString("account_id")),
                new OrderId(dataset, row.getString("order_id")),
                row.getInt("line_no"),
                date(row, "ordered_on"),
                row.getString("customer_reference"),
                new ItemId(row.getString("item_id")),
                row.getString("item_name"),
                row.getString("description"),
                quantity(row),
                currency,
                price(row, "list_price", currency),
                price(row, "unit_price", currency),
                number(row, "price_base_quantity"),
                number(row, "discount_percent"),
                amount(row, "net", currency));
    }
}
