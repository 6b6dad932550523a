package org.throughline.erp.embedded.backoffice;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.throughline.erp.embedded.EmbeddedErp;
import org.throughline.erp.embedded.GoodsReturn;
import org.throughline.erp.embedded.ReturnDesk;
import org.throughline.erp.embedded.ReturnReason;
import org.throughline.shared.OrderId;

/** Goods that come back. */
@BackOfficeResource
@RequestMapping("/backoffice/returns")
class ReturnResource {

    private static final int LONGEST_ID = 60;

    private final ReturnDesk desk;
    private final String dataset;

    ReturnResource(ReturnDesk desk, EmbeddedErp erp) {
        this.desk = desk;
        this.dataset = erp.dataset();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ReturnView request(Body body) {
        Request request = body.as(Request::of);
        return ReturnView.of(desk.request(
                new OrderId(dataset, request.order()),
                request.toWishes(),
                request.by().who()));
    }

    @GetMapping("/{id}")
    ReturnView get(@PathVariable String id) {
        return ReturnView.of(desk.get(id));
    }

    @PostMapping("/{id}/authorise")
    ReturnView authorise(@PathVariable String id, Body body) {
        return ReturnView.of(desk.authorise(id, body.as(Doer::of).who()));
    }

    @PostMapping("/{id}/receive")
    ReturnView receive(@PathVariable String id, Body body) {
        Arrival arrival = body.as(Arrival::of);
        return ReturnView.of(desk.receive(
                id, arrival.warehouse(), arrival.toArrived(), arrival.by().who()));
    }

    @PostMapping("/{id}/credit")
    ReturnView credit(@PathVariable String id, Body body) {
        return ReturnView.of(desk.credit(id, body.as(Doer::of).who()));
    }

    @PostMapping("/{id}/reject")
    ReturnView reject(@PathVariable String id, Body body) {
        return ReturnView.of(desk.reject(id, body.as(Explained::of).who()));
    }

    private record Request(String order, List<Wish> lines, Doer by) {

        private static Request of(Fields fields) {
            return new Request(fields.text("order", LONGEST_ID), fields.list("lines", Wish::of), Doer.of(fields));
        }

        private List<ReturnDesk.Wish> toWishes() {
            return lines.stream().map(Wish::toWish).toList();
        }
    }

    private record Wish(Integer line, BigDecimal quantity, ReturnReason reasonCode, String reason) {

        private static Wish of(Fields fields) {
            return new Wish(
                    fields.number("line"),
                    fields.quantity("quantity"),
                    fields.choice("reasonCode", ReturnReason.class),
                    fields.optionalText("reason", Decision.LONGEST_REASON));
        }

        private ReturnDesk.Wish toWish() {
            return new ReturnDesk.Wish(line, quantity, reasonCode, reason);
        }
    }

    private record Arrival(String warehouse, List<Arrived> lines, Doer by) {

        private static Arrival of(Fields fields) {
            return new Arrival(
                    fields.optionalText("warehouse", LONGEST_ID),
                    fields.optionalList("lines", Arrived::of),
                    Doer.of(fields));
        }

        private List<ReturnDesk.Arrived> toArrived() {
            return lines.stream().map(Arrived::toArrived).toList();
        }
    }

    /** @param restock null for all of it */
    private record Arrived(Integer line, BigDecimal quantity, BigDecimal restock) {

        private static Arrived of(Fields fields) {
            return new Arrived(fields.number("line"), fields.quantity("quantity"), fields.optionalQuantity("restock"));
        }

        private ReturnDesk.Arrived toArrived() {
            return new ReturnDesk.Arrived(
                    line, quantity, Optional.ofNullable(restock).orElse(quantity));
        }
    }

    private record ReturnView(
            String id,
            String account,
            String order,
            String state,
            String requestedOn,
            String warehouse,
            List<LineView> lines,
            List<String> creditNotes) {

        private static ReturnView of(GoodsReturn goods) {
            return new ReturnView(
                    goods.id(),
                    goods.account(),
                    goods.order(),
                    goods.state().name(),
                    goods.requestedOn().toString(),
                    goods.warehouse(),
                    goods.lines().stream().map(LineView::of).toList(),
                    goods.creditNotes());
        }
    }

    private record LineView(
            int line,
            Integer orderLine,
            String item,
            String quantity,
            String unit,
            String reasonCode,
            String reason,
            String received,
            String restocked) {

        private static LineView of(GoodsReturn.Line line) {
            return new LineView(
                    line.number(),
                    line.orderLine(),
                    line.item(),
                    OrderView.text(line.quantity()),
                    line.unit(),
                    line.reasonCode(),
                    line.reason(),
                    text(line.received()),
                    text(line.restocked()));
        }

        private static String text(BigDecimal quantity) {
            return quantity == null ? null : OrderView.text(quantity);
        }
    }
}
