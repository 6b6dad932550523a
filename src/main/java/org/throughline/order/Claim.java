package org.throughline.order;

/** The ledger's answer to somebody who wants to work on a request. */
public sealed interface Claim {

    /** What the ledger has; written by this call when the request is new. */
    LedgerEntry entry();

    /**
     * Go on.
     *
     * @param entry its state says what was done by an earlier worker
     * @param token proves the claim to the ledger
     */
    record Granted(LedgerEntry entry, String token) implements Claim {}

    /** The outcome is certain already. */
    record Finished(LedgerEntry entry) implements Claim {}

    /** Another worker is at it. */
    record InProgress(LedgerEntry entry) implements Claim {}

    /** The id was used for something else. */
    record OtherContent(LedgerEntry entry) implements Claim {}
}
