package org.throughline.order;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * Somebody would like to know in writing what an order would cost.
 *
 * @param order what it is wanted for; its policies on credit and stock do not count, because both are decided when it is ordered
 * @param validUntil the last day on which it can be ordered; null for as long as usual
 */
public record QuotationRequest(OrderRequest order, LocalDate validUntil) implements Demand {

    public QuotationRequest {
        requireNonNull(order, "order");
    }
}
