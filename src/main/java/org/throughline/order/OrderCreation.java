package org.throughline.order;

import org.throughline.shared.MaxAge;

/** How requests for an order are carried out, from scratch or on an offer. */
record OrderCreation(OrderHandover handover, OrderDesk desk, OfferCounter offers)
        implements Procedure<OrderBasis, Order> {

    @Override
    public RequestKind kind() {
        return RequestKind.CREATE_ORDER;
    }

    @Override
    public boolean isQueued() {
        return true;
    }

    @Override
    public Work<Order> open(Received<OrderBasis> request) {
        return request.demand() instanceof OfferAcceptance acceptance
                ? new OfferOrdering(offers, desk, handover, request, acceptance)
                : new Ordering(handover, desk, request.key(), (OrderRequest) request.demand());
    }

    @Override
    public Order read(DocumentRef document) {
        return handover.orders().get(document.orderId(), MaxAge.LIVE).value();
    }
}
