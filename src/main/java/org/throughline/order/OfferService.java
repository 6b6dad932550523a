package org.throughline.order;

import java.time.Clock;
import java.util.List;
import org.throughline.shared.AccountId;
import org.throughline.shared.AccountResolver;
import org.throughline.shared.Answer;
import org.throughline.shared.CustomerRef;
import org.throughline.shared.Erp;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.OfferId;
import org.throughline.shared.Operation;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;
import org.throughline.shared.ServiceFault;

/** Makes, reads, finds and cancels offers. They are ordered by {@link OrderService#create}. */
public final class OfferService {

    private final Erp erp;
    private final AccountResolver customers;
    private final OfferSources sources;
    private final HandingOver handing;
    private final OfferCreation creation;
    private final OfferFinder finder;
    private final OfferBinding binding;
    private final Clock clock;

    public OfferService(
            Erp erp, OrderSources sources, Orders orders, HandingOver handing, OfferSources offers, Clock clock) {
        this.erp = erp;
        this.customers = sources.customers();
        this.sources = offers;
        this.handing = handing;
        this.finder = new OfferFinder(offers.offers(), offers.tokens());
        this.creation = new OfferCreation(erp, offers, finder, new OrderDesk(sources, orders, clock), clock);
        this.binding = new OfferBinding(offers.offers(), handing.ledger(), orders);
        this.clock = clock;
    }

    /** How the requests that this service takes are gone on with when they were left behind. */
    public List<Procedure<?, ?>> procedures() {
        return List.of(creation);
    }

    /**
     * Makes an offer once, however often it is asked to.
     *
     * @throws ServiceFault as of {@link OrderService#simulate}, and INVALID_VALUE at validSeconds, TOO_MANY_LINES at
     *     order.line, the same for ever; REQUEST_ID_REUSED, REQUEST_IN_PROGRESS at requestId; OUTCOME_UNKNOWN; other codes
     *     that are retryable
     */
    public Answer<OfferReply> create(RequestKey key, OfferRequest request) {
        Handed.Done<Offer> done = (Handed.Done<Offer>) handing.take(key, creation, request);
        return Answer.live(new OfferReply(done.replayed(), done.value()), clock.instant());
    }

    /** @throws ServiceFault OFFER_NOT_FOUND at offer */
    public Answer<Offer> get(OfferId id) {
        erp.require(Operation.GET_OFFER);
        return Answer.live(finder.find(id, OfferPaths.OFFER), clock.instant());
    }

    /**
     * The newest first.
     *
     * @throws ServiceFault COMPANY_NOT_LINKED, ACCOUNT_NOT_FOUND at customer; INVALID_CURSOR
     */
    public Answer<Page<Offer>> find(CustomerRef customer, PageRequest page) {
        erp.require(Operation.FIND_OFFERS);
        List<AccountId> accounts = customers.accountsOf(customer, "customer");
        return Answer.live(sources.offers().find(accounts, page), clock.instant());
    }

    /**
     * Gives back what is reserved for an offer; nothing can be ordered on it any more. Cancelling again changes nothing.
     *
     * @throws ServiceFault OFFER_NOT_FOUND, OFFER_ALREADY_ORDERED, OFFER_BEING_ORDERED at offer
     */
    public Answer<Offer> cancel(OfferId id) {
        erp.require(Operation.CANCEL_OFFER);
        Offer offer = cancelled(id);
        if (offer.state() == Offer.State.ORDERING && binding.clearUp(offer.orderedBy())) {
            offer = cancelled(id);
        }
        if (offer.state() != Offer.State.CANCELLED) {
            throw binding.notOpen(offer);
        }
        sources.reservations().release(id.value());
        return Answer.live(offer, clock.instant());
    }

    /** As it is afterwards: it cannot be cancelled while it is ordered, or after. */
    private Offer cancelled(OfferId id) {
        return sources.offers()
                .cancel(id)
                .orElseThrow(() -> new ServiceFault(ErrorCode.OFFER_NOT_FOUND.at(OfferPaths.OFFER)));
    }
}
