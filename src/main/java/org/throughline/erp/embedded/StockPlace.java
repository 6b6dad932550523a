package org.throughline.erp.embedded;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import org.throughline.order.OrderLine;
import org.throughline.stock.Reserved;

/** An item in a warehouse; in the order in which levels are locked. */
record StockPlace(String item, String warehouse) implements Comparable<StockPlace> {

    @Override
    public int compareTo(StockPlace other) {
        int byItem = item.compareTo(other.item);
        return byItem != 0 ? byItem : warehouse.compareTo(other.warehouse);
    }

    static StockPlace of(OrderLine line) {
        return new StockPlace(line.item().value(), line.warehouse());
    }

    /** How much is reserved in each place. */
    static SortedMap<StockPlace, BigDecimal> totals(Collection<Reserved> reserved) {
        SortedMap<StockPlace, BigDecimal> totals = new TreeMap<>();
        reserved.forEach(one ->
                totals.merge(new StockPlace(one.item().value(), one.warehouse()), one.quantity(), BigDecimal::add));
        return totals;
    }
}
