package org.throughline.order;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.throughline.shared.Retryable;
import org.throughline.shared.Violation;

/**
 * What became of a request.
 *
 * @param receivedAt when it came for the first time
 */
public record RequestOutcome(RequestKind kind, Instant receivedAt, Standing standing) {

    /** How it stands. */
    public sealed interface Standing {}

    /** @param held whether what came of it was held when it was made */
    public record Committed(DocumentRef document, boolean held) implements Standing {}

    /**
     * @param violations why nothing came of it
     * @param retryable whether the same request can still succeed
     */
    public record NotCommitted(List<Violation> violations, Retryable retryable) implements Standing {}

    /**
     * @param doubtful whether the ERP may have done it already
     * @param attempts how often somebody has begun to work on it
     * @param estimatedAt when somebody goes on with it; empty while somebody is at it
     * @param why what was in the way the last time; empty when nothing was
     */
    public record InProgress(boolean doubtful, int attempts, Optional<Instant> estimatedAt, List<Violation> why)
            implements Standing {}

    static RequestOutcome of(LedgerEntry entry, Instant now) {
        return new RequestOutcome(entry.kind(), entry.receivedAt(), standing(entry, now));
    }

    private static Standing standing(LedgerEntry entry, Instant now) {
        return switch (entry.state()) {
            case CONFIRMED, HELD -> new Committed(entry.document(), entry.state() == RequestState.HELD);
            case REFUSED -> new NotCommitted(entry.violations(), Retryable.NO);
            case RECEIVED, SUBMITTING, UNKNOWN ->
                entry.due().isEmpty() ? new NotCommitted(entry.violations(), Retryable.YES) : inProgress(entry, now);
        };
    }

    private static Standing inProgress(LedgerEntry entry, Instant now) {
        boolean waiting = !entry.claimed() || entry.due().orElseThrow().isNegative();
        Optional<Instant> next = entry.due().map(in -> in.isNegative() ? now : now.plus(in));
        return new InProgress(
                entry.state().isDoubtful(), entry.attempts(), waiting ? next : Optional.empty(), entry.violations());
    }
}
