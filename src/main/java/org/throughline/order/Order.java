package org.throughline.order;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.throughline.shared.OrderId;
import org.throughline.shared.QuotationId;

/**
 * An order as it stands in the ERP.
 *
 * @param version rises with each change
 * @param reference the unique reference under which it was handed to the ERP; null when it did not come from here
 * @param holds what it waits for; empty unless its approval is PENDING
 * @param timeLine oldest first
 * @param quotation that led to it; null when none did
 */
public record Order(
        OrderId id,
        int version,
        String reference,
        OrderContent content,
        OrderStatus status,
        List<Hold> holds,
        List<OrderEvent> timeLine,
        QuotationId quotation) {

    public Order {
        requireNonNull(id, "id");
        requireNonNull(content, "content");
        requireNonNull(status, "status");
        holds = List.copyOf(holds);
        timeLine = List.copyOf(timeLine);
    }

    /** An order that no quotation led to. */
    public Order(
            OrderId id,
            int version,
            String reference,
            OrderContent content,
            OrderStatus status,
            List<Hold> holds,
            List<OrderEvent> timeLine) {
        this(id, version, reference, content, status, holds, timeLine, null);
    }

    /** @param number of the line; empty when the order has no such line */
    public Optional<OrderLine> line(int number) {
        return content.lines().stream().filter(line -> line.number() == number).findFirst();
    }

    /** Whether anything is still to be delivered of it. */
    public boolean isAwaited() {
        return status.approval() == Approval.PENDING || status.approval() == Approval.APPROVED;
    }

    /** Whether it became another order after it was placed. */
    public boolean isAmended() {
        return timeLine.stream().anyMatch(event -> event.kind() == OrderEvent.Kind.AMENDED);
    }

    public boolean isHeld() {
        return !holds.isEmpty();
    }
}
