package org.throughline.order;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.OfferId;
import org.throughline.shared.ServiceFault;

/** Finds the offer that somebody means. A token has to be the very one that was handed out. */
record OfferFinder(Offers offers, OfferTokens tokens) {

    /** @throws ServiceFault OFFER_NOT_FOUND; of tokens as in {@link OfferTokens#verify} */
    Offer find(OfferAcceptance.Proof proof) {
        return proof instanceof OfferAcceptance.ByToken token
                ? byToken(token.token())
                : find(((OfferAcceptance.ByReference) proof).offer(), "offer.reference");
    }

    /** @throws ServiceFault OFFER_NOT_FOUND at path */
    Offer find(OfferId id, String path) {
        return offers.find(id).orElseThrow(() -> new ServiceFault(ErrorCode.OFFER_NOT_FOUND.at(path)));
    }

    private Offer byToken(String token) {
        Offer offer = find(tokens.verify(token, OfferPaths.TOKEN), OfferPaths.TOKEN);
        if (!MessageDigest.isEqual(offer.token().getBytes(UTF_8), token.getBytes(UTF_8))) {
            throw new ServiceFault(ErrorCode.OFFER_FORGED.at(OfferPaths.TOKEN));
        }
        return offer;
    }
}
