package org.throughline.order;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * What the seller commits to.
 *
 * @param usualValidity of an offer whose validity nobody asked for
 * @param longestValidity that can be asked for
 * @param prices whether the prices of a valid offer are kept when they have changed since
 */
public record OfferPolicy(Duration usualValidity, Duration longestValidity, Prices prices) {

    /** What becomes of offered prices. */
    public enum Prices {
        /** They are kept as long as the offer is valid. */
        HONOUR,
        /** They are computed anew for the order; a difference has to be accepted. */
        REPRICE
    }

    public OfferPolicy {
        requireNonNull(usualValidity, "usualValidity");
        requireNonNull(longestValidity, "longestValidity");
        requireNonNull(prices, "prices");
    }
}
