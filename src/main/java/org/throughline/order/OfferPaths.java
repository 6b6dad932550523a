package org.throughline.order;

import org.throughline.shared.Violation;

/** Where things stand in a request that orders an offer; lines are those of the offer. */
final class OfferPaths {

    static final String OFFER = "offer";
    static final String TOKEN = "offer.token";
    static final String CUSTOMER = "offer.customer";

    private static final String ORDER = "order";

    private OfferPaths() {}

    /** @param index 0 for the first */
    static String line(int index, String element) {
        return "offer.line[" + index + "]." + element;
    }

    /** Moves what was said about an order's request to the offer. */
    static Violation inOffer(Violation violation) {
        return violation.path().startsWith(ORDER)
                ? violation.at(OFFER + violation.path().substring(ORDER.length()))
                : violation;
    }
}
