package org.throughline.history;

import java.math.BigDecimal;
import org.throughline.shared.ItemId;
import org.throughline.shared.Quantity;
import org.throughline.shared.TaxCategory;

/**
 * One line of an invoice.
 *
 * @param number of the line within the invoice
 * @param orderLine number of the order's line; null when it invoices none
 * @param item null when the line is not about an item
 * @param unitPrice after discounts
 * @param priceBase how many of the quantity's unit the price is for; mostly 1
 * @param discountPercent zero when nothing was discounted; null when the ERP does not keep it
 * @param net rounded to the currency's minor unit
 * @param taxPercent 20 means 20 %
 */
public record InvoiceLine(
        int number,
        Integer orderLine,
        ItemId item,
        String description,
        Quantity quantity,
        BigDecimal unitPrice,
        BigDecimal priceBase,
        BigDecimal discountPercent,
        BigDecimal net,
        TaxCategory taxCategory,
        BigDecimal taxPercent) {}
