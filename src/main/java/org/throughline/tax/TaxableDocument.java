package org.throughline.tax;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;

/**
 * A document whose tax is to be computed.
 *
 * @param pricesIncludeTax whether unit prices, allowances and charges include tax
 * @param prepaid what is paid already (BT-113)
 * @param rounding added to the amount due (BT-114)
 */
public record TaxableDocument(
        Currency currency,
        boolean pricesIncludeTax,
        RoundingLevel roundingLevel,
        List<TaxableLine> lines,
        List<DocumentAdjustment> allowances,
        List<DocumentAdjustment> charges,
        BigDecimal prepaid,
        BigDecimal rounding) {

    public TaxableDocument {
        requireNonNull(currency, "currency");
        requireNonNull(roundingLevel, "roundingLevel");
        lines = List.copyOf(lines);
        allowances = List.copyOf(allowances);
        charges = List.copyOf(charges);
        requireNonNull(prepaid, "prepaid");
        requireNonNull(rounding, "rounding");
    }

    /** A document of lines alone, with prices without tax, rounded per document. */
    public static TaxableDocument of(Currency currency, List<TaxableLine> lines) {
        return new TaxableDocument(
                currency, false, RoundingLevel.DOCUMENT, lines, List.of(), List.of(), BigDecimal.ZERO, BigDecimal.ZERO);
    }
}
