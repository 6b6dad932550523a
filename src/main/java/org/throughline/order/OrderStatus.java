package org.throughline.order;

import static java.util.Objects.requireNonNull;

/**
 * Where an order stands, on four axes that move independently.
 *
 * @param allocation how much of what is still to be delivered is reserved or already delivered
 * @param delivery how much of it was shipped
 * @param invoicing how much of it was invoiced
 */
public record OrderStatus(Approval approval, Progress allocation, Progress delivery, Progress invoicing) {

    public OrderStatus {
        requireNonNull(approval, "approval");
        requireNonNull(allocation, "allocation");
        requireNonNull(delivery, "delivery");
        requireNonNull(invoicing, "invoicing");
    }
}
