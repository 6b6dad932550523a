package org.throughline.order;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * An order that has passed all checks and can be handed to the ERP.
 *
 * @param content the lines' progress says what can be reserved at this moment
 * @param holds what the order would have to wait for
 * @param reservation under which reference goods are reserved that this order takes over; empty when there are none
 * @param quoted which lines of a quotation the order is made of; empty when it is made of none
 */
public record OrderDraft(
        OrderContent content,
        CreditPolicy onCreditShortage,
        StockPolicy onStockShortage,
        List<Hold> holds,
        Optional<String> reservation,
        Optional<QuotedLines> quoted) {

    public OrderDraft {
        requireNonNull(content, "content");
        requireNonNull(onCreditShortage, "onCreditShortage");
        requireNonNull(onStockShortage, "onStockShortage");
        requireNonNull(reservation, "reservation");
        requireNonNull(quoted, "quoted");
        holds = List.copyOf(holds);
    }

    public OrderDraft(
            OrderContent content, CreditPolicy onCreditShortage, StockPolicy onStockShortage, List<Hold> holds) {
        this(content, onCreditShortage, onStockShortage, holds, Optional.empty(), Optional.empty());
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
        return new OrderDraft(
                content.with(otherLines), onCreditShortage, onStockShortage, otherHolds, reservation, quoted);
    }

    /** With holds that do not depend on what was decided. */
    OrderDraft keeping(List<Hold> others) {
        List<Hold> all = new ArrayList<>(others);
        holds.stream().filter(hold -> !others.contains(hold)).forEach(all::add);
        return new OrderDraft(content, onCreditShortage, onStockShortage, all, reservation, quoted);
    }

    OrderDraft of(QuotedLines lines) {
        return new OrderDraft(content, onCreditShortage, onStockShortage, holds, reservation, Optional.of(lines));
    }

    /** With other numbers of the lines that were asked for; gifts get the next ones. */
    OrderDraft numbered(List<Integer> numbers) {
        int next = Collections.max(numbers) + 1;
        List<OrderLine> lines = new ArrayList<>();
        for (OrderLine line : content.lines()) {
            lines.add(line.numbered(lines.size() < numbers.size() ? numbers.get(lines.size()) : next++));
        }
        return with(holds, lines);
    }

    OrderDraft takingOver(String otherReservation) {
        return new OrderDraft(content, onCreditShortage, onStockShortage, holds, Optional.of(otherReservation), quoted);
    }

    /** The same order on another day, with the customer's own number. */
    OrderDraft placed(LocalDate on, String customerReference) {
        return new OrderDraft(
                content.placed(on, customerReference), onCreditShortage, onStockShortage, holds, reservation, quoted);
    }

    OrderDraft with(StockPolicy other) {
        return new OrderDraft(content, onCreditShortage, other, holds, reservation, quoted);
    }
}
