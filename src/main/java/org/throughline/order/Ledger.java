package org.throughline.order;

import java.util.List;
import java.util.Optional;
import org.throughline.shared.OrderId;
import org.throughline.shared.Violation;

/**
 * The durable record of every order request and its outcome. Each method is one transaction and is on disk when it
 * returns.
 */
public interface Ledger {

    /**
     * Writes a request down, or finds what became of it, and lets exactly one worker go on with it. A worker that has not
     * reported for the ledger's lease (a crash) loses its claim to the next one who asks.
     *
     * @param digest of the request's content
     */
    Claim claim(RequestKey key, String digest);

    Optional<LedgerEntry> find(RequestKey key);

    /**
     * Says that the ERP is about to be asked for the order.
     *
     * @return false when the claim was lost; the worker must stop
     */
    boolean submitting(Claim.Granted claim);

    /** @return false when the claim was lost */
    boolean placed(Claim.Granted claim, OrderId orderId, boolean held);

    /** @return false when the claim was lost */
    boolean refused(Claim.Granted claim, List<Violation> violations);

    /**
     * Gives the claim back, so that a repetition need not wait for the lease.
     *
     * @param doubtful whether the ERP may have the order: the state becomes UNKNOWN, otherwise RECEIVED
     */
    void release(Claim.Granted claim, boolean doubtful);
}
