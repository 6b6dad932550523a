package org.throughline.order;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.throughline.pricing.PricedDocument;

/**
 * All that an offer promises, kept as it was worked out, so that nothing has to be computed again to keep it.
 *
 * @param wish what was asked for, with the customer as an account
 * @param draft the order that the offer leads to
 * @param priced where the draft's prices and tax come from, with all rules
 * @param promises one for each line of the draft, in their order
 */
public record OfferTerms(OrderRequest wish, OrderDraft draft, PricedDocument priced, List<LinePromise> promises) {

    public OfferTerms {
        requireNonNull(wish, "wish");
        requireNonNull(draft, "draft");
        requireNonNull(priced, "priced");
        promises = List.copyOf(promises);
    }

    OfferTerms with(OrderDraft otherDraft, List<LinePromise> otherPromises) {
        return new OfferTerms(wish, otherDraft, priced, otherPromises);
    }
}
