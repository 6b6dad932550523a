package org.throughline.erp.embedded;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.throughline.order.OrderContent;
import org.throughline.order.OrderLine;
import org.throughline.shared.DocumentTotals;
import org.throughline.shared.TaxCategory;
import org.throughline.shared.TaxSubtotal;

/**
 * A document that is invoiced, or credited, in parts.
 *
 * @param taxInProportion whether a part has its share of the tax, or the rate of its own taxable amount
 */
record Whole(
        Currency currency, boolean taxInProportion, List<Line> lines, List<TaxSubtotal> taxes, DocumentTotals totals) {

    /** @param done how much of the quantity earlier parts had */
    record Line(
            int number,
            BigDecimal quantity,
            BigDecimal done,
            BigDecimal net,
            TaxCategory taxCategory,
            BigDecimal taxRatePercent) {

        BigDecimal left() {
            return quantity.subtract(done);
        }
    }

    /** To be invoiced: prices that include tax are divided with it, others are taxed anew for each invoice. */
    static Whole of(OrderContent order) {
        return new Whole(
                order.currency(),
                order.pricesIncludeTax(),
                order.lines().stream().map(Whole::line).toList(),
                order.taxes(),
                order.totals());
    }

    private static Line line(OrderLine line) {
        return new Line(
                line.number(),
                line.quantity().value(),
                line.progress().invoiced(),
                line.price().net(),
                line.price().taxCategory(),
                line.price().taxRatePercent());
    }
}
