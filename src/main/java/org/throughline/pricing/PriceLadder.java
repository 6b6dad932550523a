package org.throughline.pricing;

import java.math.BigDecimal;

/**
 * What an item costs on a day, at each quantity, for somebody who asks in one way. A price is computed when it is first
 * asked for; between two thresholds it is the same.
 */
final class PriceLadder {

    private final TermsOfDay terms;
    private final Asking asking;
    private final QuantitySteps<BigDecimal> thresholds;

    /** By the number of thresholds reached. Threads may compute the same one twice; all of them are equal. */
    private final UnitPrice[] prices;

    /** By the same: one more than the first threshold above that is cheaper; 0 when not looked for yet. */
    private final int[] cheaper;

    PriceLadder(TermsOfDay terms, Asking asking) {
        this.terms = terms;
        this.asking = asking;
        this.thresholds = terms.thresholds();
        this.prices = new UnitPrice[thresholds.size() + 1];
        this.cheaper = new int[prices.length];
    }

    boolean answers(Asking other) {
        return asking.equals(other);
    }

    Conversion conversion() {
        return asking.conversion();
    }

    /** @return null when no price holds at the quantity */
    UnitPrice at(BigDecimal baseQuantity) {
        int reached = thresholds.reached(baseQuantity);
        UnitPrice known = prices[reached];
        if (known == null) {
            known = compute(baseQuantity);
            prices[reached] = known;
        }
        return known == UnitPrice.NONE ? null : known;
    }

    /**
     * The first threshold above a quantity with a cheaper price; looked for once.
     *
     * @param reached number of thresholds that the quantity reaches
     * @param now the price there
     * @return the number of thresholds when there is none
     */
    int nextCheaper(int reached, UnitPrice now) {
        if (cheaper[reached] == 0) {
            cheaper[reached] = firstCheaper(reached, now) + 1;
        }
        return cheaper[reached] - 1;
    }

    private int firstCheaper(int reached, UnitPrice now) {
        int threshold = reached;
        while (threshold < thresholds.size() && !isCheaper(threshold, now)) {
            threshold++;
        }
        return threshold;
    }

    private boolean isCheaper(int threshold, UnitPrice now) {
        UnitPrice known = prices[threshold + 1];
        UnitPrice then = known == null ? compute(thresholds.from(threshold)) : known;
        return then != UnitPrice.NONE && then.isCheaperThan(now);
    }

    /** The price of the agreement that decides; of several that may, the cheapest, among equals the strongest. */
    private UnitPrice compute(BigDecimal baseQuantity) {
        UnitPrice best = UnitPrice.NONE;
        for (PriceCase priceCase : PriceCases.at(terms, asking, baseQuantity)) {
            UnitPrice price = UnitPrice.of(priceCase, PriceRules.apply(priceCase));
            if (best == UnitPrice.NONE || price.isCheaperThan(best)) {
                best = price;
            }
        }
        return best;
    }
}
