package org.throughline.order;

/** Whether an order may be delivered in parts. */
public enum DeliveryPolicy {
    PARTIAL,
    COMPLETE
}
