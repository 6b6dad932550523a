package org.throughline.erp.embedded;

import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.throughline.database.UtcTimestamp;
import org.throughline.erp.embedded.rows.TaxRows;
import org.throughline.order.CreditPolicy;
import org.throughline.order.DeliveryPolicy;
import org.throughline.order.Hold;
import org.throughline.order.LinePrice;
import org.throughline.order.OrderContent;
import org.throughline.order.OrderDraft;
import org.throughline.order.OrderEvent;
import org.throughline.order.OrderLine;
import org.throughline.order.OrderStatus;
import org.throughline.order.Progress;
import org.throughline.order.QuotedLines;
import org.throughline.order.StockPolicy;
import org.throughline.pricing.OrderAdjustment;
import org.throughline.shared.DocumentTotals;
import org.throughline.shared.PostalAddress;
import org.throughline.tax.TaxTreatment;

/** Writes orders; for use within a transaction. */
final class OrderWriter {

    private static final List<String> AMENDABLE = List.of(
            "customer_reference",
            "required_on",
            "complete_delivery",
            "ship_name",
            "ship_line1",
            "ship_line2",
            "ship_city",
            "ship_region",
            "ship_postal_code",
            "ship_country",
            "approval",
            "allocation",
            "delivery",
            "invoicing",
            "line_count",
            "line_net_total",
            "allowance_total",
            "charge_total",
            "net_total",
            "tax_total",
            "gross_total");
    private static final String ORDER =
            "insert into sales_order (id, kind, account_id, reference, ordered_on, currency,"
                    + " prices_include_tax, version, changed_at, valid_until, quotation_id, "
                    + String.join(", ", AMENDABLE)
                    + ") values (?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?" + ", ?".repeat(AMENDABLE.size()) + ")";
    private static final String AMENDED =
            "update sales_order set " + String.join(" = ?, ", AMENDABLE) + " = ? where id = ?";
    private static final String PROMOTED =
            "insert into quotation_line_order (quotation_id, line_no, order_id) values (?, ?, ?)";
    private static final List<String> PARTS =
            List.of("sales_order_line", "sales_order_adjustment", "sales_order_tax", "sales_order_hold");
    private static final String LINE = """
            insert into sales_order_line (order_id, line_no, account_id, ordered_on, cancelled, item_id, description,
                quantity, unit, base_quantity, allocated, shipped, invoiced, warehouse_id, required_on, list_price,
                unit_price, price_unit, price_base_quantity, discount_percent, allowance, free_by,
                override_reason, net, tax_category, tax_rate)
            values (?, ?, ?, ?, false, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String ADJUSTMENT = """
            insert into sales_order_adjustment (order_id, position, kind, rule_id, description, base, percent, amount,
                tax_category, tax_rate, tax_reason_code, tax_reason, tax_rule)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String TAX =
            "insert into sales_order_tax (order_id, " + TaxRows.SUBTOTAL + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String HOLD =
            "insert into sales_order_hold (order_id, reason_code, reason, since) values (?, ?, ?, ?)";
    private static final String EVENT =
            "insert into sales_order_event (order_id, happened_at, kind, actor, text) values (?, ?, ?, ?, ?)";

    private final JdbcTemplate jdbc;

