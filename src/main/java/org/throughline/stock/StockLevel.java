package org.throughline.stock;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How much of an item there is in a warehouse; all quantities in the item's base unit.
 *
 * @param onHand what lies there
 * @param allocated what of it, or of what is to come, open orders have claimed or is reserved for offers; may exceed what is
 *     on hand
 * @param expected what is on order, the earliest first
 */
public record StockLevel(String warehouse, BigDecimal onHand, BigDecimal allocated, List<Supply> expected) {

    public StockLevel {
        expected = List.copyOf(expected);
    }

    public BigDecimal onOrder() {
        return expected.stream().map(Supply::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** When the next of what is on order is expected, be it overdue. */
    public Optional<LocalDate> nextReceipt() {
        return expected.stream().findFirst().map(Supply::on);
    }

    /** What is on hand and not claimed; below zero when more is claimed than there is. */
    public BigDecimal available() {
        return onHand.subtract(allocated);
    }
}
