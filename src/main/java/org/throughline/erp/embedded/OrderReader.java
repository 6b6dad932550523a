package org.throughline.erp.embedded;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.throughline.erp.embedded.Columns.date;
import static org.throughline.erp.embedded.Columns.number;
import static org.throughline.erp.embedded.Columns.quantity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.database.KeyBatches;
import org.throughline.database.UtcTimestamp;
import org.throughline.erp.embedded.rows.TaxRows;
import org.throughline.order.Hold;
import org.throughline.order.HoldReason;
import org.throughline.order.LinePrice;
import org.throughline.order.LineProgress;
import org.throughline.order.Order;
import org.throughline.order.OrderContent;
import org.throughline.order.OrderEvent;
import org.throughline.order.OrderLine;
import org.throughline.pricing.OrderAdjustment;
import org.throughline.shared.AccountId;
import org.throughline.shared.ItemId;
import org.throughline.shared.Money;
import org.throughline.shared.OrderId;
import org.throughline.shared.QuotationId;
import org.throughline.shared.TaxCategory;
import org.throughline.shared.TaxSubtotal;
import org.throughline.tax.TaxTreatment;

/** Reads whole orders: six statements, however many orders and lines there are (per 500 orders). */
final class OrderReader {

    private static final String LINES = """
            select order_id, line_no, item_id, description, quantity, unit, base_quantity, allocated, shipped, invoiced,
                warehouse_id, required_on, list_price, unit_price, price_unit, price_base_quantity, discount_percent,
                allowance, free_by, override_reason, net, tax_category, tax_rate
            from sales_order_line where order_id in (:ids) order by order_id, line_no""";
    private static final String ADJUSTMENTS = """
            select order_id, kind, rule_id, description, base, percent, amount, tax_category, tax_rate, tax_reason_code,
                tax_reason, tax_rule
            from sales_order_adjustment where order_id in (:ids) order by order_id, position""";
    private static final String TAXES = """
            select order_id, category, rate_percent, taxable, tax, reason_code, reason, jurisdiction, tax_name, rule_id,
                legal_reference
            from sales_order_tax where order_id in (:ids)
            order by order_id, jurisdiction, category, rate_percent desc, tax_name""";
    private static final String HOLDS = """
            select order_id, reason_code, reason from sales_order_hold where order_id in (:ids)
            order by order_id, reason_code""";
    private static final String EVENTS = """
            select order_id, happened_at, kind, actor, text from sales_order_event where order_id in (:ids)
            order by order_id, happened_at, id""";

    private final JdbcClient jdbc;
    private final String dataset;

    OrderReader(JdbcClient jdbc, String dataset) {
        this.jdbc = jdbc;
        this.dataset = dataset;
    }

    /** @param heads statement that selects like {@link OrderHeads#SELECT} */
    List<Order> read(JdbcClient.StatementSpec heads) {
        return complete(OrderHeads.read(heads));
    }

    /** The heads with everything that belongs to them, in their order. */
    List<Order> complete(List<OrderHeads.Head> heads) {
        List<String> ids = heads.stream().map(OrderHeads.Head::id).toList();
        Map<String, List<OrderLine>> lines = parts(LINES, ids, OrderReader::line);
        Map<String, List<OrderAdjustment>> adjustments = parts(ADJUSTMENTS, ids, OrderReader::adjustment);
        Map<String, List<TaxSubtotal>> taxes = parts(TAXES, ids, OrderReader::tax);
        Map<String, List<Hold>> holds = parts(HOLDS, ids, OrderReader::hold);
        Map<String, List<OrderEvent>> events = parts(EVENTS, ids, OrderReader::event);
        Function<OrderHeads.Head, Order> complete = head -> order(
                head,
                lines.getOrDefault(head.id(), List.of()),
                adjustments.getOrDefault(head.id(), List.of()),
                inCurrency(taxes.getOrDefault(head.id(), List.of()), head.currency()),
                holds.getOrDefault(head.id(), List.of()),
                events.getOrDefault(head.id(), List.of()));
        return heads.stream().map(complete).toList();
    }

    private <P> Map<String, List<P>> parts(String sql, List<String> ids, RowMapper<P> mapper) {
        record Part<P>(String order, P value) {}
        return KeyBatches.read(ids, batch -> jdbc.sql(sql)
                        .param("ids", batch)
                        .query((row, number) -> new Part<>(row.getString("order_id"), mapper.mapRow(row, number)))
                        .list())
                .stream()
                .collect(groupingBy(Part::order, mapping(Part::value, toList())));
    }

