package org.throughline.account;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Searches for the largest quantity of a line that passes, by pricing. Between two price breaks a larger quantity never costs
 * less, so bisection finds the largest between them; after that each break above is tried, since a quantity at a break can
 * cost less than one below it. What is found does pass, and one step more does not. Where something other than the breaks
 * of the line makes a larger basket cheaper, such as a discount on the whole document, a larger quantity might pass, too.
 */
final class LargestQuantity {

    /** No quantity is larger; what passes here passes whatever the quantity. */
    static final BigDecimal CEILING = BigDecimal.valueOf(100_000_000L);

    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final int MAX_BREAKS = 20;

    private final BigDecimal step;
    private final Predicate<BigDecimal> passes;
    private final Function<BigDecimal, Optional<BigDecimal>> nextBreak;

    /**
     * @param decimals of the quantities
     * @param passes never asked about zero or less
     * @param nextBreak the next break after a quantity
     */
    LargestQuantity(int decimals, Predicate<BigDecimal> passes, Function<BigDecimal, Optional<BigDecimal>> nextBreak) {
        this.step = BigDecimal.ONE.movePointLeft(decimals);
        this.passes = passes;
        this.nextBreak = nextBreak;
    }

    /**
     * @param start where to begin the search
     * @return empty when any quantity passes; 0 when not even the smallest does
     */
    Optional<BigDecimal> search(BigDecimal start) {
        BigDecimal found =
                passes.test(start) ? largestFrom(start) : bisect(BigDecimal.ZERO.setScale(step.scale()), start);
        for (int i = 0; i < MAX_BREAKS && found.compareTo(CEILING) < 0; i++) {
            Optional<BigDecimal> better = nextPassingBreak(found);
            if (better.isEmpty()) {
                return Optional.of(found);
            }
            found = largestFrom(better.get());
        }
        return found.compareTo(CEILING) < 0 ? Optional.of(found) : Optional.empty();
    }

    private Optional<BigDecimal> nextPassingBreak(BigDecimal after) {
        Optional<BigDecimal> candidate = nextBreak.apply(after.max(step));
        for (int i = 0; i < MAX_BREAKS && candidate.isPresent(); i++) {
            BigDecimal quantity = candidate.get();
            if (quantity.compareTo(after) > 0 && passes.test(quantity)) {
                return candidate;
            }
            candidate = nextBreak.apply(quantity);
        }
        return Optional.empty();
    }

    /** The largest in the stretch that begins with a quantity that passes. */
    private BigDecimal largestFrom(BigDecimal passing) {
        BigDecimal low = passing;
        BigDecimal high = passing.multiply(TWO);
        while (high.compareTo(CEILING) < 0 && passes.test(high)) {
            low = high;
            high = high.multiply(TWO);
        }
        return high.compareTo(CEILING) >= 0 && passes.test(CEILING) ? CEILING : bisect(low, high.min(CEILING));
    }

    /** @param low passes, or is zero; @param high does not pass */
    private BigDecimal bisect(BigDecimal low, BigDecimal high) {
        BigDecimal passing = low;
        BigDecimal failing = high;
        while (failing.subtract(passing).compareTo(step) > 0) {
            BigDecimal middle = passing.add(failing).divide(TWO, step.scale(), RoundingMode.DOWN);
            if (passes.test(middle)) {
                passing = middle;
            } else {
                failing = middle;
            }
        }
        return passing;
    }
}
