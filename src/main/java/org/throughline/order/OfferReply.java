package org.throughline.order;

import static java.util.Objects.requireNonNull;

/**
 * The outcome of asking for an offer.
 *
 * @param replayed whether the offer was made by an earlier call
 */
public record OfferReply(boolean replayed, Offer offer) {

    public OfferReply {
        requireNonNull(offer, "offer");
    }
}
