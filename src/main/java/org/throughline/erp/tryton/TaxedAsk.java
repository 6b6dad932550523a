package org.throughline.erp.tryton;

import java.math.BigDecimal;
import org.throughline.tax.TaxTreatment;

/**
 * A line of a basket with its price and the way it is taxed.
 *
 * @param usual what Tryton's prices say; null when there is none and another is given
 * @param line as Tryton is told of it
 */
record TaxedAsk(AskedLine asked, BigDecimal usual, TrytonTaxes.Line line, TaxTreatment treatment) {}
