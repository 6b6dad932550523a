package org.throughline.order;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.throughline.shared.Violation;

/**
 * What is known of a request.
 *
 * @param digest of the request's content
 * @param document what came of it; null unless CONFIRMED or HELD
 * @param violations of REFUSED, why nothing came of it; of RECEIVED and UNKNOWN, what was in the way the last time, if
 *     anything was
 * @param attempts how often somebody began to work on it
 * @param due in what time somebody will go on with it by himself; empty when nobody will. Negative when it is overdue.
 * @param claimed whether somebody is, or was until he crashed, working on it
 * @param receivedAt when it came for the first time
 * @param changedAt when its state changed last
 */
public record LedgerEntry(
        RequestKey key,
        RequestKind kind,
        String digest,
        RequestState state,
        DocumentRef document,
        List<Violation> violations,
        int attempts,
        Optional<Duration> due,
        boolean claimed,
        Instant receivedAt,
        Instant changedAt) {

    public LedgerEntry {
        requireNonNull(key, "key");
        requireNonNull(kind, "kind");
        requireNonNull(digest, "digest");
        requireNonNull(state, "state");
        requireNonNull(due, "due");
        violations = List.copyOf(violations);
    }

    /** Whether the ERP has not got it, and will get it without anybody asking again. */
    public boolean isQueued() {
        return state == RequestState.RECEIVED && !claimed && due.isPresent();
    }
}
