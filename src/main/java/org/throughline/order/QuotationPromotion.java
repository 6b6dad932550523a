package org.throughline.order;

import java.time.Clock;
import org.throughline.shared.Erp;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Operation;

/** How requests that order a quotation are carried out. */
record QuotationPromotion(
        Erp erp, Quotations quotations, Orders orders, OrderDesk desk, AmendmentDesk amendments, Clock clock)
        implements Procedure<Promotion, Order> {

    @Override
    public RequestKind kind() {
        return RequestKind.PROMOTE_QUOTATION;
    }

    @Override
    public boolean isQueued() {
        return true;
    }

    @Override
    public Work<Order> open(Received<Promotion> request) {
        return new QuotationOrdering(this, request);
    }

    @Override
    public Order read(DocumentRef document) {
        return orders.get(document.orderId(), MaxAge.LIVE).value();
    }

    /** @throws org.throughline.shared.ServiceFault NOT_SUPPORTED_BY_ERP */
    void requireSupported() {
        erp.require(Operation.PROMOTE_QUOTATION);
    }
}
