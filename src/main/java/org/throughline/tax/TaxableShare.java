package org.throughline.tax;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/**
 * Which part of the price of one unit a jurisdiction taxes. With a lower limit, cheaper units bear no tax (clothing below
 * 110 USD in New York), or, when only the excess is taxed, the part up to the limit bears none (clothing in Massachusetts).
 * With an upper limit, the part above it bears none (the first 5,000 USD of an article in Florida's counties).
 *
 * @param from price of a unit from which on it is taxed; zero for no lower limit
 * @param excessOnly whether only what exceeds "from" is taxed
 * @param upTo the part of a unit's price above it is not taxed; null for no upper limit
 */
public record TaxableShare(BigDecimal from, boolean excessOnly, BigDecimal upTo) {

    /** All of every price. */
    public static final TaxableShare WHOLE = new TaxableShare(BigDecimal.ZERO, false, null);

    public TaxableShare {
        requireNonNull(from, "from");
        if (from.signum() < 0 || upTo != null && upTo.compareTo(from) <= 0) {
            throw new IllegalArgumentException("limits are not negative, and the upper one is above the lower one");
        }
    }

    /** Whether everything is taxed at any price. */
    public boolean isWhole() {
        return from.signum() == 0 && upTo == null;
    }

    /**
     * The taxed part of some units, not rounded. Limits count in the currency of the amount.
     *
     * @param net of all units; negative for goods that come back
     * @param quantity how many units that is; not zero unless the net is zero; the sign does not matter
     */
    BigDecimal of(BigDecimal net, BigDecimal quantity) {
        if (isWhole() || net.signum() == 0) {
            return net;
        }
        BigDecimal units = quantity.abs();
        BigDecimal amount = net.abs();
        BigDecimal lower = from.multiply(units);
        if (amount.compareTo(lower) < 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal part = upTo == null ? amount : amount.min(upTo.multiply(units));
        BigDecimal taxed = excessOnly ? part.subtract(lower) : part;
        return net.signum() < 0 ? taxed.negate() : taxed;
    }
}
