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
 * @param allowance what is off the line beside its unit price, zero mostly; with tax when prices include it
 * @param freeBy id of the promotion that gives the line away; null when it was asked for
 * @param overrideReason why the unit price was agreed beside the ERP's prices; null when it was not
 * @param net without tax, less the allowance, rounded to the currency's minor unit
 * @param taxRatePercent 20 means 20 %
 */
public record LinePrice(
        BigDecimal listPrice,
        BigDecimal unitPrice,
        String unit,
        BigDecimal baseQuantity,
        BigDecimal discountPercent,
        BigDecimal allowance,
        String freeBy,
        String overrideReason,
        BigDecimal net,
        TaxCategory taxCategory,
        BigDecimal taxRatePercent) {

    public LinePrice {
        requireNonNull(unitPrice, "unitPrice");
        requireNonNull(unit, "unit");
        requireNonNull(baseQuantity, "baseQuantity");
        requireNonNull(discountPercent, "discountPercent");
        requireNonNull(allowance, "allowance");
        requireNonNull(net, "net");
        requireNonNull(taxCategory, "taxCategory");
        requireNonNull(taxRatePercent, "taxRatePercent");
    }

    /** Whether the request named the price. */
    public boolean isOverridden() {
        return overrideReason != null;
    }
}
