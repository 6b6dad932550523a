package org.throughline.erp.tryton;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.throughline.erp.tryton.TrytonCurrencies.TrytonCurrency;

/**
 * A sale that is not made: what Tryton is told when it is asked what a line of it would cost.
 *
 * @param shipTo id of an address, or the values of one; null when that does not matter to tax
 */
record SaleQuestion(long company, TrytonBuyer buyer, TrytonCurrency currency, LocalDate date, Object shipTo) {

    /** A line whose product has just been chosen. */
    Map<String, Object> line(TrytonProduct product, long unit, BigDecimal quantity) {
        Map<String, Object> line = new HashMap<>();
        line.put("type", "line");
        line.put("product", product.id());
        line.put("quantity", quantity.doubleValue());
        line.put("unit", unit);
        line.put("taxes", List.of());
        line.put("currency", currency.id());
        line.put("company", company);
        line.put("sale", header());
        return line;
    }

    /** What the price of a product depends on beside the product. */
    Map<String, Object> context(long unit, BigDecimal quantity, List<Long> taxes) {
        Map<String, Object> context = new HashMap<>();
        context.put("customer", buyer.party());
        context.put("price_list", buyer.priceListId());
        context.put("currency", currency.id());
        context.put("sale_date", date);
        context.put("date", date);
        context.put("uom", unit);
        context.put("quantity", quantity.doubleValue());
        context.put("taxes", taxes);
        return context;
    }

    private Map<String, Object> header() {
        Map<String, Object> sale = new HashMap<>();
        sale.put("id", -1);
        sale.put("company", company);
        sale.put("party", buyer.party());
        sale.put("invoice_party", null);
        sale.put("shipment_party", null);
        sale.put("shipment_address", shipTo);
        sale.put("warehouse", null);
        sale.put("currency", currency.id());
        sale.put("sale_date", date);
        sale.put("price_list", buyer.priceListId());
        return sale;
    }
}
