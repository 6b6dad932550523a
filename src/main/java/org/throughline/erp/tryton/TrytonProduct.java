package org.throughline.erp.tryton;

import java.math.BigDecimal;
import java.util.List;
import org.throughline.erp.tryton.TrytonUnits.TrytonUnit;
import org.throughline.shared.ItemId;

/**
 * A product, as far as prices and tax ask.
 *
 * @param group the first of its categories; null when it has none
 * @param sold whether it may be sold
 * @param base the unit that it is counted in
 * @param sale the unit that it is usually sold in
 * @param listPrice of the base unit, in the company's currency; null when it has none
 * @param cost as the list price
 * @param taxed the category that its taxes come from; null when it has none and so is not taxed
 * @param categories that price lists may name, without the categories above them
 */
record TrytonProduct(
        long id,
        ItemId item,
        String name,
        String group,
        boolean sold,
        boolean service,
        TrytonUnit base,
        TrytonUnit sale,
        BigDecimal listPrice,
        BigDecimal cost,
        Long taxed,
        List<Long> categories) {}
