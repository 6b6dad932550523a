package org.throughline.order;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.throughline.shared.Violation;

/**
 * The durable record of every request and its outcome. Each method is one transaction and is on disk when it returns. Who
 * may work on a request, and until when, is told by the clock of the ledger itself, not by those of its users.
 *
 * <p>A worker whose claim has ended and was taken over by another one changes nothing any more. States change only as
 * {@link RequestState#next} says.
 */
public interface Ledger {

    /**
     * Writes a request down, or finds what became of it, and lets exactly one worker go on with it. A worker that has not
     * reported for {@link #lease} (a crash) loses its claim to the next one who asks.
     */
    Claim claim(LedgerRequest request);

    Optional<LedgerEntry> find(RequestKey key);

    /** Requests that somebody has to go on with now: queued ones whose time has come, and those of crashed workers. */
    List<LedgerEntry> due(int max);

    /** Lets the caller go on with a request that nobody works on; empty when somebody does, or has since it was read. */
    Optional<Resumed> resume(LedgerEntry entry);

    /** How long a claim lasts unless it is renewed. */
    Duration lease();

    /** @return false when the claim was lost; the worker must stop */
    boolean renew(Claim.Granted claim);

    /** Whether the claim still counts. */
    boolean holds(Claim.Granted claim);

    /**
     * Says that the ERP is about to be asked to do it.
     *
     * @return false when the claim was lost; the worker must stop
     */
    boolean submitting(Claim.Granted claim);

    /** @return false when the claim was lost */
    boolean committed(Claim.Granted claim, DocumentRef document, boolean held);

    /** @return false when the claim was lost */
    boolean refused(Claim.Granted claim, List<Violation> violations);

    /**
     * Gives the claim back without an outcome.
     *
     * @param doubtful whether the ERP may have done it: the state becomes UNKNOWN, otherwise RECEIVED
     * @param next in what time somebody shall go on with it; empty when only a repetition by the caller does
     * @param why what was in the way; may be empty
     */
    void release(Claim.Granted claim, boolean doubtful, Optional<Duration> next, List<Violation> why);

    /** What has not come to an end. */
    Backlog backlog();

    /** @param demand as it came */
    record Resumed(Claim.Granted claim, Demand demand) {}

    /**
     * @param queued requests that the ERP has not got, and that are waiting or being worked on
     * @param doubtful requests that the ERP may have got
     */
    record Backlog(int queued, int doubtful) {}
}
