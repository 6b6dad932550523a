package org.throughline.order;

import static java.util.Objects.requireNonNull;

import org.throughline.shared.CustomerRef;
import org.throughline.shared.OfferId;

/**
 * Somebody orders what was offered.
 *
 * @param proof which offer is meant
 * @param customer who orders; null: whoever the offer was made to
 * @param customerReference the customer's own order number; null: as in the offer
 * @param newTermsAccepted whether an order is wanted all the same when the offer cannot be kept, at the terms of now
 * @param expected null when the caller expects no particular totals
 */
public record OfferAcceptance(
        Proof proof, CustomerRef customer, String customerReference, boolean newTermsAccepted, ExpectedTotals expected)
        implements OrderBasis {

    public OfferAcceptance {
        requireNonNull(proof, "proof");
    }

    /** How an offer is named. */
    public sealed interface Proof {}

    public record ByReference(OfferId offer) implements Proof {
        public ByReference {
            requireNonNull(offer, "offer");
        }
    }

    /** @param token as it was handed out, not checked yet */
    public record ByToken(String token) implements Proof {
        public ByToken {
            requireNonNull(token, "token");
        }
    }
}
