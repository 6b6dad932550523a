package org.throughline.tax;

import java.math.BigDecimal;
import java.util.List;
import org.throughline.shared.DocumentTotals;
import org.throughline.shared.TaxSubtotal;

/**
 * A document with its tax.
 *
 * @param lines in the order asked
 * @param taxes one for each category and rate, by category and falling rate
 * @param payable BT-115: gross less prepaid plus rounding
 */
public record TaxedDocument(
        List<TaxedLine> lines,
        List<TaxSubtotal> taxes,
        DocumentTotals totals,
        BigDecimal prepaid,
        BigDecimal rounding,
        BigDecimal payable) {

    public TaxedDocument {
        lines = List.copyOf(lines);
        taxes = List.copyOf(taxes);
    }
}
