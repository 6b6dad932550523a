package org.throughline.account;

import java.math.BigDecimal;

/**
 * What is outstanding on open invoices, by days past due.
 *
 * @param current not due yet, or due on the day itself
 */
public record AgedBalances(
        BigDecimal current, BigDecimal days1To30, BigDecimal days31To60, BigDecimal days61To90, BigDecimal over90) {

    public BigDecimal overdue() {
        return days1To30.add(days31To60).add(days61To90).add(over90);
    }

    public BigDecimal total() {
        return current.add(overdue());
    }
}
