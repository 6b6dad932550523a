package org.throughline.order;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An order that has passed all checks and can be handed to the ERP.
 *
 * @param content the lines' progress says what can be reserved at this moment
 * @param holds what the order would have to wait for
 * @param reservation under which reference goods are reserved that this order takes over; empty when there are none
 */
public record OrderDraft(
        OrderContent content,
        CreditPolicy onCreditShortage,
        StockPolicy onStockShortage,
        List<Hold> holds,
        Optional<String> reservation) {

    public OrderDraft {
        requireNonNull(content, "content");
        requireNonNull(onCreditShortage, "onCreditShortage");
        requireNonNull(onStockShortage, "onStockShortage");
        requireNonNull(reservation, "reservation");
        holds = List.copyOf(holds);
    }

    public OrderDraft(
            OrderContent content, CreditPolicy onCreditShortage, StockPolicy onStockShortage, List<Hold> holds) {
        this(content, onCreditShortage, onStockShortage, holds, Optional.empty());
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
        return new OrderDraft(content.with(otherLines), onCreditShortage, onStockShortage, otherHolds, reservation);
    }

    /** With holds that do not depend on what was decided. */
    OrderDraft keeping(List<Hold> others) {
        List<Hold> all = new ArrayList<>(others);
        holds.stream().filter(hold -> !others.contains(hold)).forEach(all::add);
        return new OrderDraft(content, onCreditShortage, onStockShortage, all, reservation);
    }

    OrderDraft takingOver(String otherReservation) {
        return new OrderDraft(content, onCreditShortage, onStockShortage, holds, Optional.of(otherReservation));
    }

    /** The same order on another day, with the customer's own number. */
    OrderDraft placed(LocalDate on, String customerReference) {
        return new OrderDraft(
                content.placed(on, customerReference), onCreditShortage, onStockShortage, holds, reservation);
    }

    OrderDraft with(StockPolicy other) {
        return new OrderDraft(content, onCreditShortage, other, holds, reservation);
    }
}
