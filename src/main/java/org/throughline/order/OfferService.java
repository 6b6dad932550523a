package org.throughline.order;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
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
import org.throughline.shared.Remedy;
import org.throughline.shared.ServiceFault;

/** Makes, reads, finds and cancels offers. They are ordered by {@link OrderService#create}. */
public final class OfferService {

    private final Erp erp;
    private final AccountResolver customers;
    private final OfferSources sources;
    private final OfferMaking making;
    private final OfferFinder finder;
    private final OfferBinding binding;
    private final Clock clock;

    public OfferService(Erp erp, OrderSources sources, Orders orders, Ledger ledger, OfferSources offers, Clock clock) {
        this.erp = erp;
        this.customers = sources.customers();
        this.sources = offers;
        this.making = new OfferMaking(offers, new OrderDesk(sources, orders, clock), clock);
        this.finder = new OfferFinder(offers.offers(), offers.tokens());
        this.binding = new OfferBinding(offers.offers(), ledger, orders);
        this.clock = clock;
    }

    /**
     * Makes an offer once, however often it is asked to. A refusal is not kept: the same request may be sent again.
     *
     * @throws ServiceFault as of {@link OrderService#simulate}, and INVALID_VALUE at validSeconds, TOO_MANY_LINES at
     *     order.line, REQUEST_ID_REUSED, REQUEST_IN_PROGRESS at requestId
     */
    public Answer<OfferReply> create(RequestKey key, OfferRequest request) {
        erp.require(Operation.CREATE_OFFER);
        requireValidity(request.validity());
        requireFewLines(request);
        OfferId id = new OfferId(erp.dataset(), key.offerReference());
        return Answer.live(
                reply(sources.offers().claim(id, key, CanonicalContent.digest(request)), request), clock.instant());
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
        Offer offer = sources.offers()
                .cancel(id)
                .orElseThrow(() -> new ServiceFault(ErrorCode.OFFER_NOT_FOUND.at(OfferPaths.OFFER)));
        if (offer.state() != Offer.State.CANCELLED) {
            throw binding.notOpen(offer);
        }
        sources.reservations().release(id.value());
        return Answer.live(offer, clock.instant());
    }

    private OfferReply reply(Offers.Claim claim, OfferRequest request) {
        if (claim instanceof Offers.Made made) {
            return new OfferReply(true, made.offer());
        }
        if (claim instanceof Offers.Granted granted) {
            return new OfferReply(false, making.make(granted, request));
        }
        throw claim instanceof Offers.OtherContent ? reused() : OfferMaking.inProgress();
    }

    private static ServiceFault reused() {
        return new ServiceFault(ErrorCode.REQUEST_ID_REUSED
                .at("requestId")
                .withRemedy(Remedy.of("Give each new offer a new request id.")));
    }

    private void requireValidity(Duration validity) {
        Duration longest = sources.policy().longestValidity();
        if (validity != null && (validity.isNegative() || validity.isZero() || validity.compareTo(longest) > 0)) {
            Remedy remedy =
                    Remedy.atMost("Ask for a shorter time, or for none.", BigDecimal.valueOf(longest.toSeconds()));
            throw new ServiceFault(ErrorCode.INVALID_VALUE
                    .at("validSeconds", "An offer cannot be valid for so long, or for no time at all.")
                    .withRemedy(remedy));
        }
    }

    private static void requireFewLines(OfferRequest request) {
        if (request.order().lines().size() > OfferRequest.MAX_LINES) {
            Remedy remedy = Remedy.atMost("Split the offer.", BigDecimal.valueOf(OfferRequest.MAX_LINES));
            throw new ServiceFault(ErrorCode.TOO_MANY_LINES.at("order.line").withRemedy(remedy));
        }
    }
}
