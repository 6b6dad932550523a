package org.throughline.erp.embedded;

/** When the embedded ERP makes invoices by itself. */
public enum InvoicingPolicy {
    /** Each shipment is invoiced when it leaves. */
    ON_SHIPMENT,
    /** The whole order is invoiced when it waits for nothing any more. */
    ON_ORDER,
    /** People make all invoices. */
    MANUAL
}
