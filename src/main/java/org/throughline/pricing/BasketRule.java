package org.throughline.pricing;

/** A rule that looks at a whole basket. */
interface BasketRule {

    /** The basket after this rule; the same object when the rule does not apply. */
    Basket apply(Basket basket);
}
