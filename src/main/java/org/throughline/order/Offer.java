package org.throughline.order;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.throughline.shared.AccountId;
import org.throughline.shared.OfferId;
import org.throughline.shared.OrderId;

/**
 * An order that somebody may place until a moment, at terms that are fixed.
 *
 * @param token the terms, signed
 * @param orderedBy the request that is ordering or has ordered it; null unless ORDERING or ORDERED
 * @param order what came of it; null unless ORDERED
 */
public record Offer(
        OfferId id,
        OfferTerms terms,
        Instant createdAt,
        Instant validUntil,
        String token,
        State state,
        RequestKey orderedBy,
        OrderId order) {

    /** What became of an offer. That its time is over is not a state: it follows from the clock. */
    public enum State {
        OPEN,
        /** A request is placing an order on it, or has broken off while doing so. */
        ORDERING,
        ORDERED,
        CANCELLED
    }

    public Offer {
        requireNonNull(id, "id");
        requireNonNull(terms, "terms");
        requireNonNull(createdAt, "createdAt");
        requireNonNull(validUntil, "validUntil");
        requireNonNull(token, "token");
        requireNonNull(state, "state");
    }

    /** A new offer. */
    static Offer open(OfferId id, OfferTerms terms, Instant createdAt, Instant validUntil, String token) {
        return new Offer(id, terms, createdAt, validUntil, token, State.OPEN, null, null);
    }

    public OrderContent content() {
        return terms.draft().content();
    }

    public AccountId account() {
        return content().account();
    }

    /** From the moment validUntil on an offer is not valid any more. */
    public boolean isExpired(Instant now) {
        return !now.isBefore(validUntil);
    }

    Offer signed(String otherToken) {
        return new Offer(id, terms, createdAt, validUntil, otherToken, state, orderedBy, order);
    }
}
