package org.throughline.order;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Optional;
import org.throughline.shared.Money;

/**
 * What an order may be without anybody's approval, beside credit.
 *
 * @param value the largest net total; empty for any
 * @param marginPercent the least that the net must be above the cost, percent of the net; empty for any
 * @param newCustomers whether the first order of an account waits
 * @param priceOverrides whether an order with a price that the request named waits
 */
public record ApprovalLimits(
        Optional<Money> value, Optional<BigDecimal> marginPercent, boolean newCustomers, boolean priceOverrides) {

    /** Only prices that a request names are looked at. */
    public static final ApprovalLimits DEFAULT = new ApprovalLimits(Optional.empty(), Optional.empty(), false, true);

    public ApprovalLimits {
        requireNonNull(value, "value");
        requireNonNull(marginPercent, "marginPercent");
    }
}
