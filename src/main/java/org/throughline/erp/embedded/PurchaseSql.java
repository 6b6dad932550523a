package org.throughline.erp.embedded;

import static org.throughline.erp.embedded.Columns.amount;
import static org.throughline.erp.embedded.Columns.date;
import static org.throughline.erp.embedded.Columns.number;
import static org.throughline.erp.embedded.Columns.price;
import static org.throughline.erp.embedded.Columns.quantity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import org.throughline.history.PurchaseFilter;
import org.throughline.history.PurchaseLine;
import org.throughline.shared.AccountId;
import org.throughline.shared.ItemId;
import org.throughline.shared.OrderId;

/**
 * What the statements about purchases have in common: purchases are the lines of orders; quotations stand in the same
 * tables and are left out.
 *
 * <p>Derby does not know that only the first rows of an ordered list are wanted and would rather read whole tables; the
 * comments tell it the way. PostgreSQL finds it by itself.
 */
final class PurchaseSql {

    static final String LIST_VALUE = "sum(l.list_price * l.quantity / l.price_base_quantity)";

    private static final String LINE_COLUMNS = """
            select l.account_id, l.order_id, l.line_no, l.ordered_on, o.customer_reference, l.item_id,
                i.description as item_name, l.description, l.quantity, l.unit, o.currency, l.list_price, l.unit_price,
                l.price_base_quantity, l.discount_percent, l.net
            """;
    private static final String LINES_AND_ORDERS = """
            from --DERBY-PROPERTIES joinOrder=FIXED
                sales_order_line l --DERBY-PROPERTIES index=%s
                , sales_order o --DERBY-PROPERTIES joinStrategy=NESTEDLOOP
            """;
    private static final String BOUGHT = """
            where o.id = l.order_id and o.kind = 'ORDER' and l.cancelled = false and l.account_id = ?""";
    private static final String WITHOUT_ITEMS = LINES_AND_ORDERS + BOUGHT;
    private static final String WITH_ITEMS = LINES_AND_ORDERS
            + "    , item i --DERBY-PROPERTIES joinStrategy=NESTEDLOOP\n" + BOUGHT + " and i.id = l.item_id";
    private static final String BEFORE =
            "l.ordered_on <= ? and (l.ordered_on < ?" + " or l.order_id <= ? and (l.order_id < ? or l.line_no < ?))";
    private static final String BY_DATE = "order_line_purchases";
    private static final String BY_ITEM = "order_line_item";

    private PurchaseSql() {}

    /**
     * An account's lines in the order of dates, or of an item in the order of dates; to be read by {@link #line}.
     *
     * @param before null on the first page
     */
    static Conditions lines(AccountId account, PurchaseFilter filter, PurchaseLineKey before) {
        Conditions lines =
                from(filter, LINE_COLUMNS + WITH_ITEMS.formatted(filter.item() == null ? BY_DATE : BY_ITEM), account);
        // One upper limit only, the lower one: Derby enters the index by the first that it meets.
        return before == null
                ? until(filter, lines)
                : lines.and(BEFORE, before.date(), before.date(), before.order(), before.order(), before.line());
    }

    /** An account's lines of some days; to be read by {@link #line}. */
    static Conditions linesOn(Collection<LocalDate> days, AccountId account, PurchaseFilter filter) {
        return from(filter, LINE_COLUMNS + WITH_ITEMS.formatted(BY_ITEM), account)
                .andIn("l.ordered_on", days);
    }

    /** Other columns of an account's lines and their orders. */
    static Conditions select(String columns, AccountId account, PurchaseFilter filter) {
        return until(filter, from(filter, "select " + columns + " " + WITHOUT_ITEMS.formatted(BY_ITEM), account));
    }

    private static Conditions from(PurchaseFilter filter, String sql, AccountId account) {
        return new Conditions(sql, account.value())
                .andIfGiven(
                        "l.item_id = ?",
                        filter.item() == null ? null : filter.item().value())
                .andIfGiven("l.ordered_on >= ?", filter.dates().from());
    }

    private static Conditions until(PurchaseFilter filter, Conditions conditions) {
        return conditions.andIfGiven("l.ordered_on < ?", filter.dates().until());
    }

    /** A row of a statement of lines. */
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
