package org.throughline.pricing;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;

/**
 * What every promotion says of itself.
 *
 * @param priority the lower, the sooner it is looked at
 * @param withAgreements whether it counts for lines that have a discount agreed on; a net price agreed on never gets a
 *     promotion
 * @param withPromotions whether a line may have others beside it that say the same
 */
public record PromotionTerms(
        String id, String description, int priority, boolean withAgreements, boolean withPromotions, Period validity) {

    static final Comparator<PromotionTerms> BY_PRIORITY =
            Comparator.comparingInt(PromotionTerms::priority).thenComparing(PromotionTerms::id);

    public PromotionTerms {
        requireNonNull(id, "id");
        requireNonNull(description, "description");
        requireNonNull(validity, "validity");
    }

    /** Whether a line may have both. */
    boolean combinesWith(PromotionTerms other) {
        return withPromotions && other.withPromotions;
    }
}
