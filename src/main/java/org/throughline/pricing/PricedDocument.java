package org.throughline.pricing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.throughline.shared.DocumentTotals;
import org.throughline.shared.TaxSubtotal;

/**
 * A basket with its prices and tax.
 *
 * @param date whose prices and rules count
 * @param pricesIncludeTax whether list and unit prices include tax; nets never do
 * @param indicative true when the ERP itself may come to other prices
 * @param lines in the order asked; then what promotions give away
 * @param adjustments discounts and charges on the whole, in the order applied
 * @param taxes one for each category and rate
 * @param settlement what may be taken off for paying soon, already deducted nowhere; null when nothing may
 * @param assumptions what the request left open
 */
public record PricedDocument(
        Currency currency,
        LocalDate date,
        boolean pricesIncludeTax,
        boolean indicative,
        List<PricedLine> lines,
        List<OrderAdjustment> adjustments,
        List<TaxSubtotal> taxes,
        DocumentTotals totals,
        SettlementDiscount settlement,
        List<Assumption> assumptions) {

    public PricedDocument {
        lines = List.copyOf(lines);
        adjustments = List.copyOf(adjustments);
        taxes = List.copyOf(taxes);
        assumptions = List.copyOf(assumptions);
    }

    PricedDocument assuming(Assumption assumption) {
        List<Assumption> more = new ArrayList<>(assumptions);
        more.add(assumption);
        return new PricedDocument(
                currency, date, pricesIncludeTax, indicative, lines, adjustments, taxes, totals, settlement, more);
    }
}
