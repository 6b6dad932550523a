package org.throughline.erp.tryton;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.throughline.erp.tryton.SaleHistory.Revision;
import org.throughline.erp.tryton.SaleNotes.Held;
import org.throughline.order.Approval;
import org.throughline.order.DeliveryPolicy;
import org.throughline.order.Hold;
import org.throughline.order.HoldReason;
import org.throughline.order.Order;
import org.throughline.order.OrderContent;
import org.throughline.order.OrderEvent;
import org.throughline.order.OrderLine;
import org.throughline.order.OrderStatus;
import org.throughline.order.Progress;
import org.throughline.shared.DocumentTotals;
import org.throughline.shared.Money;

/** Reads sales as orders: one call for all of them with all that belongs to them, one for their versions. */
final class SaleReader {

    private static final List<String> FIELDS = fields();
    private static final Hold UNPROCESSED =
            new Hold(HoldReason.MANUAL, "Tryton has confirmed the sale and has not processed it yet.");
    private static final Hold UNCONFIRMED = new Hold(HoldReason.MANUAL, "The sale waits to be confirmed in Tryton.");

    private final TrytonClient tryton;
    private final TrytonIds ids;
    private final OrderedLines lines;
    private final SaleHistory history;
    private final SaleNotes notes;

    SaleReader(TrytonClient tryton, TrytonIds ids, OrderedLines lines) {
        this.tryton = tryton;
        this.ids = ids;
        this.lines = lines;
        this.history = new SaleHistory(tryton);
        this.notes = new SaleNotes(tryton);
    }

    private static List<String> fields() {
        List<String> fields = new ArrayList<>(Sale.STATE);
        fields.addAll(List.of(
                "reference",
                "shipping_date",
                "create_date",
                "create_uid.rec_name",
                "party.code",
                "currency.code",
                "warehouse.code",
                "untaxed_amount",
                "tax_amount",
                "total_amount"));
        fields.addAll(TrytonAddresses.fields("shipment_address"));
        fields.addAll(OrderedLines.FIELDS);
        fields.addAll(SaleTaxes.FIELDS);
        fields.addAll(SaleEvents.FIELDS);
        return List.copyOf(fields);
    }

    /** The sales of the company; which and in what order is left to the caller. */
    TrytonQuery sales() {
        return new TrytonQuery(Sale.MODEL, FIELDS, List.of(), 0, null, List.of(), Map.of())
                .where("company", "=", tryton.company());
    }

    /** Without the steps that only the history knows. */
    List<Order> orders(List<Sale> sales) {
        List<Long> all = sales.stream().map(Sale::id).toList();
        Map<Long, List<Revision>> revisions = history.of(all);
        Map<Long, List<Held>> held = held(sales);
        return sales.stream()
                .map(sale -> order(
                        sale,
                        revisions.getOrDefault(sale.id(), List.of()),
                        held.getOrDefault(sale.id(), List.of()),
                        List.of()))
                .toList();
    }

    /** With every step. */
    Order order(Sale sale) {
        List<Revision> revisions = history.of(List.of(sale.id())).getOrDefault(sale.id(), List.of());
        List<Held> held = notes.held(List.of(sale.id())).getOrDefault(sale.id(), List.of());
        return order(sale, revisions, held, history.steps(sale, revisions));
    }

    private Map<Long, List<Held>> held(List<Sale> sales) {
        return notes.held(sales.stream().filter(Sale::isOpen).map(Sale::id).toList());
    }

    private Order order(Sale sale, List<Revision> revisions, List<Held> held, List<OrderEvent> steps) {
        OrderContent content = content(sale);
        OrderStatus status = status(sale, content);
        return new Order(
                ids.order(sale.id()),
                Math.max(1, revisions.size()),
                sale.row().text("web_id"),
                content,
                status,
                status.approval() == Approval.PENDING ? holds(sale, held) : List.of(),
                timeLine(sale, held, steps));
    }

    private OrderContent content(Sale sale) {
        TrytonRecord row = sale.row();
        Currency currency = Currency.getInstance(row.text("currency.code"));
        List<OrderLine> all = lines.of(row, currency);
        BigDecimal net = Money.round(row.decimal("untaxed_amount"), currency);
        BigDecimal tax = Money.round(row.decimal("tax_amount"), currency);
        BigDecimal none = Money.zero(currency).amount();
        return new OrderContent(
                ids.account(row.text("party.code")),
                row.text("reference"),
                Objects.requireNonNullElse(sale.date(), row.date("create_date")),
                row.date("shipping_date"),
                currency,
                false,
                row.related("shipment_address").map(TrytonAddresses::of).orElse(null),
                DeliveryPolicy.PARTIAL,
                all,
                List.of(),
                SaleTaxes.of(row, currency, tax),
                new DocumentTotals(currency, net, none, none, net, tax, net.add(tax)));
    }

    /** Where a sale stands as an order. */
    OrderStatus status(Sale sale) {
        return status(sale, content(sale));
    }

    private static OrderStatus status(Sale sale, OrderContent content) {
        return new OrderStatus(approval(sale), content.allocation(), content.delivery(false), invoicing(content));
    }

    private static Approval approval(Sale sale) {
        if (sale.isCancelled()) {
            return Approval.CANCELLED;
        }
        return sale.isOpen() || sale.state() == Sale.State.CONFIRMED ? Approval.PENDING : Approval.APPROVED;
    }

    private static Progress invoicing(OrderContent content) {
        if (content.lines().stream().allMatch(line -> line.progress().invoiced().signum() == 0)) {
            return Progress.NONE;
        }
        boolean all = content.lines().stream()
                .allMatch(line ->
                        line.progress().invoiced().compareTo(line.quantity().value()) >= 0);
        return all ? Progress.FULL : Progress.PARTIAL;
    }

    private static List<Hold> holds(Sale sale, List<Held> held) {
        if (!sale.isOpen()) {
            return List.of(UNPROCESSED);
        }
        return held.isEmpty() ? List.of(UNCONFIRMED) : held.get(held.size() - 1).holds();
    }

    private static List<OrderEvent> timeLine(Sale sale, List<Held> held, List<OrderEvent> steps) {
        List<OrderEvent> all = new ArrayList<>(SaleEvents.of(sale));
        held.forEach(note -> note.holds()
                .forEach(hold -> all.add(new OrderEvent(note.at(), OrderEvent.Kind.HELD, note.actor(), hold.text()))));
        all.addAll(steps);
        all.sort(Comparator.comparing(OrderEvent::at));
        return all;
    }
}
