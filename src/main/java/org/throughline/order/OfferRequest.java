package org.throughline.order;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * Somebody would like to have an offer.
 *
 * @param order what it is wanted for
 * @param validity how long it shall be valid; null for as long as usual
 */
public record OfferRequest(OrderRequest order, Duration validity) implements Demand {

    /** What an offer can have at most, so that its token stays of a size that can be sent about. */
    public static final int MAX_LINES = 1_000;

    public OfferRequest {
        requireNonNull(order, "order");
    }
}
