package org.throughline.crash;

import java.util.List;

/**
 * What a customer knows of an errand.
 *
 * @param errand the customer's reference of whatever order comes of it
 * @param promise what shall have come of it
 * @param order the order that was acknowledged; null: none
 * @param held whether it was said to be held
 * @param version of the order: how many requests have written to it; each is to do so once
 * @param terms what was simulated for it
 * @param offer the offer that was acknowledged; null: none
 * @param offerState what has become of the offer, as far as was said
 * @param lastHeard the last answer, for people
 * @param objections what was said and cannot be right
 */
record Told(
        String errand,
        Promise promise,
        String order,
        boolean held,
        int version,
        Basket.Terms terms,
        String offer,
        String offerState,
        String lastHeard,
        List<String> objections) {

    /** What shall come of an errand in the ERP. */
    enum Promise {
        /** An order with the terms. */
        ORDERED,
        /** An order that is cancelled. */
        CANCELLED,
        /** No order. */
        NOTHING,
        /** It is not known yet. */
        OPEN
    }

    @Override
    public String toString() {
        return errand + " (last heard: " + lastHeard + ")";
    }
}
