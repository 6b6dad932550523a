package org.throughline.order;

import java.time.Clock;
import org.throughline.shared.Erp;

/**
 * How requests for an offer are carried out. They are not queued: nobody waits for an offer that comes some hours later, and it would
 * keep goods from others.
 */
record OfferCreation(Erp erp, OfferSources sources, OfferFinder finder, OrderDesk desk, Clock clock)
        implements Procedure<OfferRequest, Offer> {

    @Override
    public RequestKind kind() {
        return RequestKind.CREATE_OFFER;
    }

    @Override
    public boolean isQueued() {
        return false;
    }

    @Override
    public Work<Offer> open(Received<OfferRequest> request) {
        return new OfferMaking(this, request.key(), request.demand());
    }

    @Override
    public Offer read(DocumentRef document) {
        return finder.find(document.offerId(), OfferPaths.OFFER);
    }
}
