package org.throughline.order;

import static java.util.Objects.requireNonNull;

/**
 * A request as it comes to the ledger.
 *
 * @param digest of the content
 */
public record LedgerRequest(RequestKey key, RequestKind kind, String digest, Demand demand) {

    public LedgerRequest {
        requireNonNull(key, "key");
        requireNonNull(kind, "kind");
        requireNonNull(digest, "digest");
        requireNonNull(demand, "demand");
    }

    static LedgerRequest of(RequestKey key, RequestKind kind, Demand demand) {
        return new LedgerRequest(key, kind, CanonicalContent.digest(demand), demand);
    }
}
