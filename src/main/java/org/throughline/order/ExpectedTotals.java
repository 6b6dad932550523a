package org.throughline.order;

import java.math.BigDecimal;

/**
 * Totals that a caller has computed or shown to somebody. An order whose totals differ is refused.
 *
 * @param net null when any will do
 * @param tax null when any will do
 * @param gross null when any will do
 */
public record ExpectedTotals(BigDecimal net, BigDecimal tax, BigDecimal gross) {}
