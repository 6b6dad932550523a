package org.throughline.order;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.List;
import org.throughline.shared.DocumentTotals;
import org.throughline.shared.TaxCategory;
import org.throughline.shared.TaxSubtotal;

/** An invoice, as far as it can be compared with its order. */
public record Bill(String id, List<Line> lines, List<TaxSubtotal> taxes, DocumentTotals totals) {

    public Bill {
        requireNonNull(id, "id");
        requireNonNull(totals, "totals");
        lines = List.copyOf(lines);
        taxes = List.copyOf(taxes);
    }

    /**
     * @param orderLine number of the order's line; 0 when it belongs to none
     * @param quantity in the unit of the order's line
     */
    public record Line(
            int orderLine, BigDecimal quantity, BigDecimal net, TaxCategory taxCategory, BigDecimal taxRatePercent) {}
}
