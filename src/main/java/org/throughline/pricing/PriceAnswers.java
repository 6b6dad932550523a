package org.throughline.pricing;

import java.util.Optional;
import org.throughline.shared.Answer;
import org.throughline.shared.AnswerId;

/** Keeps priced baskets that were not answered by the pricing service itself, such as those of offers. */
public interface PriceAnswers {

    /**
     * Keeps the prices of an offer; they are written when this returns.
     *
     * @param request as it was priced
     * @return empty when answers are not kept
     */
    Optional<AnswerId> keepOffer(PriceRequest request, Answer<PricedDocument> answer);
}
