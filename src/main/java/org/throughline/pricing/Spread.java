package org.throughline.pricing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Divides amounts of money so that nothing is lost. */
final class Spread {

    private Spread() {}

    /**
     * Shares in proportion to weights. Each is rounded down to the minor unit; the cents left go to those who lost most by
     * it, among equals to the first.
     *
     * @param amount not negative, rounded to the minor unit
     * @param weights not negative, at least one; when all are zero the first bears everything
     * @param decimals of the minor unit
     */
    static List<BigDecimal> of(BigDecimal amount, List<BigDecimal> weights, int decimals) {
        BigDecimal total = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return total.signum() == 0
                ? allToTheFirst(amount, weights.size())
                : inProportion(amount, weights, total, decimals);
    }

    private static List<BigDecimal> allToTheFirst(BigDecimal amount, int count) {
        List<BigDecimal> shares = new ArrayList<>(Collections.nCopies(count, amount.subtract(amount)));
        shares.set(0, amount);
        return shares;
    }

    private static List<BigDecimal> inProportion(
            BigDecimal amount, List<BigDecimal> weights, BigDecimal total, int decimals) {
        List<BigDecimal> shares = new ArrayList<>(weights.size());
        List<BigDecimal> lost = new ArrayList<>(weights.size());
        for (BigDecimal weight : weights) {
            BigDecimal product = amount.multiply(weight);
            BigDecimal share = product.divide(total, decimals, RoundingMode.DOWN);
            shares.add(share);
            lost.add(product.subtract(share.multiply(total)));
        }
        BigDecimal cent = BigDecimal.ONE.movePointLeft(decimals);
        BigDecimal rest = amount.subtract(shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        IntStream.range(0, shares.size())
                .boxed()
                .sorted(Comparator.comparing(lost::get, Comparator.reverseOrder()))
                .limit(rest.divideToIntegralValue(cent).intValueExact())
                .forEach(i -> shares.set(i, shares.get(i).add(cent)));
        return shares;
    }
}
