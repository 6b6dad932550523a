package org.throughline.erp.embedded;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.throughline.pricing.Reduction;

/**
 * A chain of discounts as the ERP writes it: "10;5" is 10 % and then 5 % off, "10;0.50 GBP" is 10 % and then 0.50 GBP off.
 *
 * @param currency of the amounts; null when there are none
 */
record DiscountChain(Currency currency, List<Reduction> steps) {

    /** @throws IllegalArgumentException when it is not written so, or names two currencies */
    static DiscountChain parse(String text) {
        Currency currency = null;
        List<Reduction> steps = new ArrayList<>();
        for (String step : text.split(";")) {
            String[] words = step.strip().split(" ");
            BigDecimal number = new BigDecimal(words[0]);
            if (words.length == 1) {
                steps.add(new Reduction.Percent(number));
            } else {
                Currency named = Currency.getInstance(words[1]);
                if (currency != null && !currency.equals(named)) {
                    throw new IllegalArgumentException("a discount chain has amounts in two currencies");
                }
                currency = named;
                steps.add(new Reduction.Amount(number));
            }
        }
        return new DiscountChain(currency, steps);
    }
}
