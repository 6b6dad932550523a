package org.throughline.order;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.throughline.shared.Erp;
import org.throughline.shared.Operation;

/** What all requests for an order have in common when they meet the ERP. */
record OrderHandover(Erp erp, Orders orders) {

    /** @throws org.throughline.shared.ServiceFault NOT_SUPPORTED_BY_ERP */
    void requireSupported() {
        erp.require(Operation.CREATE_ORDER);
    }

    /** @param asked what the order must have */
    Optional<Made<Order>> earlier(RequestKey key, List<AskedLine> asked) {
        return new CheckedOrders(orders).earlier(key.reference(), asked).map(Made::of);
    }

    Made<Order> create(RequestKey key, OrderDraft draft, UnaryOperator<OrderDraft> recheck, Work.Fence fence) {
        return Made.of(new CheckedOrders(orders).create(key.reference(), draft, wanted -> {
            fence.check();
            return recheck.apply(wanted);
        }));
    }
}
