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
import org.throughline.history.DeliveryStatus;
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
                l.price_base_quantity, l.discount_percent, l.shipped, l.invoiced, l.net
            """;
    private static final String BY_LINE = """
            from --DERBY-PROPERTIES joinOrder=FIXED
                sales_order_line l --DERBY-PROPERTIES %s
                , sales_order o --DERBY-PROPERTIES joinStrategy=NESTEDLOOP
            """;
    private static final String BY_REFERENCE = """
            from --DERBY-PROPERTIES joinOrder=FIXED
                sales_order o --DERBY-PROPERTIES index=sales_order_customer_ref
                , sales_order_line l --DERBY-PROPERTIES constraint=sales_order_line_key, joinStrategy=NESTEDLOOP
            """;
    private static final String WITH_ITEMS = "    , item i --DERBY-PROPERTIES joinStrategy=NESTEDLOOP\n";
    private static final String BOUGHT =
            "where o.id = l.order_id and o.kind = 'ORDER' and l.cancelled = false and l.account_id = ?";
    private static final String BEFORE =
            "l.ordered_on <= ? and (l.ordered_on < ? or l.order_id <= ? and (l.order_id < ? or l.line_no < ?))";

    static final String BY_DATE = "index=order_line_purchases";
    static final String BY_ITEM = "index=order_line_item";
    static final String BY_DELIVERY = "index=order_line_delivery";
    static final String BY_NET = "index=order_line_net";
    private static final String BY_ORDER = "constraint=sales_order_line_key";

    private PurchaseSql() {}

    /**
     * An account's lines; to be read by {@link #line}.
     *
     * @param index where they are found, unless an order or a reference leads to them
     * @param before null on the first page
     */
    static Conditions lines(AccountId account, PurchaseFilter filter, String index, PurchaseLineKey before) {
        Conditions lines = new Conditions(
                LINE_COLUMNS + from(filter, index) + WITH_ITEMS + BOUGHT + " and i.id = l.item_id", account.value());
        narrow(lines, filter);
        // One upper limit only, the lower one: Derby enters the index by the first that it meets.
        return before == null
                ? until(filter, lines)
                : lines.and(BEFORE, before.date(), before.date(), before.order(), before.order(), before.line());
    }

    /** An account's lines of some days; to be read by {@link #line}. */
    static Conditions linesOn(Collection<LocalDate> days, AccountId account, PurchaseFilter filter) {
        return lines(account, filter, BY_ITEM, null).andIn("l.ordered_on", days);
    }

    /** Other columns of an account's lines and their orders. */
    static Conditions select(String columns, AccountId account, PurchaseFilter filter) {
        Conditions lines = new Conditions("select " + columns + " " + from(filter, BY_ITEM) + BOUGHT, account.value());
        narrow(lines, filter);
        return until(filter, lines);
    }

    /** Whether an order or a reference leads to few lines, which are sorted then. */
    static boolean leadsToFew(PurchaseFilter filter) {
        return filter.order() != null || filter.customerReference() != null;
    }

    private static String from(PurchaseFilter filter, String index) {
        if (filter.order() != null) {
            return BY_LINE.formatted(BY_ORDER);
        }
        return filter.customerReference() == null ? BY_LINE.formatted(index) : BY_REFERENCE;
    }

    private static void narrow(Conditions lines, PurchaseFilter filter) {
        lines.andIfGiven(
                        "l.item_id = ?",
                        filter.item() == null ? null : filter.item().value())
                .andIfGiven("l.ordered_on >= ?", filter.dates().from())
                .andIfGiven(
                        "l.order_id = ?",
                        filter.order() == null ? null : filter.order().value())
                .andIfGiven("o.customer_reference = ?", filter.customerReference())
                .andIfGiven(
                        "o.currency = ?",
                        filter.amounts().currency() == null
                                ? null
                                : filter.amounts().currency().getCurrencyCode())
                .andBetween("l.net", filter.amounts());
        if (!filter.statuses().isEmpty()) {
            lines.andIn(
                    "l.delivery",
                    filter.statuses().stream()
                            .map(DeliveryStatus::ordinal)
                            .sorted()
                            .toList());
        }
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
                number(row, "shipped"),
                number(row, "invoiced"),
                amount(row, "net", currency));
    }
}
