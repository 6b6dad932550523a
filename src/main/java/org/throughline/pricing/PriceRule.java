package org.throughline.pricing;

/** One step on the way to a unit price. */
interface PriceRule {

    /** The price after this step; the same object when the rule does not apply. */
    RunningPrice apply(PriceCase priceCase, RunningPrice price);
}
