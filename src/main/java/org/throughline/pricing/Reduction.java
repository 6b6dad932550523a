package org.throughline.pricing;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/** Something off a price or off the value of an order. */
public sealed interface Reduction {

    /**
     * A part off.
     *
     * @param percent 10 means 10 %; more than 100 is a contradiction that shows when it is applied
     */
    record Percent(BigDecimal percent) implements Reduction {

        public Percent {
            requireNonNull(percent, "percent");
        }
    }

    /**
     * Money off.
     *
     * @param amount in the currency of what the reduction belongs to
     */
    record Amount(BigDecimal amount) implements Reduction {

        public Amount {
            requireNonNull(amount, "amount");
        }
    }
}
