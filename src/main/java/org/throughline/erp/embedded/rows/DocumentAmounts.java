package org.throughline.erp.embedded.rows;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.throughline.shared.DocumentTotals;
import org.throughline.shared.TaxCategory;
import org.throughline.shared.TaxSubtotal;

/**
 * Totals and tax breakdown of lines: tax is computed per category and rate over the document.
 *
 * @param taxes one for each category and rate, in the order of their first line
 */
public record DocumentAmounts(List<TaxSubtotal> taxes, DocumentTotals totals) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private record Kind(TaxCategory category, BigDecimal rate) {}

    public static DocumentAmounts of(Currency currency, Collection<DocumentLine> lines) {
        return withCharge(currency, lines, BigDecimal.ZERO);
    }

    /** @param charge on the whole document, such as freight, taxed as the first line is; zero when there is none */
    public static DocumentAmounts withCharge(Currency currency, Collection<DocumentLine> lines, BigDecimal charge) {
        int digits = currency.getDefaultFractionDigits();
        BigDecimal zero = BigDecimal.ZERO.setScale(digits);
        Map<Kind, TaxSubtotal> taxables = new LinkedHashMap<>();
        BigDecimal lineNet = zero;
        for (DocumentLine line : lines) {
            BigDecimal net = line.net(currency);
            BigDecimal taxable = lineNet.signum() == 0 && taxables.isEmpty() ? net.add(charge) : net;
            lineNet = lineNet.add(net);
            taxables.merge(
                    new Kind(line.taxCategory(), line.taxRate().stripTrailingZeros()),
                    new TaxSubtotal(
                            line.taxCategory(), line.taxRate(), taxable, null, line.taxReasonCode(), line.taxReason()),
                    (one, other) -> with(one, one.taxable().add(other.taxable()), null));
        }
        List<TaxSubtotal> taxes = new ArrayList<>();
        BigDecimal tax = zero;
        for (TaxSubtotal taxable : taxables.values()) {
            BigDecimal amount =
                    taxable.taxable().multiply(taxable.ratePercent()).divide(HUNDRED, digits, RoundingMode.HALF_UP);
            taxes.add(with(taxable, taxable.taxable(), amount));
            tax = tax.add(amount);
        }
        BigDecimal net = lineNet.add(charge);
        return new DocumentAmounts(
                List.copyOf(taxes), new DocumentTotals(currency, lineNet, zero, charge, net, tax, net.add(tax)));
    }

    private static TaxSubtotal with(TaxSubtotal subtotal, BigDecimal taxable, BigDecimal tax) {
        return new TaxSubtotal(
                subtotal.category(), subtotal.ratePercent(), taxable, tax, subtotal.reasonCode(), subtotal.reason());
    }
}
