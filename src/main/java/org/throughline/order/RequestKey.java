package org.throughline.order;

import static java.util.Objects.requireNonNull;

/**
 * Names a request for ever.
 *
 * @param caller who sent it; ids of different callers have nothing to do with each other
 * @param requestId chosen by the caller
 */
public record RequestKey(String caller, String requestId) {

    public RequestKey {
        requireNonNull(caller, "caller");
        requireNonNull(requestId, "requestId");
    }

    /**
     * The reference under which the request's order is handed to the ERP. It follows from the key alone, so that the ERP
     * can be asked for the order even if our own record were lost.
     */
    public String reference() {
        return "TL-" + Digests.sha256(caller + '\0' + requestId).substring(0, 32);
    }

    /** The reference of the offer that the request leads to. */
    public String offerReference() {
        return "OF-" + Digests.sha256("offer\0" + caller + '\0' + requestId).substring(0, 32);
    }
}
