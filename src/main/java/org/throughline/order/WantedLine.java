package org.throughline.order;

import java.time.LocalDate;
import org.throughline.pricing.SetPrice;
import org.throughline.shared.ItemId;
import org.throughline.shared.Quantity;

/**
 * A line of a request that can be priced: its item is known, and nothing is left open.
 *
 * @param index of the line in the request, 0 for the first
 * @param requiredDate as asked; null when the line names none
 * @param setPrice what it costs whatever the ERP says; null when the ERP's prices count
 * @param gift whether a promotion gives it, so that nobody asked for it
 */
record WantedLine(
        int index,
        ItemId item,
        Quantity quantity,
        LocalDate requiredDate,
        String warehouse,
        SetPrice setPrice,
        boolean gift) {

    WantedLine at(SetPrice other) {
        return new WantedLine(index, item, quantity, requiredDate, warehouse, other, gift);
    }

    StockCheck.Wish wish(LocalDate orderRequired) {
        return new StockCheck.Wish(
                index, item, quantity, requiredDate == null ? orderRequired : requiredDate, warehouse, gift);
    }
}
