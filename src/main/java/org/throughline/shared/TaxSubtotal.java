package org.throughline.shared;

import java.math.BigDecimal;

/**
 * The tax of one category and rate over a document (EN 16931 BG-23). Amounts are in the document's currency, rounded
 * half-up to its minor unit.
 *
 * @param ratePercent 20 means 20 %
 * @param taxable BT-116
 * @param tax BT-117
 * @param reasonCode VATEX code (BT-121); null when taxed
 * @param reason for people (BT-120); null when taxed
 */
public record TaxSubtotal(
        TaxCategory category,
        BigDecimal ratePercent,
        BigDecimal taxable,
        BigDecimal tax,
        String reasonCode,
        String reason) {}
