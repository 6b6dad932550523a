package org.throughline.pricing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * A unit price while rules are applied to it. The exact price is carried on; what is shown is rounded, and effects are
 * differences of what is shown, so that they add up.
 *
 * @param exact null before the first rule
 * @param fixed whether no further discount may change it
 * @param promotions that made it
 */
record RunningPrice(BigDecimal exact, boolean fixed, List<AppliedRule> applied, List<PromotionTerms> promotions) {

    static final int DECIMALS = 6;
    static final RunningPrice NONE = new RunningPrice(null, false, List.of(), List.of());

    RunningPrice {
        applied = List.copyOf(applied);
        promotions = List.copyOf(promotions);
    }

    RunningPrice to(BigDecimal price, AppliedRule.Kind kind, String id, String text) {
        BigDecimal shown = rounded(price);
        List<AppliedRule> rules = new ArrayList<>(applied);
        rules.add(new AppliedRule(kind, id, text, shown.subtract(shown()), shown));
        return new RunningPrice(price, fixed, rules, promotions);
    }

    RunningPrice fix() {
        return new RunningPrice(exact, true, applied, promotions);
    }

    RunningPrice with(PromotionTerms promotion) {
        List<PromotionTerms> more = new ArrayList<>(promotions);
        more.add(promotion);
        return new RunningPrice(exact, fixed, applied, more);
    }

    /** The price as it is given out: rounded half-up to six decimals. */
    BigDecimal shown() {
        return exact == null ? BigDecimal.ZERO : rounded(exact);
    }

    private static BigDecimal rounded(BigDecimal price) {
        return price.setScale(DECIMALS, RoundingMode.HALF_UP);
    }
}
