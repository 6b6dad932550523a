package org.throughline.order;

import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.throughline.shared.ErrorCategory;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.Remedy;
import org.throughline.shared.Retryable;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.Violation;

/**
 * Takes requests of every kind through the ledger: written down, decided on, handed to the ERP, outcome written down.
 * Whatever breaks on the way, the ledger never says less than the truth: a request that may have reached the ERP is in doubt
 * until the ERP was asked for it by our reference.
 */
public final class HandingOver {

    private static final System.Logger LOG = System.getLogger(HandingOver.class.getName());
    private static final Set<ErrorCategory> LASTING = EnumSet.of(
            ErrorCategory.INVALID_REQUEST,
            ErrorCategory.NOT_FOUND,
            ErrorCategory.CONFLICT,
            ErrorCategory.REFUSED,
            ErrorCategory.NOT_SUPPORTED);

    private final Ledger ledger;
    private final Workers workers;
    private final Backoff backoff;
    private final Clock clock;

    /** @param clock for what callers are told; who may work on what is the ledger's business */
    public HandingOver(Ledger ledger, Workers workers, Backoff backoff, Clock clock) {
        this.ledger = ledger;
        this.workers = workers;
        this.backoff = backoff;
        this.clock = clock;
    }

    Ledger ledger() {
        return ledger;
    }

    /**
     * Does what is asked for once, however often that is asked.
     *
     * @throws ServiceFault the reasons of a refusal, the same for ever; REQUEST_ID_REUSED, REQUEST_IN_PROGRESS;
     *     OUTCOME_UNKNOWN when it may have been done; other codes that are retryable
     */
    <D extends Demand, T> Handed<T> take(RequestKey key, Procedure<D, T> procedure, D demand) {
        Claim claim = claim(LedgerRequest.of(key, procedure.kind(), demand));
        if (claim instanceof Claim.Granted granted) {
            return inTime(granted, procedure, demand);
        }
        if (claim instanceof Claim.Finished finished) {
            return firstOutcome(finished.entry(), procedure);
        }
        throw claim instanceof Claim.OtherContent ? reused() : inProgress();
    }

    /** Goes on with a request that was left behind or put off. */
    <D extends Demand, T> Handed<T> resume(Ledger.Resumed resumed, Procedure<D, T> procedure) {
        @SuppressWarnings("unchecked") // the ledger reads a demand as the type that its kind names
        D demand = (D) resumed.demand();
        return workers.keeping(resumed.claim(), () -> work(resumed.claim(), procedure, demand));
    }

    private <D extends Demand, T> Handed<T> inTime(Claim.Granted claim, Procedure<D, T> procedure, D demand) {
        try {
            return workers.run(claim, () -> work(claim, procedure, demand));
        } catch (TimeoutException slow) {
            return meanwhile(claim, procedure);
        } catch (RejectedExecutionException allBusy) {
            return putOff(claim, procedure, new ServiceFault(ErrorCode.SERVICE_BUSY.at(""), allBusy));
        }
    }

    /** What can be said while the request is still being worked on. */
    private <T> Handed<T> meanwhile(Claim.Granted claim, Procedure<?, T> procedure) {
        LedgerEntry entry = find(claim.entry().key());
        if (entry.state().isFinal()) {
            return firstOutcome(entry, procedure);
        }
        if (entry.state() == RequestState.RECEIVED && procedure.isQueued()) {
            return new Handed.Queued<>(clock.instant().plus(backoff.first()));
        }
        throw entry.state().isDoubtful() ? unknown(null) : inProgress();
    }

    /** When the ledger breaks, the request may have been written down, and would be carried out later. */
    private Claim claim(LedgerRequest request) {
        try {
            return ledger.claim(request);
        } catch (RuntimeException ledgerBroken) {
            throw unknown(ledgerBroken);
        }
    }

    private LedgerEntry find(RequestKey key) {
        try {
            return ledger.find(key).orElseThrow();
        } catch (RuntimeException ledgerBroken) {
            throw unknown(ledgerBroken);
        }
    }

    private <T> Handed<T> firstOutcome(LedgerEntry entry, Procedure<?, T> procedure) {
        if (entry.state() == RequestState.REFUSED) {
            throw new ServiceFault(entry.violations());
        }
        return new Handed.Done<>(entry.state() == RequestState.HELD, true, asItStands(entry, procedure));
    }