    OrderWriter(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    void insert(String id, String reference, OrderDraft draft, Instant now) {
        String quotation =
                draft.quoted().map(quoted -> quoted.quotation().value()).orElse(null);
        insertHead(id, "ORDER", reference, draft, now, null, quotation);
        insertParts(id, draft, now);
        insertEvents(id, draft, now);
    }

    /** Writes which lines of a quotation have come to an order. */
    void promoted(QuotedLines quoted, String order) {
        jdbc.batchUpdate(
                PROMOTED,
                quoted.lines().stream()
                        .map(line -> new Object[] {quoted.quotation().value(), line, order})
                        .toList());
    }

    void insertQuotation(String id, String reference, OrderContent content, LocalDate validUntil, Instant now) {
        OrderDraft draft = new OrderDraft(content, CreditPolicy.HOLD, StockPolicy.BACKORDER, List.of());
        insertHead(id, "QUOTATION", reference, draft, now, validUntil, null);
        insertParts(id, draft, now);
        event(id, OrderEvent.Kind.CREATED, By.FACADE.who(), null, now);
    }

    /** Makes of an order what the draft says; number, dates and events stay. */
    void replace(String id, OrderDraft draft, OrderStatus status, Instant now) {
        PARTS.forEach(part -> jdbc.update("delete from " + part + " where order_id = ?", id));
        updateHead(id, draft.content(), status);
        insertParts(id, draft, now);
    }

    private void insertParts(String id, OrderDraft draft, Instant now) {
        OrderContent order = draft.content();
        jdbc.batchUpdate(
                LINE,
                order.lines().stream().map(line -> lineRow(id, order, line)).toList());
        jdbc.batchUpdate(ADJUSTMENT, adjustmentRows(id, order.adjustments()));
        jdbc.batchUpdate(
                TAX, order.taxes().stream().map(tax -> TaxRows.of(id, tax)).toList());
        jdbc.batchUpdate(
                HOLD,
                draft.holds().stream()
                        .map(hold -> new Object[] {id, hold.reason().name(), hold.text(), UtcTimestamp.of(now)})
                        .toList());
    }

    void event(String id, OrderEvent.Kind kind, String actor, String text, Instant now) {
        jdbc.update(EVENT, id, UtcTimestamp.of(now), kind.name(), actor, text);
    }

    private void insertHead(
            String id,
            String kind,
            String reference,
            OrderDraft draft,
            Instant now,
            LocalDate validUntil,
            String quotation) {
        OrderContent order = draft.content();
        List<Object> values = new ArrayList<>(Arrays.asList(
                id,
                kind,
                order.account().value(),
                reference,
                Date.valueOf(order.orderDate()),
                order.currency().getCurrencyCode(),
                order.pricesIncludeTax(),
                UtcTimestamp.of(now),
                date(validUntil),
                quotation));
        values.addAll(amendable(order, draft.status()));
        jdbc.update(ORDER, values.toArray());
    }

    private void updateHead(String id, OrderContent order, OrderStatus status) {
        List<Object> values = new ArrayList<>(amendable(order, status));
        values.add(id);
        jdbc.update(AMENDED, values.toArray());
    }

    /** In the order of the columns. */
    private static List<Object> amendable(OrderContent order, OrderStatus status) {
        PostalAddress shipTo = order.shipTo();
        DocumentTotals totals = order.totals();
        return Arrays.asList(
                order.customerReference(),
                date(order.requiredDate()),
                order.delivery() == DeliveryPolicy.COMPLETE,
                shipTo.name(),
                shipTo.line1(),
                shipTo.line2(),
                shipTo.city(),
                shipTo.region(),
                shipTo.postalCode(),
                shipTo.country(),
                status.approval().name(),
                status.allocation().name(),
                status.delivery().name(),
                status.invoicing().name(),
                order.lines().size(),
                totals.lineNet(),
                totals.allowances(),
                totals.charges(),
                totals.net(),
                totals.tax(),
                totals.gross());
    }

    private void insertEvents(String id, OrderDraft draft, Instant now) {
        event(id, OrderEvent.Kind.CREATED, By.FACADE.who(), null, now);
        for (Hold hold : draft.holds()) {
            event(id, OrderEvent.Kind.HELD, By.FACADE.who(), hold.text(), now);
        }
        if (draft.content().allocation() != Progress.NONE) {
            event(id, OrderEvent.Kind.ALLOCATED, By.FACADE.who(), null, now);
        }
    }

    private static Object[] lineRow(String id, OrderContent order, OrderLine line) {
        LinePrice price = line.price();
        return new Object[] {
            id,
            line.number(),
            order.account().value(),
            Date.valueOf(order.orderDate()),
            line.item().value(),
            line.description(),
            line.quantity().value(),
            line.quantity().unit(),
            line.baseQuantity(),
            line.progress().allocated(),
            line.progress().shipped(),
            line.progress().invoiced(),
            line.warehouse(),
            date(line.requiredDate()),
            price.listPrice() == null ? price.unitPrice() : price.listPrice(),
            price.unitPrice(),
            price.unit(),
            price.baseQuantity(),
            price.discountPercent(),
            price.allowance(),
            price.freeBy(),
            price.overrideReason(),
            price.net(),
            price.taxCategory().name(),
            price.taxRatePercent()
        };
    }

    private static List<Object[]> adjustmentRows(String id, List<OrderAdjustment> adjustments) {
        List<Object[]> rows = new ArrayList<>();
        for (OrderAdjustment each : adjustments) {
            TaxTreatment treatment = each.treatment();
            rows.add(new Object[] {
                id,
                rows.size() + 1,
                each.kind().name(),
                each.id(),
                each.text(),
                each.base(),
                each.percent(),
                each.amount(),
                treatment.category().name(),
                treatment.ratePercent(),
                treatment.reasonCode(),
                treatment.reason(),
                treatment.ruleId()
            });
        }
        return rows;
    }

    private static Date date(LocalDate date) {
        return date == null ? null : Date.valueOf(date);
    }
}
