package org.throughline.order;

import org.throughline.shared.Erp;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Operation;
import org.throughline.shared.ServiceFault;

/** How requests that cancel an order, or what is open of it, are carried out. */
record OrderCancellation(Erp erp, Orders orders, AmendmentDesk amendments, OrderDesk desk)
        implements Procedure<Cancellation, Order> {

    @Override
    public RequestKind kind() {
        return RequestKind.CANCEL_ORDER;
    }

    @Override
    public boolean isQueued() {
        return true;
    }

    @Override
    public Work<Order> open(Received<Cancellation> request) {
        Cancellation cancellation = request.demand();
        OrderChange change = new OrderChange(
                cancellation.order(),
                cancellation.expectedVersion(),
                request.key().reference(),
                OrderChange.Kind.CANCELLATION);
        return new Changing(orders, change) {

            /** What stays of the order; null when it is cancelled as a whole. */
            private OrderDraft remaining;

            @Override
            public void decide() {
                erp.require(Operation.CANCEL_ORDER);
                Order order = orders.get(cancellation.order(), MaxAge.LIVE).value();
                remaining = cancellation.openRemainder() && isStarted(order)
                        ? remaining(order, cancellation.expectedVersion())
                        : null;
            }

            @Override
            Order change(Fence fence) {
                fence.check();
                return remaining == null
                        ? orders.cancel(change)
                        : new CheckedOrders(orders).amend(change, remaining, OrderCancellation.this::recheck);
            }
        };
    }

    /** What was invoiced and not shipped is still waited for. */
    private OrderDraft recheck(OrderDraft draft) {
        boolean awaited =
                draft.content().lines().stream().anyMatch(line -> line.open().signum() > 0);
        return awaited ? desk.recheck(draft).keeping(draft.holds()) : draft;
    }

    private OrderDraft remaining(Order order, int expectedVersion) {
        erp.require(Operation.AMEND_ORDER);
        if (order.content().lines().stream()
                .noneMatch(line -> line.quantity().value().compareTo(line.settled()) > 0)) {
            throw new ServiceFault(ErrorCode.ORDER_NOT_CANCELLABLE.at("order", "Everything was shipped or invoiced."));
        }
        return amendments.remainderCancelled(order, expectedVersion);
    }

    private static boolean isStarted(Order order) {
        return order.content().lines().stream().anyMatch(OrderLine::isStarted);
    }

    @Override
    public Order read(DocumentRef document) {
        return orders.get(document.orderId(), MaxAge.LIVE).value();
    }
}
