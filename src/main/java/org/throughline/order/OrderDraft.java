package org.throughline.order;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * An order that has passed all checks and can be handed to the ERP.
 *
 * @param content the lines' progress says what can be reserved at this moment
 * @param holds what the order would have to wait for
 */
public record OrderDraft(
        OrderContent content, CreditPolicy onCreditShortage, StockPolicy onStockShortage, List<Hold> holds) {

    public OrderDraft {
        requireNonNull(content, "content");
        requireNonNull(onCreditShortage, "onCreditShortage");
        requireNonNull(onStockShortage, "onStockShortage");
        holds = List.copyOf(holds);
    }

    public boolean isHeld() {
        return !holds.isEmpty();
    }

    /** The state that the order would have as soon as it is placed. */
    public OrderStatus status() {
        return new OrderStatus(
                isHeld() ? Approval.PENDING : Approval.APPROVED, content.allocation(), Delivery.NONE, Progress.NONE);
    }

    OrderDraft with(List<Hold> otherHolds, List<OrderLine> otherLines) {
        return new OrderDraft(content.with(otherLines), onCreditShortage, onStockShortage, otherHolds);
    }
}
