package org.throughline.order;

import static java.util.Objects.requireNonNull;

/**
 * What came of a request.
 *
 * @param document names it
 * @param held whether it waits for a release
 * @param value the same, in full
 */
public record Made<T>(DocumentRef document, boolean held, T value) {

    public Made {
        requireNonNull(document, "document");
        requireNonNull(value, "value");
    }

    public static Made<Order> of(Order order) {
        return new Made<>(DocumentRef.of(order.id()), order.isHeld(), order);
    }

    public static Made<Quotation> of(Quotation quotation) {
        return new Made<>(DocumentRef.of(quotation.id()), false, quotation);
    }

    public static Made<Offer> of(Offer offer) {
        return new Made<>(DocumentRef.of(offer.id()), false, offer);
    }
}
