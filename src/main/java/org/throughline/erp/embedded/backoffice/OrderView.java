package org.throughline.erp.embedded.backoffice;

import java.math.BigDecimal;
import java.util.List;
import org.throughline.order.Order;
import org.throughline.order.OrderEvent;
import org.throughline.order.OrderLine;

/** An order as the back office sees it. Numbers are decimal numbers in quotation marks. */
record OrderView(
        String order,
        int version,
        String account,
        String approval,
        String allocation,
        String delivery,
        String invoicing,
        boolean complete,
        String currency,
        String net,
        String tax,
        String gross,
        List<HoldView> holds,
        List<LineView> lines,
        List<EventView> events) {

    record HoldView(String reason, String text) {}

    /** Quantities are in the unit of the line. */
    record LineView(
            int line,
            String item,
            String description,
            String quantity,
            String unit,
            String warehouse,
            String allocated,
            String backordered,
            String shipped,
            String invoiced) {

        private static LineView of(OrderLine line) {
            return new LineView(
                    line.number(),
                    line.item().value(),
                    line.description(),
                    text(line.quantity().value()),
                    line.quantity().unit(),
                    line.warehouse(),
                    text(line.progress().allocated()),
                    text(line.backordered()),
                    text(line.progress().shipped()),
                    text(line.progress().invoiced()));
        }
    }

    record EventView(String at, String kind, String actor, String text) {

        private static EventView of(OrderEvent event) {
            return new EventView(event.at().toString(), event.kind().name(), event.actor(), event.text());
        }
    }

    static OrderView of(Order order) {
        var content = order.content();
        var status = order.status();
        return new OrderView(
                order.id().value(),
                order.version(),
                content.account().value(),
                status.approval().name(),
                status.allocation().name(),
                status.delivery().name(),
                status.invoicing().name(),
                content.delivery() == org.throughline.order.DeliveryPolicy.COMPLETE,
                content.currency().getCurrencyCode(),
                content.totals().net().toPlainString(),
                content.totals().tax().toPlainString(),
                content.totals().gross().toPlainString(),
                order.holds().stream()
                        .map(hold -> new HoldView(hold.reason().name(), hold.text()))
                        .toList(),
                content.lines().stream().map(LineView::of).toList(),
                order.timeLine().stream().map(EventView::of).toList());
    }

    static String text(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0).toPlainString() : stripped.toPlainString();
    }
}
