package org.throughline.order;

import java.util.List;
import java.util.Optional;
import org.throughline.shared.AccountId;
import org.throughline.shared.OfferId;
import org.throughline.shared.OrderId;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;

/**
 * The durable record of offers and what became of them. Each method is one transaction and is on disk when it returns;
 * who comes second learns of who was first.
 */
public interface Offers {

    /** The answer to somebody who wants to make an offer. */
    sealed interface Claim {}

    /**
     * Go on.
     *
     * @param token proves the claim
     */
    record Granted(OfferId id, String token) implements Claim {}

    /** The offer was made already. */
    record Made(Offer offer) implements Claim {}

    /** Another worker is at it. */
    record InProgress() implements Claim {}

    /** The request id was used for something else. */
    record OtherContent() implements Claim {}

    /**
     * Writes down that an offer is being made, or finds what became of it. A worker that has not finished within the
     * lease (a crash) loses its claim to the next one who asks.
     *
     * @param digest of the request's content
     */
    Claim claim(OfferId id, RequestKey request, String digest);

    boolean holds(Granted claim);

    /** @return false when the claim was lost, and the offer is not written */
    boolean complete(Granted claim, Offer offer);

    /**
     * Forgets that the offer was being made, so that the request id is as good as new.
     *
     * @return false when the claim was lost
     */
    boolean abandon(Granted claim);

    Optional<Offer> find(OfferId id);

    /** The newest first; accounts of none are those of nobody. */
    Page<Offer> find(List<AccountId> accounts, PageRequest page);

    /**
     * Makes an open offer one that the request is ordering; in any other state it stays as it is.
     *
     * @return the offer as it is now; empty when there is none
     */
    Optional<Offer> startOrdering(OfferId id, RequestKey by);

    /** The order of whichever offer the request is ordering was placed. */
    void ordered(RequestKey by, OrderId order);

    /** No order came of the request; whichever offer it was ordering is open again. */
    void reopen(RequestKey by);

    /**
     * Cancels an open offer; in any other state it stays as it is.
     *
     * @return the offer as it is now; empty when there is none
     */
    Optional<Offer> cancel(OfferId id);
}