    /** "The ERP cannot be reached, nothing was done" would not be true of a request that was carried out. */
    private static <T> T asItStands(LedgerEntry entry, Procedure<?, T> procedure) {
        try {
            return procedure.read(entry.document());
        } catch (ServiceFault fault) {
            if (!isUnavailable(fault)) {
                throw fault;
            }
            Remedy remedy = Remedy.of("Send the same request again later; getOutcome names the document meanwhile.");
            throw new ServiceFault(
                    ErrorCode.OUTCOME_UNKNOWN
                            .at("", "It was carried out before; how it stands now cannot be read from the ERP.")
                            .withRemedy(remedy),
                    fault);
        }
    }

    private <D extends Demand, T> Handed<T> work(Claim.Granted claim, Procedure<D, T> procedure, D demand) {
        LedgerEntry entry = claim.entry();
        Work<T> work = procedure.open(new Received<>(entry.key(), demand, entry.receivedAt()));
        Optional<Made<T>> earlier = earlier(claim, work);
        if (earlier.isPresent()) {
            return committed(claim, work, earlier.get(), true);
        }
        try {
            work.decide();
        } catch (ServiceFault fault) {
            return notDone(claim, procedure, work, fault);
        } catch (RuntimeException broken) {
            return failed(claim, procedure, broken);
        }
        submitting(claim);
        return handOver(claim, procedure, work);
    }

    /** Before anything is sent again, the ERP is asked whether it has the result. */
    private <T> Optional<Made<T>> earlier(Claim.Granted claim, Work<T> work) {
        if (!isDoubtful(claim)) {
            return Optional.empty();
        }
        try {
            return work.earlier();
        } catch (ServiceFault fault) {
            if (fault.code() == ErrorCode.ORDER_ALTERED) {
                refuse(claim, work, fault);
                throw fault;
            }
            releaseDoubtful(claim, fault);
            throw unknown(fault);
        } catch (RuntimeException stillInDoubt) {
            releaseDoubtful(claim, stillInDoubt);
            throw unknown(stillInDoubt);
        }
    }

    private void submitting(Claim.Granted claim) {
        boolean mine;
        try {
            mine = ledger.submitting(claim);
        } catch (RuntimeException ledgerBroken) {
            throw unknown(ledgerBroken);
        }
        if (!mine) {
            throw inProgress();
        }
    }

    private <T> Handed<T> handOver(Claim.Granted claim, Procedure<?, T> procedure, Work<T> work) {
        Made<T> made;
        try {
            made = work.handOver(() -> requireHeld(claim));
        } catch (ServiceFault fault) {
            if (isCertain(fault)) {
                return notDone(claim, procedure, work, fault);
            }
            releaseDoubtful(claim, fault);
            throw unknown(fault);
        } catch (RuntimeException lostAnswer) {
            releaseDoubtful(claim, lostAnswer);
            throw unknown(lostAnswer);
        }
        return committed(claim, work, made, false);
    }

    private void requireHeld(Claim.Granted claim) {
        if (!ledger.holds(claim)) {
            throw inProgress();
        }
    }

    /** It is done: even when the ledger cannot be told, that is the answer; the ERP is asked next time. */
    private <T> Handed<T> committed(Claim.Granted claim, Work<T> work, Made<T> made, boolean earlier) {
        try {
            work.committed(made);
            ledger.committed(claim, made.document(), made.held());
        } catch (RuntimeException ledgerBroken) {
            LOG.log(Level.WARNING, "a request was carried out, but that could not be written down", ledgerBroken);
        }
        return new Handed.Done<>(made.held(), earlier, made.value());
    }

    /** Nothing was written to the ERP. A lasting refusal is the outcome; anything else is tried again. */
    private <T> Handed<T> notDone(Claim.Granted claim, Procedure<?, T> procedure, Work<T> work, ServiceFault fault) {
        if (isLasting(fault)) {
            return refused(claim, work, fault);
        }
        return putOff(claim, procedure, fault);
    }

    /** Nothing was written to the ERP by this worker, and the request is not refused. */
    private <T> Handed<T> putOff(Claim.Granted claim, Procedure<?, T> procedure, ServiceFault fault) {
        if (isDoubtful(claim)) {
            releaseDoubtful(claim, fault);
            throw unknown(fault);
        }
        if (!procedure.isQueued() || !isUnavailable(fault)) {
            release(claim, Optional.empty(), fault);
            throw fault;
        }
        return queued(claim, fault);
    }

