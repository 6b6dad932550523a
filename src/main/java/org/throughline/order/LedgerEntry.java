package org.throughline.order;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.throughline.shared.OrderId;
import org.throughline.shared.Violation;

/**
 * What is known of a request.
 *
 * @param digest of the request's content
 * @param orderId the order that came of it; null unless CONFIRMED or HELD
 * @param violations why nothing came of it; empty unless REFUSED
 * @param receivedAt when it came for the first time
 * @param changedAt when its state changed last
 */
public record LedgerEntry(
        RequestKey key,
        String digest,
        State state,
        OrderId orderId,
        List<Violation> violations,
        Instant receivedAt,
        Instant changedAt) {

    /** How far a request has come. */
    public enum State {
        /** Written down; the ERP was not asked for an order yet. */
        RECEIVED,
        /** Being handed to the ERP; after a crash it is not known how that ended. */
        SUBMITTING,
        /** The order is in the ERP and approved. */
        CONFIRMED,
        /** The order is in the ERP and waits for a release. */
        HELD,
        /** No order was made, for reasons that a repetition does not change. */
        REFUSED,
        /** The ERP did not say how the handing over ended. */
        UNKNOWN;

        /** Whether the outcome is certain and stays the same. */
        public boolean isFinal() {
            return this == CONFIRMED || this == HELD || this == REFUSED;
        }

        /** Whether the ERP may have an order without our knowing it. */
        public boolean isDoubtful() {
            return this == SUBMITTING || this == UNKNOWN;
        }
    }

    public LedgerEntry {
        requireNonNull(key, "key");
        requireNonNull(digest, "digest");
        requireNonNull(state, "state");
        violations = List.copyOf(violations);
    }

    public LedgerEntry with(List<Violation> other) {
        return new LedgerEntry(key, digest, state, orderId, other, receivedAt, changedAt);
    }
}
