package org.throughline.erp.embedded;

import static java.math.BigDecimal.ZERO;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.account.AgedBalances;
import org.throughline.database.KeyBatches;
import org.throughline.shared.Money;

/** Adds up what accounts owe and have ordered: three statements for each 500 accounts. */
final class OpenItems {

    /**
     * What is open on invoices and credit notes on a day, in the columns of ageing. What was settled after that day is
     * open on it still.
     */
    private static final String INVOICES = """
            select account_id, currency,
                sum(case when kind = 'INVOICE' and due_on >= :day then open_amount else 0 end) as b0,
                sum(case when kind = 'INVOICE' and due_on < :day and due_on >= :day30 then open_amount else 0 end) as b1,
                sum(case when kind = 'INVOICE' and due_on < :day30 and due_on >= :day60 then open_amount else 0 end) as b2,
                sum(case when kind = 'INVOICE' and due_on < :day60 and due_on >= :day90 then open_amount else 0 end) as b3,
                sum(case when kind = 'INVOICE' and due_on < :day90 then open_amount else 0 end) as b4,
                sum(case when kind = 'CREDIT_NOTE' then open_amount else 0 end) as credit_notes
            from (%s) as open_item
            group by account_id, currency""";

    private static final String OPEN_NOW = """
            select account_id, currency, kind, due_on, gross_total - settled as open_amount
            from invoice --DERBY-PROPERTIES index=invoice_account
            where account_id in (:ids) and issued_on <= :day and settled < gross_total""";
    private static final String OPEN_THEN = """
            select account_id, currency, kind, due_on, gross_total - settled
                + coalesce((select sum(a.amount) from payment_allocation a --DERBY-PROPERTIES constraint=payment_allocation_of, joinStrategy=NESTEDLOOP
                    where a.invoice_id = i.id and a.allocated_on > :day), 0)
                + coalesce((select sum(c.gross_total) from invoice c --DERBY-PROPERTIES constraint=invoice_corrected, joinStrategy=NESTEDLOOP
                    where c.corrects_id = i.id and c.issued_on > :day), 0) as open_amount
            from invoice i --DERBY-PROPERTIES index=invoice_account
            where account_id in (:ids) and issued_on <= :day""";
    private static final String UNALLOCATED = """
            select account_id, currency, sum(free) as cash
            from (select p.account_id, p.currency, p.amount - coalesce((select sum(a.amount)
                    from payment_allocation a --DERBY-PROPERTIES constraint=payment_allocation_key, joinStrategy=NESTEDLOOP
                    where a.payment_id = p.id and a.allocated_on <= :day), 0) as free
                from payment p --DERBY-PROPERTIES index=payment_account
                where p.account_id in (:ids) and p.received_on <= :day) as received
            group by account_id, currency""";
    private static final String ORDERS = """
            select o.account_id, o.id, o.currency, o.gross_total, o.line_net_total, l.net, l.quantity, l.shipped, l.invoiced
            from --DERBY-PROPERTIES joinOrder=FIXED
                sales_order o --DERBY-PROPERTIES index=sales_order_account
                , sales_order_line l --DERBY-PROPERTIES constraint=sales_order_line_key, joinStrategy=NESTEDLOOP
            where l.order_id = o.id and o.account_id in (:ids) and o.kind = 'ORDER' and o.approval in ('PENDING', 'APPROVED')
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

    /** What one account has open in one currency. */
    record Key(String account, Currency currency) {
        static Key of(ResultSet row) throws SQLException {
            return new Key(row.getString("account_id"), Currency.getInstance(row.getString("currency")));
        }
    }

    /** Amounts with tax, not rounded. */
    record Amounts(AgedBalances invoices, BigDecimal uninvoicedDeliveries, BigDecimal openOrders, BigDecimal cash) {

        static final Amounts NONE = new Amounts(new AgedBalances(ZERO, ZERO, ZERO, ZERO, ZERO), ZERO, ZERO, ZERO);

        Amounts plus(Amounts other) {
            return new Amounts(
                    plus(invoices, other.invoices),
                    uninvoicedDeliveries.add(other.uninvoicedDeliveries),
                    openOrders.add(other.openOrders),
                    cash.add(other.cash));
        }

        /** In another currency, rounded to its minor unit. */
        Amounts converted(BigDecimal rate, Currency currency) {
            return new Amounts(
                    new AgedBalances(
                            converted(invoices.current(), rate, currency),
                            converted(invoices.days1To30(), rate, currency),
                            converted(invoices.days31To60(), rate, currency),
                            converted(invoices.days61To90(), rate, currency),
                            converted(invoices.over90(), rate, currency)),
                    converted(uninvoicedDeliveries, rate, currency),
                    converted(openOrders, rate, currency),
                    converted(cash, rate, currency));
        }

        private static BigDecimal converted(BigDecimal amount, BigDecimal rate, Currency currency) {
            return Money.round(amount.multiply(rate), currency);
        }

        private static AgedBalances plus(AgedBalances one, AgedBalances other) {
            return new AgedBalances(
                    one.current().add(other.current()),
                    one.days1To30().add(other.days1To30()),
                    one.days31To60().add(other.days31To60()),
                    one.days61To90().add(other.days61To90()),
                    one.over90().add(other.over90()));
        }
    }

    Map<Key, Amounts> of(Collection<String> accounts) {
        Map<Key, Amounts> amounts = new LinkedHashMap<>();
        read(INVOICES.formatted(inThePast ? OPEN_THEN : OPEN_NOW), true, accounts, OpenItems::invoices, amounts);
        read(UNALLOCATED, false, accounts, OpenItems::cash, amounts);
        read(ORDERS, false, accounts, OpenItems::orderLine, amounts);
        return amounts;
    }

    private record Entry(Key key, Amounts amounts) {}

    private interface EntryReader {
        Amounts read(ResultSet row) throws SQLException;
    }

    private void read(
            String sql, boolean aged, Collection<String> accounts, EntryReader reader, Map<Key, Amounts> amounts) {
        List<Entry> entries = KeyBatches.read(accounts, batch -> {
            JdbcClient.StatementSpec statement =
                    jdbc.sql(sql).param("ids", batch).param("day", Date.valueOf(day));
            if (aged) {
                statement
                        .param("day30", Date.valueOf(day.minusDays(30)))
                        .param("day60", Date.valueOf(day.minusDays(60)))
                        .param("day90", Date.valueOf(day.minusDays(90)));
            }
            return statement
                    .query((row, number) -> new Entry(Key.of(row), reader.read(row)))
                    .list();
        });
        entries.forEach(entry -> amounts.merge(entry.key(), entry.amounts(), Amounts::plus));
    }

    /** Open credit notes count as cash. */
    private static Amounts invoices(ResultSet row) throws SQLException {
        AgedBalances aged = new AgedBalances(
                row.getBigDecimal("b0"),
                row.getBigDecimal("b1"),
                row.getBigDecimal("b2"),
                row.getBigDecimal("b3"),
                row.getBigDecimal("b4"));
        return new Amounts(aged, ZERO, ZERO, row.getBigDecimal("credit_notes"));
    }

    private static Amounts cash(ResultSet row) throws SQLException {
        return new Amounts(Amounts.NONE.invoices(), ZERO, ZERO, row.getBigDecimal("cash"));
    }

    /**
     * A line's part of the order's gross total is that of its net; so an order that nothing happened to yet counts with
     * exactly its gross total.
     */
    private static Amounts orderLine(ResultSet row) throws SQLException {
        BigDecimal quantity = row.getBigDecimal("quantity");
        BigDecimal shipped = row.getBigDecimal("shipped");
        BigDecimal invoiced = row.getBigDecimal("invoiced");
        BigDecimal lineNets = row.getBigDecimal("line_net_total");
        if (lineNets.signum() == 0) {
            return Amounts.NONE;
        }
        BigDecimal gross = row.getBigDecimal("gross_total").multiply(row.getBigDecimal("net"));
        BigDecimal whole = lineNets.multiply(quantity);
        return new Amounts(
                Amounts.NONE.invoices(),
                part(gross, shipped.subtract(invoiced), whole),
                part(gross, quantity.subtract(shipped.max(invoiced)), whole),
                ZERO);
    }

    private static BigDecimal part(BigDecimal gross, BigDecimal quantity, BigDecimal whole) {
        return gross.multiply(quantity.max(ZERO)).divide(whole, 10, RoundingMode.HALF_UP);
    }
}
