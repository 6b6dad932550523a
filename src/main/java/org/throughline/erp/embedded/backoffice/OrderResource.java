package org.throughline.erp.embedded.backoffice;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.throughline.erp.embedded.EmbeddedErp;
import org.throughline.erp.embedded.OrderAllocation;
import org.throughline.erp.embedded.OrderDecisions;
import org.throughline.erp.embedded.OrderShipping;
import org.throughline.erp.embedded.ShipmentWish;
import org.throughline.order.HoldReason;
import org.throughline.shared.OrderId;
import org.throughline.shared.ShipmentId;

/** Orders: looked at, held, released, approved, rejected, allocated, shipped. */
@BackOfficeResource
@RequestMapping("/backoffice/orders/{id}")
class OrderResource {

    private final OrderDecisions decisions;
    private final OrderAllocation allocation;
    private final OrderShipping shipping;
    private final String dataset;

    OrderResource(OrderDecisions decisions, OrderAllocation allocation, OrderShipping shipping, EmbeddedErp erp) {
        this.decisions = decisions;
        this.allocation = allocation;
        this.shipping = shipping;
        this.dataset = erp.dataset();
    }

    @GetMapping
    OrderView get(@PathVariable String id) {
        return OrderView.of(decisions.get(order(id)));
    }

    @PostMapping("/hold")
    OrderView hold(@PathVariable String id, Body body) {
        Decision decision = body.as(Decision::of);
        return OrderView.of(decisions.hold(order(id), decision.expectedVersion(), decision.who()));
    }

    @PostMapping("/release")
    OrderView release(@PathVariable String id, Body body) {
        Release release = body.as(Release::of);
        Decision decision = release.decision();
        return OrderView.of(decisions.release(order(id), release.reason(), decision.expectedVersion(), decision.who()));
    }

    @PostMapping("/approve")
    OrderView approve(@PathVariable String id, Body body) {
        Decision decision = body.as(Decision::of);
        return OrderView.of(decisions.approve(order(id), decision.expectedVersion(), decision.who()));
    }

    @PostMapping("/reject")
    OrderView reject(@PathVariable String id, Body body) {
        Decision decision = body.as(Decision::of);
        return OrderView.of(decisions.reject(order(id), decision.expectedVersion(), decision.who()));
    }

    @PostMapping("/allocate")
    List<AllocationView> allocate(@PathVariable String id, Body body) {
        return AllocationView.of(
                allocation.allocate(order(id), body.as(Doer::of).who()));
    }

    @PostMapping("/shipments")
    Shipped ship(@PathVariable String id, Body body) {
        Shipping wanted = body.as(Shipping::of);
        ShipmentId shipment = shipping.ship(
                order(id),
                wanted.wish(),
                Optional.ofNullable(wanted.version()),
                wanted.by().who());
        return new Shipped(shipment.value(), OrderView.of(decisions.get(order(id))));
    }

    private OrderId order(String id) {
        return new OrderId(dataset, id);
    }

    private record Shipped(String shipment, OrderView order) {}

    /** What is to be shipped; without lines everything that is allocated. */
    private record Shipping(
            List<Line> lines, String carrier, String consignment, String trackingUrl, Integer version, Doer by) {

        private static final int LONGEST_TEXT = 200;
        private static final int LONGEST_CONSIGNMENT = 120;
        private static final int LONGEST_ADDRESS = 500;

        private static Shipping of(Fields fields) {
            return new Shipping(
                    fields.optionalList("lines", Line::of),
                    fields.optionalText("carrier", LONGEST_TEXT),
                    fields.optionalText("consignment", LONGEST_CONSIGNMENT),
                    fields.optionalText("trackingUrl", LONGEST_ADDRESS),
                    fields.optionalNumber("version"),
                    Doer.of(fields));
        }

        ShipmentWish wish() {
            return new ShipmentWish(lines.stream().map(Line::part).toList(), carrier, consignment, trackingUrl);
        }
    }

    /** A part of a line of the order; without a quantity, everything that is allocated to it. */
    private record Line(Integer line, BigDecimal quantity) {

        private static Line of(Fields fields) {
            return new Line(fields.number("line"), fields.optionalQuantity("quantity"));
        }

        ShipmentWish.Part part() {
            return new ShipmentWish.Part(line, quantity);
        }
    }

    /** One hold of those that an order has is lifted. */
    private record Release(HoldReason reason, Decision decision) {

        private static Release of(Fields fields) {
            return new Release(fields.choice("reason", HoldReason.class), Decision.of(fields));
        }
    }
}
