package org.throughline.erp.tryton;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.throughline.order.OrderEvent;
import org.throughline.order.OrderEvent.Kind;

/** What has happened to a sale, as far as its own documents tell. */
final class SaleEvents {

    static final List<String> FIELDS = List.of(
            "shipments.write_date",
            "shipments.write_uid.rec_name",
            "invoices.total_amount",
            "invoices.write_date",
            "invoices.write_uid.rec_name",
            "invoices.move.create_date",
            "invoices.move.create_uid.rec_name");

    private SaleEvents() {}

    static List<OrderEvent> of(Sale sale) {
        List<OrderEvent> events = new ArrayList<>();
        TrytonRecord row = sale.row();
        events.add(new OrderEvent(
                row.instant("create_date"),
                Kind.CREATED,
                actor(row, "create_uid"),
                row.text("number") == null ? null : "Sale " + row.text("number")));
        row.all("shipments").stream()
                .filter(Sale::isDone)
                .map(SaleEvents::shipped)
                .forEach(events::add);
        row.all("invoices").forEach(invoice -> events.addAll(ofInvoice(invoice)));
        return events;
    }

    /** A shipment is not written to any more once it is done; its moves are, when they are invoiced. */
    private static OrderEvent shipped(TrytonRecord shipment) {
        return new OrderEvent(
                shipment.instant("write_date"),
                Kind.SHIPPED,
                actor(shipment, "write_uid"),
                Long.toString(shipment.id()));
    }

    /** Tryton books an invoice when it is sent to the customer, and writes to it when the last of it is paid. */
    private static List<OrderEvent> ofInvoice(TrytonRecord invoice) {
        Instant booked = invoice.instant("move.create_date");
        String state = invoice.text("state");
        if (booked == null || state.equals("cancelled")) {
            return List.of();
        }
        boolean credit = invoice.decimal("total_amount").signum() < 0;
        String text = Long.toString(invoice.id());
        OrderEvent sent =
                new OrderEvent(booked, credit ? Kind.CREDITED : Kind.INVOICED, actor(invoice, "move.create_uid"), text);
        return state.equals("paid") && !credit
                ? List.of(
                        sent,
                        new OrderEvent(invoice.instant("write_date"), Kind.PAID, actor(invoice, "write_uid"), text))
                : List.of(sent);
    }

    private static String actor(TrytonRecord row, String user) {
        return Objects.requireNonNullElse(row.text(user + ".rec_name"), "Tryton");
    }
}
