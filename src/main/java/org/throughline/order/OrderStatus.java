package org.throughline.order;

import static java.util.Objects.requireNonNull;

/**
 * Where an order stands, on four axes that move independently.
 *
 * @param allocation how much is reserved or already shipped
 * @param invoicing how much was invoiced
 */
public record OrderStatus(Approval approval, Progress allocation, Delivery delivery, Progress invoicing) {

    public OrderStatus {
        requireNonNull(approval, "approval");
        requireNonNull(allocation, "allocation");
        requireNonNull(delivery, "delivery");
        requireNonNull(invoicing, "invoicing");
    }
}
