package org.throughline.erp.embedded;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.database.KeyBatches;
import org.throughline.database.UtcTimestamp;
import org.throughline.erp.embedded.rows.TaxRows;
import org.throughline.order.Bill;
import org.throughline.order.Bills;
import org.throughline.order.Order;
import org.throughline.shared.DocumentTotals;
import org.throughline.shared.TaxCategory;
import org.throughline.shared.TaxSubtotal;

/**
 * Invoices of orders in the embedded ERP, by the time of their last change and id. The very last seconds are left for the next
 * time: what is being written then may have an earlier time than what was written already.
 */
@Component
class EmbeddedBills implements Bills {

    private static final Duration SETTLED = Duration.ofSeconds(10);
    private static final String SEPARATOR = " ";

    private static final String AFTER = """
            select id, order_id, changed_at from invoice
            where kind = 'INVOICE' and order_id is not null and changed_at >= :time and (changed_at > :time or id > :id)
                and changed_at <= :until
            order by changed_at, id fetch first %d rows only""";
    private static final String HEADS = """
            select id, order_id, currency, line_net_total, allowance_total, charge_total, net_total, tax_total, gross_total
            from invoice where kind = 'INVOICE' and order_id in (:ids) order by order_id, issued_on, id""";
    private static final String LINES = """
            select l.invoice_id, l.order_line_no, l.quantity, l.net, l.tax_category, l.tax_rate
            from invoice_line l where l.invoice_id in (:ids)""";
    private static final String TAXES =
            "select invoice_id, " + TaxRows.SUBTOTAL + " from invoice_tax where invoice_id in (:ids)";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final OrderReader reader;

    EmbeddedBills(@Qualifier("erp") JdbcClient jdbc, Clock clock, EmbeddedErp erp) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.reader = new OrderReader(jdbc, erp.dataset());
    }

    private record Seen(String id, String order, Instant changedAt) {}

    private record Head(String id, String order, DocumentTotals totals) {}

    private record Part<P>(String invoice, P value) {}

    @Override
    public String now() {
        return position(clock.instant(), "");
    }

    @Override
    public Found after(String position, int max) {
        Instant time = Instant.parse(position.substring(0, position.indexOf(SEPARATOR)));
        List<Seen> seen = jdbc.sql(AFTER.formatted(max))
                .param("time", UtcTimestamp.of(time))
                .param("id", position.substring(position.indexOf(SEPARATOR) + 1))
                .param("until", UtcTimestamp.of(clock.instant().minus(SETTLED)))
                .query((row, number) ->
                        new Seen(row.getString("id"), row.getString("order_id"), UtcTimestamp.read(row, "changed_at")))
                .list();
        if (seen.isEmpty()) {
            return new Found(List.of(), position);
        }
        Seen last = seen.get(seen.size() - 1);
        return new Found(
                billed(seen.stream().map(Seen::order).distinct().toList()), position(last.changedAt(), last.id()));
    }

    private static String position(Instant time, String id) {
        return time.truncatedTo(ChronoUnit.MICROS) + SEPARATOR + id;
    }

    private List<BilledOrder> billed(List<String> ids) {
        List<Head> heads = KeyBatches.read(ids, batch -> jdbc.sql(HEADS)
                .param("ids", batch)
                .query((row, number) -> head(row))
                .list());
        List<String> invoices = heads.stream().map(Head::id).toList();
        Map<String, List<Bill.Line>> lines = parts(LINES, invoices, (row, number) -> line(row));
        Map<String, List<TaxSubtotal>> taxes = parts(
                TAXES,
                invoices,
                (row, number) -> TaxRows.read(
                        row,
                        row.getBigDecimal("rate_percent"),
                        row.getBigDecimal("taxable"),
                        row.getBigDecimal("tax")));
        Map<String, List<Bill>> bills = heads.stream()
                .collect(groupingBy(
                        Head::order,
                        mapping(
                                head -> new Bill(
                                        head.id(),
                                        lines.getOrDefault(head.id(), List.of()),
                                        taxes.getOrDefault(head.id(), List.of()),
                                        head.totals()),
                                toList())));
        List<BilledOrder> found = new ArrayList<>();
        for (Order order : orders(ids)) {
            found.add(new BilledOrder(order, bills.getOrDefault(order.id().value(), List.of())));
        }
        return found;
    }

    private List<Order> orders(List<String> ids) {
        return KeyBatches.read(
                ids,
                batch -> reader.read(jdbc.sql(OrderHeads.SELECT + " where id in (:ids) and kind = 'ORDER'")
                        .param("ids", batch)));
    }

    private <P> Map<String, List<P>> parts(String sql, List<String> invoices, RowMapper<P> mapper) {
        return KeyBatches.read(invoices, batch -> jdbc.sql(sql)
                        .param("ids", batch)
                        .query((row, number) -> new Part<>(row.getString("invoice_id"), mapper.mapRow(row, number)))
                        .list())
                .stream()
                .collect(groupingBy(Part::invoice, mapping(Part::value, toList())));
    }

    private static Head head(ResultSet row) throws SQLException {
        return new Head(
                row.getString("id"),
                row.getString("order_id"),
                new DocumentTotals(
                        Currency.getInstance(row.getString("currency")),
                        row.getBigDecimal("line_net_total"),
                        row.getBigDecimal("allowance_total"),
                        row.getBigDecimal("charge_total"),
                        row.getBigDecimal("net_total"),
                        row.getBigDecimal("tax_total"),
                        row.getBigDecimal("gross_total")));
    }

    private static Bill.Line line(ResultSet row) throws SQLException {
        return new Bill.Line(
                row.getInt("order_line_no"),
                row.getBigDecimal("quantity"),
                row.getBigDecimal("net"),
                TaxCategory.valueOf(row.getString("tax_category")),
                row.getBigDecimal("tax_rate"));
    }
}
