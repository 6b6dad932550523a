package org.throughline.erp.embedded;

import static java.math.BigDecimal.ZERO;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.account.OpenDocument.Kind;
import org.throughline.database.KeyBatches;

/** Reads what accounts owe and have ordered: three statements for each 500 accounts. */
final class OpenItems {

    private static final String OPEN_NOW = """
            select account_id, id, kind, issued_on, due_on, currency, gross_total - settled as open_amount
            from invoice --DERBY-PROPERTIES index=invoice_settlement
            where account_id in (:ids) and settlement < 2 and issued_on <= :day""";
    /** What was settled after the day was open on it still. */
    private static final String OPEN_THEN = """
            select account_id, id, kind, issued_on, due_on, currency, gross_total - settled
                + coalesce((select sum(a.amount) from payment_allocation a --DERBY-PROPERTIES constraint=payment_allocation_of, joinStrategy=NESTEDLOOP
                    where a.invoice_id = i.id and a.allocated_on > :day), 0)
                + coalesce((select sum(c.amount) from credit_allocation c --DERBY-PROPERTIES constraint=credit_allocation_of, joinStrategy=NESTEDLOOP
                    where c.invoice_id = i.id and c.allocated_on > :day), 0)
                + coalesce((select sum(u.amount) from credit_allocation u --DERBY-PROPERTIES constraint=credit_allocation_from, joinStrategy=NESTEDLOOP
                    where u.credit_note_id = i.id and u.allocated_on > :day), 0) as open_amount
            from invoice i --DERBY-PROPERTIES index=invoice_account
            where account_id in (:ids) and issued_on <= :day""";

    private static final String UNALLOCATED = """
            select p.account_id, p.id, p.reference, p.received_on, p.currency, p.amount - coalesce((
                    select sum(a.amount)
                    from payment_allocation a --DERBY-PROPERTIES constraint=payment_allocation_key, joinStrategy=NESTEDLOOP
                    where a.payment_id = p.id and a.allocated_on <= :day), 0) as open_amount
            from payment p --DERBY-PROPERTIES index=payment_account
            where p.account_id in (:ids) and p.received_on <= :day""";
    private static final String ORDERS = """
            select o.account_id, o.id, o.approval, o.ordered_on, o.currency, o.gross_total, o.line_net_total, l.net,
                l.quantity, l.shipped, l.invoiced
            from --DERBY-PROPERTIES joinOrder=FIXED
                sales_order o --DERBY-PROPERTIES index=sales_order_account
                , sales_order_line l --DERBY-PROPERTIES constraint=sales_order_line_key, joinStrategy=NESTEDLOOP
            where l.order_id = o.id and o.account_id in (:ids) and o.kind = 'ORDER'
                and o.approval in ('PENDING', 'APPROVED')
                and o.invoicing <> 'FULL' and o.ordered_on <= :day and l.cancelled = false and l.quantity > 0""";

    private final JdbcClient jdbc;
    private final LocalDate day;
    private final boolean inThePast;

    /** @param today decides whether settlements after the day have to be undone */
    OpenItems(JdbcClient jdbc, LocalDate day, LocalDate today) {
        this.jdbc = jdbc;
        this.day = day;
        this.inThePast = day.isBefore(today);
    }

    /**
     * Something that is open.
     *
     * @param dueOn null for all but invoices
     * @param amount with tax, in the currency; not rounded
     */
    record Item(
            String account,
            Kind kind,
            String document,
            LocalDate date,
            LocalDate dueOn,
            Currency currency,
            BigDecimal amount) {

        private Item plus(BigDecimal more) {
            return new Item(account, kind, document, date, dueOn, currency, amount.add(more));
        }
    }

    /** Invoices and credit notes that are open; amounts are not zero. */
    List<Item> invoices(Collection<String> accounts) {
        List<Item> items = new ArrayList<>(read(inThePast ? OPEN_THEN : OPEN_NOW, accounts, OpenItems::invoice));
        items.removeIf(item -> item.amount().signum() == 0);
        return items;
    }

