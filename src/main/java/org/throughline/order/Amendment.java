package org.throughline.order;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.throughline.shared.OrderId;
import org.throughline.shared.PostalAddress;

/**
 * What is to be changed of an order. What is null or not named stays as it is.
 *
 * @param expectedVersion of the order that the change was thought of for
 * @param customerReference the customer's own order number
 * @param requiredDate of the lines that have none of their own
 * @param expected what the amended order shall come to; null when the caller expects no particular totals
 * @param lines changes of lines
 * @param added lines that come new
 * @param removed numbers of lines that are not wanted any more
 */
public record Amendment(
        OrderId order,
        int expectedVersion,
        String customerReference,
        LocalDate requiredDate,
        PostalAddress shipTo,
        DeliveryPolicy delivery,
        CreditPolicy onCreditShortage,
        StockPolicy onStockShortage,
        ExpectedTotals expected,
        List<LineChange> lines,
        List<OrderRequest.Line> added,
        List<Integer> removed)
        implements Demand {

    public Amendment {
        requireNonNull(order, "order");
        requireNonNull(onCreditShortage, "onCreditShortage");
        requireNonNull(onStockShortage, "onStockShortage");
        lines = List.copyOf(lines);
        added = List.copyOf(added);
        removed = List.copyOf(removed);
    }

    /**
     * A change of a line; what is null stays as it is.
     *
     * @param number of the line in the order
     * @param quantity in the line's unit, as the caller sent it, not yet checked
     * @param agreed a price agreed with the customer that the ERP does not know
     */
    public record LineChange(int number, BigDecimal quantity, LocalDate requiredDate, AgreedPrice agreed) {}

    boolean isEmpty() {
        return customerReference == null
                && requiredDate == null
                && shipTo == null
                && delivery == null
                && lines.isEmpty()
                && added.isEmpty()
                && removed.isEmpty();
    }

    int positionOf(int number) {
        return lines.stream().map(LineChange::number).toList().indexOf(number);
    }
}
