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

    /**
     * Writes down a new offer.
     *
     * @return the offer as it is kept: the first that was written down under its id
     */
    Offer add(Offer offer);

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
