package org.throughline.order;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.throughline.shared.ItemId;
import org.throughline.shared.Quantity;
import org.throughline.shared.TaxCategory;

/**
 * A line of an order. Prices and nets are in the order's currency; all quantities are in the unit of {@code quantity}.
 *
 * @param number 1 for the first
 * @param listPrice per unit, before rules; null when the ERP does not tell
 * @param unitPrice per unit, after all rules
 * @param net rounded to the currency's minor unit
 * @param taxRatePercent 20 means 20 %
 * @param requiredDate null for as soon as possible
 * @param warehouse where it is delivered from; null when the ERP has not decided
 * @param progress how far it is
 */
public record OrderLine(
        int number,
        ItemId item,
        String description,
        Quantity quantity,
        BigDecimal listPrice,
        BigDecimal unitPrice,
        BigDecimal net,
        TaxCategory taxCategory,
        BigDecimal taxRatePercent,
        LocalDate requiredDate,
        String warehouse,
        LineProgress progress) {

    public OrderLine {
        requireNonNull(item, "item");
        requireNonNull(quantity, "quantity");
        requireNonNull(unitPrice, "unitPrice");
        requireNonNull(net, "net");
        requireNonNull(progress, "progress");
    }

    /** What is neither shipped nor reserved. */
    public BigDecimal backordered() {
        return quantity.value().subtract(progress.shipped()).subtract(progress.allocated());
    }

    OrderLine with(LineProgress other) {
        return new OrderLine(
                number,
                item,
                description,
                quantity,
                listPrice,
                unitPrice,
                net,
                taxCategory,
                taxRatePercent,
                requiredDate,
                warehouse,
                other);
    }
}