    List<Item> of(Collection<String> accounts) {
        List<Item> items = new ArrayList<>(invoices(accounts));
        items.addAll(read(UNALLOCATED, accounts, OpenItems::payment));
        OpenOrders orders = new OpenOrders();
        read(ORDERS, accounts, OpenItems::orderLine).forEach(orders::add);
        items.addAll(orders.items());
        items.removeIf(item -> item.amount().signum() == 0);
        return items;
    }

    private <R> List<R> read(String sql, Collection<String> accounts, RowMapper<R> mapper) {
        return KeyBatches.read(accounts, batch -> jdbc.sql(sql)
                .param("ids", batch)
                .param("day", Date.valueOf(day))
                .query(mapper)
                .list());
    }

    private static Item invoice(ResultSet row, int number) throws SQLException {
        Kind kind = Kind.valueOf(row.getString("kind"));
        return new Item(
                row.getString("account_id"),
                kind,
                row.getString("id"),
                row.getDate("issued_on").toLocalDate(),
                kind == Kind.INVOICE ? row.getDate("due_on").toLocalDate() : null,
                Currency.getInstance(row.getString("currency")),
                row.getBigDecimal("open_amount"));
    }

    /** A payment is named by its reference; the embedded ERP numbers those that have none. */
    private static Item payment(ResultSet row, int number) throws SQLException {
        String reference = row.getString("reference");
        return new Item(
                row.getString("account_id"),
                Kind.PAYMENT,
                reference == null ? row.getString("id") : reference,
                row.getDate("received_on").toLocalDate(),
                null,
                Currency.getInstance(row.getString("currency")),
                row.getBigDecimal("open_amount"));
    }

    private record OrderLine(Item open, BigDecimal delivered) {}

    /**
     * A line's part of the order's gross total is that of its net; so an order that nothing happened to yet counts with
     * exactly its gross total.
     */
    private static OrderLine orderLine(ResultSet row, int number) throws SQLException {
        BigDecimal quantity = row.getBigDecimal("quantity");
        BigDecimal shipped = row.getBigDecimal("shipped");
        BigDecimal invoiced = row.getBigDecimal("invoiced");
        BigDecimal gross = row.getBigDecimal("gross_total").multiply(row.getBigDecimal("net"));
        BigDecimal whole = row.getBigDecimal("line_net_total").multiply(quantity);
        Item open = new Item(
                row.getString("account_id"),
                row.getString("approval").equals("PENDING") ? Kind.HELD_ORDER : Kind.ORDER,
                row.getString("id"),
                row.getDate("ordered_on").toLocalDate(),
                null,
                Currency.getInstance(row.getString("currency")),
                part(gross, quantity.subtract(shipped.max(invoiced)), whole));
        return new OrderLine(open, part(gross, shipped.subtract(invoiced), whole));
    }

    private static BigDecimal part(BigDecimal gross, BigDecimal quantity, BigDecimal whole) {
        return whole.signum() == 0 ? ZERO : gross.multiply(quantity.max(ZERO)).divide(whole, 10, RoundingMode.HALF_UP);
    }

    /** Adds the lines of orders up: what is shipped and not invoiced, and what is still to come. */
    private static final class OpenOrders {

        private final Map<String, Item> open = new LinkedHashMap<>();
        private final Map<String, Item> delivered = new LinkedHashMap<>();

        private void add(OrderLine line) {
            Item item = line.open();
            Item shipped = new Item(
                    item.account(),
                    Kind.DELIVERY,
                    item.document(),
                    item.date(),
                    null,
                    item.currency(),
                    line.delivered());
            open.merge(item.document(), item, (sum, more) -> sum.plus(more.amount()));
            delivered.merge(item.document(), shipped, (sum, more) -> sum.plus(more.amount()));
        }

        private List<Item> items() {
            List<Item> items = new ArrayList<>(open.values());
            items.addAll(delivered.values());
            return items;
        }
    }
}
