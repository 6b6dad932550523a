package org.throughline.tax;

import java.math.BigDecimal;

/**
 * A line with its tax. All amounts are rounded to the currency's minor unit.
 *
 * @param id as asked; null when it has none
 * @param net BT-131
 * @param tax of this line alone; the lines' taxes add up to the document's only when tax is rounded per line
 * @param gross net plus tax
 */
public record TaxedLine(String id, BigDecimal net, BigDecimal tax, BigDecimal gross, TaxTreatment treatment) {}