    private <T> Handed<T> queued(Claim.Granted claim, RuntimeException reason) {
        Duration next = backoff.after(claim.entry().attempts());
        release(claim, Optional.of(next), reason);
        return new Handed.Queued<>(clock.instant().plus(next));
    }

    /** What was in doubt may have arrived late, while it was decided on anew: the ERP has the last word. */
    private <T> Handed<T> refused(Claim.Granted claim, Work<T> work, ServiceFault fault) {
        Optional<Made<T>> late = earlier(claim, work);
        if (late.isPresent()) {
            return committed(claim, work, late.get(), true);
        }
        refuse(claim, work, fault);
        throw fault;
    }

    /** A refusal that could not be written down is none: the request will be decided on again. */
    private void refuse(Claim.Granted claim, Work<?> work, ServiceFault fault) {
        boolean written;
        try {
            written = ledger.refused(claim, fault.violations());
        } catch (RuntimeException ledgerBroken) {
            fault.addSuppressed(ledgerBroken);
            throw unknown(fault);
        }
        if (!written) {
            throw inProgress();
        }
        try {
            work.refused();
        } catch (RuntimeException storeBroken) {
            LOG.log(Level.WARNING, "a request was refused, but what it had taken was not given back", storeBroken);
        }
    }

    /** Something broke while the request was decided on, before anything was sent. */
    private <T> Handed<T> failed(Claim.Granted claim, Procedure<?, T> procedure, RuntimeException broken) {
        LOG.log(Level.ERROR, "a request could not be decided on", broken);
        if (isDoubtful(claim)) {
            releaseDoubtful(claim, broken);
            throw unknown(broken);
        }
        if (!procedure.isQueued()) {
            release(claim, Optional.empty(), broken);
            throw broken;
        }
        return queued(claim, broken);
    }

    private void releaseDoubtful(Claim.Granted claim, RuntimeException reason) {
        release(claim, true, Optional.of(backoff.after(claim.entry().attempts())), reason);
    }

    private void release(Claim.Granted claim, Optional<Duration> next, RuntimeException reason) {
        release(claim, false, next, reason);
    }

    private void release(Claim.Granted claim, boolean doubtful, Optional<Duration> next, RuntimeException reason) {
        try {
            ledger.release(claim, doubtful, next, why(reason));
        } catch (RuntimeException ledgerBroken) {
            reason.addSuppressed(ledgerBroken);
        }
    }

    private static List<Violation> why(RuntimeException reason) {
        return reason instanceof ServiceFault fault ? fault.violations() : List.of(ErrorCode.INTERNAL_ERROR.at(""));
    }

    private static boolean isDoubtful(Claim.Granted claim) {
        return claim.entry().state().isDoubtful();
    }

    private static boolean isCertain(ServiceFault fault) {
        return fault.violations().stream()
                .noneMatch(violation -> violation.code().retryable() == Retryable.UNCERTAIN);
    }

    private static boolean isLasting(ServiceFault fault) {
        return fault.violations().stream()
                .map(Violation::code)
                .allMatch(code -> code.retryable() == Retryable.NO && LASTING.contains(code.category()));
    }

    private static boolean isUnavailable(ServiceFault fault) {
        return isCertain(fault)
                && fault.violations().stream()
                        .anyMatch(violation -> violation.code().category() == ErrorCategory.UNAVAILABLE);
    }

    private static ServiceFault reused() {
        return new ServiceFault(ErrorCode.REQUEST_ID_REUSED
                .at("requestId")
                .withRemedy(Remedy.of("Give each new request an id of its own.")));
    }

    private static ServiceFault inProgress() {
        return new ServiceFault(ErrorCode.REQUEST_IN_PROGRESS
                .at("requestId")
                .withRemedy(Remedy.of("Send the same request again in a moment.")));
    }

    private static ServiceFault unknown(RuntimeException cause) {
        Remedy remedy = Remedy.of("Send the same request with the same request id again.");
        return new ServiceFault(ErrorCode.OUTCOME_UNKNOWN.at("").withRemedy(remedy), cause);
    }
}
