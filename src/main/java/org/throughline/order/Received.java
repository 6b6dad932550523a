package org.throughline.order;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A request as the ledger has it.
 *
 * @param at when it came for the first time
 */
public record Received<D extends Demand>(RequestKey key, D demand, Instant at) {

    public Received {
        requireNonNull(key, "key");
        requireNonNull(demand, "demand");
        requireNonNull(at, "at");
    }
}
