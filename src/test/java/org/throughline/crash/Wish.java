package org.throughline.crash;

import java.util.ArrayList;
import java.util.List;

/**
 * What somebody wants to buy, and what the service said that it would come to.
 *
 * @param terms of the basket
 * @param moreTerms of the basket with more of its first line
 */
record Wish(Basket basket, Basket.Terms terms, Basket.Terms moreTerms) {

    private static final int MORE = 3;

    /** The same with more of the first line. */
    static Basket more(Basket basket) {
        List<Basket.Line> lines = new ArrayList<>(basket.lines());
        Basket.Line first = lines.get(0);
        lines.set(0, new Basket.Line(first.item(), first.quantity() + MORE));
        return new Basket(basket.account(), lines);
    }
}
