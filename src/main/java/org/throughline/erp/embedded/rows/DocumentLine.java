package org.throughline.erp.embedded.rows;

import java.math.BigDecimal;
import java.util.Currency;
import org.throughline.shared.Money;
import org.throughline.tax.TaxTreatment;

/**
 * A line as orders, shipments and invoices share it.
 *
 * @param quantity in the unit; positive
 * @param baseQuantity the same in the item's base unit
 * @param listPrice of priceBase units, before discounts
 * @param unitPrice of priceBase units, after discounts
 * @param discountPercent overall, from list price
 */
public record DocumentLine(
        int number,
        String item,
        String description,
        BigDecimal quantity,
        String unit,
        BigDecimal baseQuantity,
        BigDecimal listPrice,
        BigDecimal unitPrice,
        BigDecimal priceBase,
        BigDecimal discountPercent,
        TaxTreatment tax) {

    /** Quantity times unit price over the price's base quantity, rounded half-up to the currency's minor unit. */
    public BigDecimal net(Currency currency) {
        if (priceBase.compareTo(BigDecimal.ONE) == 0) {
            return Money.round(quantity.multiply(unitPrice), currency);
        }
        int digits = currency.getDefaultFractionDigits();
        return quantity.multiply(unitPrice).divide(priceBase, digits, java.math.RoundingMode.HALF_UP);
    }

    /** The same line with another number and only some of its quantity. */
    public DocumentLine part(int newNumber, BigDecimal newQuantity, BigDecimal newBaseQuantity) {
        return new DocumentLine(
                newNumber,
                item,
                description,
                newQuantity,
                unit,
                newBaseQuantity,
                listPrice,
                unitPrice,
                priceBase,
                discountPercent,
                tax);
    }
}
