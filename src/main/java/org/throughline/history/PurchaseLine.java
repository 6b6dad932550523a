package org.throughline.history;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import org.throughline.shared.AccountId;
import org.throughline.shared.ItemId;
import org.throughline.shared.OrderId;
import org.throughline.shared.Quantity;

/**
 * One line of an order that is not cancelled.
 *
 * @param number of the line within its order
 * @param date of the order
 * @param customerReference the customer's own reference on the order; null when there is none
 * @param name of the item today
 * @param description as it stands on the line
 * @param listPrice before discounts; null when the ERP does not keep it with the order
 * @param unitPrice after discounts
 * @param priceBase how many of the quantity's unit the prices are for; mostly 1
 * @param discountPercent from list price to unit price; zero when nothing was discounted; null without a list price
 * @param shipped so far, in the quantity's unit
 * @param invoiced so far, in the quantity's unit
 * @param net rounded to the currency's minor unit
 */
public record PurchaseLine(
        AccountId account,
        OrderId order,
        int number,
        LocalDate date,
        String customerReference,
        ItemId item,
        String name,
        String description,
        Quantity quantity,
        Currency currency,
        BigDecimal listPrice,
        BigDecimal unitPrice,
        BigDecimal priceBase,
        BigDecimal discountPercent,
        BigDecimal shipped,
        BigDecimal invoiced,
        BigDecimal net) {

    public DeliveryStatus status() {
        return DeliveryStatus.of(quantity.value(), shipped);
    }
}
