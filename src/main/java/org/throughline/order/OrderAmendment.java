package org.throughline.order;

import org.throughline.shared.Erp;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Operation;

/** How requests that amend an order are carried out. */
record OrderAmendment(Erp erp, Orders orders, AmendmentDesk amendments, OrderDesk desk)
        implements Procedure<Amendment, Order> {

    @Override
    public RequestKind kind() {
        return RequestKind.AMEND_ORDER;
    }

    @Override
    public boolean isQueued() {
        return true;
    }

    @Override
    public Work<Order> open(Received<Amendment> request) {
        Amendment amendment = request.demand();
        OrderChange change = new OrderChange(
                amendment.order(), amendment.expectedVersion(), request.key().reference(), OrderChange.Kind.AMENDMENT);
        return new Changing(orders, change) {

            private AmendmentPaths paths;
            private OrderDraft draft;

            @Override
            public void decide() {
                erp.require(Operation.AMEND_ORDER);
                Order order = orders.get(amendment.order(), MaxAge.LIVE).value();
                paths = AmendmentPaths.of(order, amendment);
                draft = amendments.draft(order, amendment);
            }

            @Override
            Order change(Fence fence) {
                return new CheckedOrders(orders)
                        .amend(
                                change,
                                draft,
                                wanted -> paths.tell(() -> {
                                    fence.check();
                                    return desk.recheck(wanted).keeping(draft.holds());
                                }));
            }
        };
    }

    @Override
    public Order read(DocumentRef document) {
        return orders.get(document.orderId(), MaxAge.LIVE).value();
    }
}