    private Order order(
            OrderHeads.Head head,
            List<OrderLine> lines,
            List<OrderAdjustment> adjustments,
            List<TaxSubtotal> taxes,
            List<Hold> holds,
            List<OrderEvent> events) {
        OrderContent content = new OrderContent(
                new AccountId(dataset, head.account()),
                head.customerReference(),
                head.orderedOn(),
                head.requiredOn(),
                head.currency(),
                head.pricesIncludeTax(),
                head.shipTo(),
                head.delivery(),
                lines.stream().map(line -> inCurrency(line, head.currency())).toList(),
                adjustments.stream().map(each -> each.in(head.currency())).toList(),
                taxes,
                head.totals());
        return new Order(
                new OrderId(dataset, head.id()),
                head.version(),
                head.reference(),
                content,
                head.status(),
                holds,
                events,
                head.quotation() == null ? null : new QuotationId(dataset, head.quotation()));
    }

    private static OrderLine line(ResultSet row, int number) throws SQLException {
        String unit = row.getString("unit");
        return new OrderLine(
                row.getInt("line_no"),
                new ItemId(row.getString("item_id")),
                row.getString("description"),
                quantity(row),
                number(row, "base_quantity"),
                price(row, unit),
                date(row, "required_on"),
                row.getString("warehouse_id"),
                new LineProgress(number(row, "allocated"), number(row, "shipped"), number(row, "invoiced")));
    }

    private static LinePrice price(ResultSet row, String lineUnit) throws SQLException {
        String unit = row.getString("price_unit");
        return new LinePrice(
                number(row, "list_price"),
                number(row, "unit_price"),
                unit == null ? lineUnit : unit,
                number(row, "price_base_quantity"),
                number(row, "discount_percent"),
                number(row, "allowance"),
                row.getString("free_by"),
                row.getString("override_reason"),
                row.getBigDecimal("net"),
                TaxCategory.valueOf(row.getString("tax_category")),
                number(row, "tax_rate"));
    }

    private static OrderLine inCurrency(OrderLine line, Currency currency) {
        LinePrice price = line.price();
        return line.with(new LinePrice(
                price.listPrice(),
                price.unitPrice(),
                price.unit(),
                price.baseQuantity(),
                price.discountPercent(),
                Money.round(price.allowance(), currency),
                price.freeBy(),
                price.overrideReason(),
                Money.round(price.net(), currency),
                price.taxCategory(),
                price.taxRatePercent()));
    }

    private static OrderAdjustment adjustment(ResultSet row, int number) throws SQLException {
        TaxTreatment treatment = new TaxTreatment(
                TaxCategory.valueOf(row.getString("tax_category")),
                number(row, "tax_rate"),
                row.getString("tax_reason_code"),
                row.getString("tax_reason"),
                row.getString("tax_rule"));
        return new OrderAdjustment(
                OrderAdjustment.Kind.valueOf(row.getString("kind")),
                row.getString("rule_id"),
                row.getString("description"),
                row.getBigDecimal("base"),
                row.getBigDecimal("percent") == null ? null : number(row, "percent"),
                row.getBigDecimal("amount"),
                treatment);
    }

    private static TaxSubtotal tax(ResultSet row, int number) throws SQLException {
        return TaxRows.read(row, number(row, "rate_percent"), row.getBigDecimal("taxable"), row.getBigDecimal("tax"));
    }

    private static List<TaxSubtotal> inCurrency(List<TaxSubtotal> taxes, Currency currency) {
        return taxes.stream()
                .map(tax -> tax.withAmounts(Money.round(tax.taxable(), currency), Money.round(tax.tax(), currency)))
                .toList();
    }

    /** Reasons of the back office's own making count as manual. */
    private static Hold hold(ResultSet row, int number) throws SQLException {
        String code = row.getString("reason_code");
        HoldReason reason = Arrays.stream(HoldReason.values())
                .filter(known -> known.name().equals(code))
                .findFirst()
                .orElse(HoldReason.MANUAL);
        return new Hold(reason, row.getString("reason"));
    }

    private static OrderEvent event(ResultSet row, int number) throws SQLException {
        return new OrderEvent(
                UtcTimestamp.read(row, "happened_at"),
                OrderEvent.Kind.valueOf(row.getString("kind")),
                row.getString("actor"),
                row.getString("text"));
    }
}
