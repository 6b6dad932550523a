package org.throughline.order;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.OfferId;
import org.throughline.shared.OrderId;
import org.throughline.shared.Remedy;
import org.throughline.shared.ServiceFault;

/**
 * Lets one request order an offer. A request that broke off while it was doing so is cleared up first: the ERP says
 * whether its order was placed.
 */
record OfferBinding(Offers offers, Ledger ledger, Orders orders) {

    private static final int ATTEMPTS = 3;

    /** @throws ServiceFault OFFER_ALREADY_ORDERED, OFFER_BEING_ORDERED, OFFER_CANCELLED at offer; OFFER_NOT_FOUND */
    void bind(OfferId id, RequestKey key) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Offer offer = offers.startOrdering(id, key)
                    .orElseThrow(() -> new ServiceFault(ErrorCode.OFFER_NOT_FOUND.at(OfferPaths.OFFER)));
            if (key.equals(offer.orderedBy()) && offer.state() == Offer.State.ORDERING) {
                return;
            }
            if (offer.state() != Offer.State.ORDERING || !clearUp(offer.orderedBy())) {
                throw notOpen(offer);
            }
        }
        throw new ServiceFault(ErrorCode.OFFER_BEING_ORDERED.at(OfferPaths.OFFER));
    }

    ServiceFault notOpen(Offer offer) {
        return new ServiceFault(
                switch (offer.state()) {
                    case CANCELLED -> ErrorCode.OFFER_CANCELLED.at(OfferPaths.OFFER);
                    case ORDERED ->
                        ErrorCode.OFFER_ALREADY_ORDERED
                                .at(OfferPaths.OFFER)
                                .withRemedy(Remedy.oneOf(
                                        "This is the order that came of it.",
                                        List.of(offer.order().value())));
                    case OPEN, ORDERING -> ErrorCode.OFFER_BEING_ORDERED.at(OfferPaths.OFFER);
                });
    }

    /**
     * Finds out what became of the request that was ordering an offer.
     *
     * @return whether the state of the offer has changed by that; false while the request is being worked on
     */
    boolean clearUp(RequestKey other) {
        Optional<LedgerEntry> entry = ledger.find(other);
        if (entry.isEmpty()) {
            return reopen(other);
        }
        if (entry.get().state().isFinal()) {
            DocumentRef outcome = entry.get().document();
            return outcome == null ? reopen(other) : ordered(other, outcome.orderId());
        }
        if (entry.get().isQueued()) {
            return false;
        }
        return ledger.resume(entry.get())
                .map(brokenOff -> clearUp(brokenOff.claim(), other))
                .orElse(false);
    }

    /** The other request stays in doubt, and is carried on with as ever; it finds the offer taken, or its own order. */
    private boolean clearUp(Claim.Granted brokenOff, RequestKey other) {
        try {
            Optional<Order> order = orders.findByReference(other.reference());
            return order.isPresent() ? ordered(other, order.get().id()) : reopen(other);
        } finally {
            ledger.release(brokenOff, brokenOff.entry().state().isDoubtful(), Optional.of(Duration.ZERO), List.of());
        }
    }

    private boolean ordered(RequestKey by, OrderId order) {
        offers.ordered(by, order);
        return true;
    }

    private boolean reopen(RequestKey by) {
        offers.reopen(by);
        return true;
    }
}
