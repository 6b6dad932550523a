package org.throughline.erp.embedded.rows;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.throughline.shared.DocumentTotals;
import org.throughline.shared.TaxSubtotal;
import org.throughline.tax.DocumentAdjustment;
import org.throughline.tax.RoundingLevel;
import org.throughline.tax.TaxCalculator;
import org.throughline.tax.TaxableDocument;
import org.throughline.tax.TaxableLine;
import org.throughline.tax.TaxedDocument;

/** Totals and tax breakdown of lines, with prices without tax. */
public record DocumentAmounts(List<TaxSubtotal> taxes, DocumentTotals totals) {

    public static DocumentAmounts of(Currency currency, List<DocumentLine> lines) {
        return of(currency, lines, BigDecimal.ZERO);
    }

    /** @param charge on the whole document, such as freight, taxed as the first line is; zero when there is none */
    public static DocumentAmounts of(Currency currency, List<DocumentLine> lines, BigDecimal charge) {
        List<DocumentAdjustment> charges = charge.signum() == 0
                ? List.of()
                : List.of(new DocumentAdjustment(charge, lines.get(0).tax()));
        TaxedDocument taxed = TaxCalculator.calculate(new TaxableDocument(
                currency,
                false,
                RoundingLevel.DOCUMENT,
                lines.stream().map(DocumentAmounts::taxable).toList(),
                List.of(),
                charges,
                BigDecimal.ZERO,
                BigDecimal.ZERO));
        return new DocumentAmounts(taxed.taxes(), taxed.totals());
    }

    private static TaxableLine taxable(DocumentLine line) {
        return new TaxableLine(
                null, line.quantity(), line.unitPrice(), line.priceBase(), List.of(), List.of(), line.tax());
    }
}
