package org.throughline.erp.embedded;

import static java.util.Comparator.comparing;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.account.Activities;
import org.throughline.account.Activity;
import org.throughline.account.Activity.Contract;
import org.throughline.account.Activity.LastInvoice;
import org.throughline.account.Activity.OpenOrder;
import org.throughline.account.Activity.OpenReturn;
import org.throughline.account.Activity.ShipmentUnderWay;
import org.throughline.account.Excerpt;
import org.throughline.database.KeyBatches;
import org.throughline.shared.AccountId;
import org.throughline.shared.Answer;
import org.throughline.shared.InvoiceId;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Money;
import org.throughline.shared.OrderId;
import org.throughline.shared.ReturnId;
import org.throughline.shared.ShipmentId;

/** What goes on with customers of the embedded ERP: five statements for each 500 accounts. */
@Component
class EmbeddedActivities implements Activities {

    private static final String ORDERS = """
            select o.account_id, o.id, o.ordered_on, o.required_on, o.customer_reference, o.currency, o.gross_total,
                o.delivery, o.invoicing,
                case when exists (select 1 from sales_order_hold h where h.order_id = o.id) then 1 else 0 end as on_hold
            from sales_order o
            where o.account_id in (:ids) and o.kind = 'ORDER' and o.approval in ('PENDING', 'APPROVED')
                and o.invoicing <> 'FULL'
            order by o.ordered_on desc, o.id desc fetch first :rows rows only""";
    private static final String INVOICES = """
            select account_id, id, kind, issued_on, due_on, currency, gross_total, gross_total - settled as outstanding
            from invoice where account_id in (:ids)
            order by issued_on desc, id desc fetch first :rows rows only""";
    private static final String SHIPMENTS = """
            select account_id, id, order_id, shipped_on, carrier, consignment, tracking_url
            from shipment where account_id in (:ids) and status in ('SHIPPED', 'IN_TRANSIT')
            order by shipped_on desc, id desc fetch first :rows rows only""";
    private static final String RETURNS = """
            select account_id, id, order_id, requested_on, status
            from return_request where account_id in (:ids) and status in ('REQUESTED', 'AUTHORISED', 'RECEIVED')
            order by requested_on desc, id desc fetch first :rows rows only""";
    private static final String CONTRACTS = """
            select account_id, id, description, starts_on, ends_on, renews, currency, annual_value
            from service_contract where account_id in (:ids) and ends_on > :today
            order by ends_on desc, id desc fetch first :rows rows only""";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final String dataset;

    EmbeddedActivities(@Qualifier("erp") JdbcClient jdbc, Clock clock, EmbeddedErp erp) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.dataset = erp.dataset();
    }

    @Override
    public Answer<Activity> of(Collection<AccountId> accounts, int rows, LocalDate today, MaxAge maxAge) {
        Instant now = clock.instant();
        Query query = new Query(accounts.stream().map(AccountId::value).toList(), rows, today);
        Activity activity = new Activity(
                query.read(ORDERS, this::order, comparing(OpenOrder::orderedOn), row -> row.id()
                        .value()),
                query.read(INVOICES, this::invoice, comparing(LastInvoice::issuedOn), row -> row.id()
                        .value()),
                query.read(SHIPMENTS, this::shipment, comparing(ShipmentUnderWay::shippedOn), row -> row.id()
                        .value()),
                query.read(RETURNS, this::goodsReturn, comparing(OpenReturn::requestedOn), row -> row.id()
                        .value()),
                query.read(CONTRACTS, this::contract, comparing(Contract::endsOn), Contract::id));
        return Answer.live(activity, now);
    }

    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private final class Query {

        private final List<String> accounts;
        private final int rows;
        private final LocalDate today;

        Query(List<String> accounts, int rows, LocalDate today) {
            this.accounts = accounts;
            this.rows = rows;
            this.today = today;
        }

        /** The newest rows of all batches; each statement gives one more than wanted, so that it shows if there is more. */
        <T> Excerpt<T> read(
                String sql, RowReader<T> reader, Comparator<T> date, java.util.function.Function<T, String> id) {
            List<T> found = KeyBatches.read(accounts, batch -> statement(sql, batch)
                    .query((row, number) -> reader.read(row))
                    .list());
            return Excerpt.of(
                    found.stream().sorted(date.thenComparing(id).reversed()).toList(), rows);
        }

        private JdbcClient.StatementSpec statement(String sql, List<String> batch) {
            JdbcClient.StatementSpec statement =
                    jdbc.sql(sql).param("ids", batch).param("rows", rows + 1);
            return sql.contains(":today") ? statement.param("today", Date.valueOf(today)) : statement;
        }
    }

    private OpenOrder order(ResultSet row) throws SQLException {
        return new OpenOrder(
                account(row),
                new OrderId(dataset, row.getString("id")),
                date(row, "ordered_on"),
                date(row, "required_on"),
                row.getString("customer_reference"),
                money(row, "gross_total"),
                row.getString("delivery"),
                row.getString("invoicing"),
                row.getInt("on_hold") == 1);
    }

    private LastInvoice invoice(ResultSet row) throws SQLException {
        Currency currency = Currency.getInstance(row.getString("currency"));
        BigDecimal outstanding = Money.round(row.getBigDecimal("outstanding"), currency);
        return new LastInvoice(
                account(row),
                new InvoiceId(dataset, row.getString("id")),
                row.getString("kind").equals("CREDIT_NOTE"),
                date(row, "issued_on"),
                date(row, "due_on"),
                money(row, "gross_total"),
                outstanding);
    }

    private ShipmentUnderWay shipment(ResultSet row) throws SQLException {
        return new ShipmentUnderWay(
                account(row),
                new ShipmentId(dataset, row.getString("id")),
                orderOf(row),
                date(row, "shipped_on"),
                row.getString("carrier"),
                row.getString("consignment"),
                row.getString("tracking_url"));
    }

    private OpenReturn goodsReturn(ResultSet row) throws SQLException {
        return new OpenReturn(
                account(row),
                new ReturnId(dataset, row.getString("id")),
                orderOf(row),
                date(row, "requested_on"),
                row.getString("status"));
    }

    private Contract contract(ResultSet row) throws SQLException {
        return new Contract(
                account(row),
                row.getString("id"),
                row.getString("description"),
                date(row, "starts_on"),
                date(row, "ends_on"),
                row.getBoolean("renews"),
                money(row, "annual_value"));
    }

    private AccountId account(ResultSet row) throws SQLException {
        return new AccountId(dataset, row.getString("account_id"));
    }

    private OrderId orderOf(ResultSet row) throws SQLException {
        String id = row.getString("order_id");
        return id == null ? null : new OrderId(dataset, id);
    }

    private static Money money(ResultSet row, String column) throws SQLException {
        return new Money(row.getBigDecimal(column), Currency.getInstance(row.getString("currency"))).rounded();
    }

    private static LocalDate date(ResultSet row, String column) throws SQLException {
        Date date = row.getDate(column);
        return date == null ? null : date.toLocalDate();
    }
}
