package org.throughline.erp.embedded.backoffice;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.throughline.erp.embedded.EmbeddedErp;
import org.throughline.erp.embedded.OrderDecisions;
import org.throughline.order.HoldReason;
import org.throughline.shared.OrderId;

/** Orders: looked at, held, released, approved, rejected. */
@BackOfficeResource
@RequestMapping("/backoffice/orders/{id}")
class OrderResource {

    private final OrderDecisions decisions;
    private final String dataset;

    OrderResource(OrderDecisions decisions, EmbeddedErp erp) {
        this.decisions = decisions;
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

    private OrderId order(String id) {
        return new OrderId(dataset, id);
    }

    /** One hold of those that an order has is lifted. */
    private record Release(HoldReason reason, Decision decision) {

        private static Release of(Fields fields) {
            return new Release(fields.choice("reason", HoldReason.class), Decision.of(fields));
        }
    }
}
