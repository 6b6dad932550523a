package org.throughline.order;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** What the caller of a request learns when it is not refused. */
public sealed interface Handed<T> {

    /**
     * @param held whether it was held when it was made
     * @param replayed whether it came of an earlier call
     * @param value as it stands now
     */
    record Done<T>(boolean held, boolean replayed, T value) implements Handed<T> {
        public Done {
            requireNonNull(value, "value");
        }
    }

    /**
     * The request is kept and goes through when the ERP is back.
     *
     * @param estimatedAt when the ERP will be asked next; no promise
     */
    record Queued<T>(Instant estimatedAt) implements Handed<T> {
        public Queued {
            requireNonNull(estimatedAt, "estimatedAt");
        }
    }
}
