package org.throughline.tax;

import static java.math.RoundingMode.HALF_UP;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import org.throughline.shared.DocumentTotals;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.Remedy;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.TaxSubtotal;

/**
 * The tax of a document as EN 16931 computes it; of several jurisdictions each computes its own. Amounts are rounded
 * half-up to the minor unit at these steps and nowhere else: the amount of each line, allowance and charge; the taxable
 * amount and the tax of each subtotal (or the tax of each line, when tax is rounded per line); the net that is taken out
 * of amounts with tax. Time grows with the number of lines and not faster.
 */
public final class TaxCalculator {

    private final TaxableDocument document;
    private final Currency currency;
    private final TaxGroups groups;
    private final TaxedAmount[] lines;
    private final TaxedAmount[] allowances;
    private final TaxedAmount[] charges;

    private TaxCalculator(TaxableDocument document) {
        this.document = document;
        this.currency = document.currency();
        this.groups = new TaxGroups(currency, document.pricesIncludeTax(), document.roundingLevel());
        this.lines = new TaxedAmount[document.lines().size()];
        this.allowances = new TaxedAmount[document.allowances().size()];
        this.charges = new TaxedAmount[document.charges().size()];
    }

    /**
     * Computes a document's tax. The order of its lines, allowances and charges does not matter to the totals.
     *
     * @throws ServiceFault INVALID_VALUE at pricesIncludeTax when a jurisdiction taxes only a part of a unit's price, which
     *     cannot be told from a price with tax
     */
    public static TaxedDocument calculate(TaxableDocument document) {
        return new TaxCalculator(document).taxed();
    }

    private TaxedDocument taxed() {
        for (int i = 0; i < lines.length; i++) {
            TaxableLine line = document.lines().get(i);
            lines[i] = taxed(amount(line), line.quantity(), line.treatment());
        }
        add(document.allowances(), allowances, true);
        add(document.charges(), charges, false);
        List<TaxSubtotal> taxes = groups.subtotals();
        DocumentTotals totals = totals(taxes);
        BigDecimal prepaid = rounded(document.prepaid());
        BigDecimal rounding = rounded(document.rounding());
        BigDecimal payable = totals.gross().subtract(prepaid).add(rounding);
        return new TaxedDocument(taxedLines(), taxes, totals, prepaid, rounding, payable);
    }

    private void add(List<DocumentAdjustment> adjustments, TaxedAmount[] amounts, boolean subtract) {
        for (int i = 0; i < amounts.length; i++) {
            DocumentAdjustment adjustment = adjustments.get(i);
            BigDecimal amount = rounded(adjustment.amount());
            amounts[i] = taxed(subtract ? amount.negate() : amount, null, adjustment.treatment());
        }
    }

    /** @param quantity null for what has none; it is taxed as a whole */
    private TaxedAmount taxed(BigDecimal amount, BigDecimal quantity, TaxTreatment treatment) {
        if (document.pricesIncludeTax() && treatment.hasLimits()) {
            throw new ServiceFault(ErrorCode.INVALID_VALUE
                    .at("pricesIncludeTax", "A tax with thresholds or caps cannot be taken out of prices with tax.")
                    .withRemedy(Remedy.of("Give prices without tax.")));
        }
        TaxedAmount taxed = new TaxedAmount(amount, quantity, treatment);
        groups.add(taxed);
        return taxed;
    }

    /** BT-131, or the same with tax when prices include it. */
    private BigDecimal amount(TaxableLine line) {
        BigDecimal total = line.quantity().multiply(line.unitPrice());
        BigDecimal goods = line.priceBaseQuantity().equals(BigDecimal.ONE)
                ? rounded(total)
                : total.divide(line.priceBaseQuantity(), currency.getDefaultFractionDigits(), HALF_UP);
        return goods.subtract(sumRounded(line.allowances())).add(sumRounded(line.charges()));
    }

    private DocumentTotals totals(List<TaxSubtotal> taxes) {
        BigDecimal lineNet = net(lines);
        BigDecimal allowanceTotal = net(allowances).negate();
        BigDecimal chargeTotal = net(charges);
        BigDecimal net = lineNet.subtract(allowanceTotal).add(chargeTotal);
        BigDecimal tax = rounded(BigDecimal.ZERO);
        for (TaxSubtotal subtotal : taxes) {
            tax = tax.add(subtotal.tax());
        }
        return new DocumentTotals(currency, lineNet, allowanceTotal, chargeTotal, net, tax, net.add(tax));
    }

    private List<TaxedLine> taxedLines() {
        List<TaxedLine> taxed = new ArrayList<>(lines.length);
        for (int i = 0; i < lines.length; i++) {
            TaxedAmount line = lines[i];
            String id = document.lines().get(i).id();
            taxed.add(new TaxedLine(id, line.net, line.tax, line.net.add(line.tax), line.treatment));
        }
        return taxed;
    }

    private BigDecimal net(TaxedAmount[] amounts) {
        BigDecimal sum = rounded(BigDecimal.ZERO);
        for (TaxedAmount amount : amounts) {
            sum = sum.add(amount.net);
        }
        return sum;
    }

    private BigDecimal sumRounded(Collection<BigDecimal> amounts) {
        BigDecimal sum = BigDecimal.ZERO;
        for (BigDecimal amount : amounts) {
            sum = sum.add(rounded(amount));
        }
        return sum;
    }

    private BigDecimal rounded(BigDecimal amount) {
        return amount.setScale(currency.getDefaultFractionDigits(), HALF_UP);
    }
}
