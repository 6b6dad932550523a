package org.throughline.order;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A place where two documents that must be equal are not.
 *
 * @param invoice the ERP's id; null when an order differs from what was computed for it
 * @param path what differs, as in the order: line[0].net
 * @param expected as it was computed or ordered
 * @param found as the ERP has it
 */
public record Mismatch(
        Instant seenAt,
        Stage stage,
        String dataset,
        String order,
        String invoice,
        String path,
        String expected,
        String found) {

    /** What was compared. */
    public enum Stage {
        /** An order with what was computed when it was placed. */
        ORDER,
        /** The invoices of an order with the order. */
        INVOICE
    }

    public Mismatch {
        requireNonNull(seenAt, "seenAt");
        requireNonNull(stage, "stage");
        requireNonNull(dataset, "dataset");
        requireNonNull(order, "order");
        requireNonNull(path, "path");
        requireNonNull(expected, "expected");
        requireNonNull(found, "found");
    }
}
