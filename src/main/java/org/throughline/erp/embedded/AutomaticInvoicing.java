package org.throughline.erp.embedded;

import org.springframework.stereotype.Component;
import org.throughline.shared.OrderId;

/** Makes invoices when it is their time, in the transaction of what makes it so. */
@Component
class AutomaticInvoicing implements OrderFollowUp {

    private final InvoicingPolicy policy;
    private final OrderInvoicing invoicing;

    AutomaticInvoicing(InvoicingPolicy policy, OrderInvoicing invoicing) {
        this.policy = policy;
        this.invoicing = invoicing;
    }

    @Override
    public void placed(OrderId order, By by) {
        invoiceOnOrder(order, by);
    }

    @Override
    public void released(OrderId order, By by) {
        invoiceOnOrder(order, by);
    }

    @Override
    public void shipped(OrderId order, By by) {
        if (policy == InvoicingPolicy.ON_SHIPMENT) {
            invoicing.invoiceShipped(order, by);
        }
    }

    private void invoiceOnOrder(OrderId order, By by) {
        if (policy == InvoicingPolicy.ON_ORDER) {
            invoicing.invoiceAnyRest(order, by);
        }
    }
}
