package org.throughline.shared;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * Totals of a priced document (EN 16931 BG-22), each rounded half-up to the currency's minor unit.
 *
 * @param lineNet BT-106
 * @param allowances BT-107
 * @param charges BT-108
 * @param net BT-109
 * @param tax BT-110
 * @param gross BT-112
 */
public record DocumentTotals(
        Currency currency,
        BigDecimal lineNet,
        BigDecimal allowances,
        BigDecimal charges,
        BigDecimal net,
        BigDecimal tax,
        BigDecimal gross) {}
