package org.throughline.order;

import org.throughline.shared.OfferId;

/** Offers as signed text that anybody who has the public key can read and check. */
public interface OfferTokens {

    /** The terms of the offer, its expiry and the rules used, signed with the newest key. */
    String sign(Offer offer);

    /**
     * Checks a token as far as that is possible without looking the offer up.
     *
     * @throws org.throughline.shared.ServiceFault at path: OFFER_TOKEN_MALFORMED; OFFER_FORGED when it was altered;
     *     OFFER_FOREIGN when its key is not known here; OFFER_OF_OTHER_DATASET
     */
    OfferId verify(String token, String path);

    /** The keys that tokens can be checked with, as a JWK set (RFC 7517) without private parts. */
    String publicKeys();
}
