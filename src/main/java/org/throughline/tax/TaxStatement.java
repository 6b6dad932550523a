package org.throughline.tax;

import java.time.LocalDate;

/**
 * What was asked and what came out.
 *
 * @param date whose rules counted
 */
public record TaxStatement(TaxRequest request, LocalDate date, TaxedDocument document) {}
