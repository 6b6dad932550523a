package org.throughline.order;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import org.throughline.shared.TaxCategory;

/**
 * What a line costs, in the order's currency.
 *
 * @param listPrice before rules, per base quantity of the unit; null when the ERP does not tell
 * @param unitPrice after all rules, per base quantity of the unit
 * @param unit that the prices are for; may differ from the line's
 * @param baseQuantity how many of the unit a price pays for
 * @param discountPercent how much the unit price is below the list price; 5 means 5 %
 * @param net without tax, rounded to the currency's minor unit
 * @param taxRatePercent 20 means 20 %
 */
public record LinePrice(
        BigDecimal listPrice,
        BigDecimal unitPrice,
        String unit,
        BigDecimal baseQuantity,
        BigDecimal discountPercent,
        BigDecimal net,
        TaxCategory taxCategory,
        BigDecimal taxRatePercent) {

    public LinePrice {
        requireNonNull(unitPrice, "unitPrice");
        requireNonNull(unit, "unit");
        requireNonNull(baseQuantity, "baseQuantity");
        requireNonNull(discountPercent, "discountPercent");
        requireNonNull(net, "net");
        requireNonNull(taxCategory, "taxCategory");
        requireNonNull(taxRatePercent, "taxRatePercent");
    }
}
