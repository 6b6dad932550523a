package org.throughline.order;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.throughline.shared.OrderId;
import org.throughline.shared.QuotationId;

/**
 * What an order would cost, as a document of the ERP. Nothing is reserved for it.
 *
 * @param reference the unique reference under which it was handed to the ERP; null when it did not come from here
 * @param validUntil the last day on which it can be ordered at its prices
 * @param ordered which of its lines, by their numbers, came to which order
 */
public record Quotation(
        QuotationId id,
        int version,
        String reference,
        LocalDate validUntil,
        OrderContent content,
        Map<Integer, OrderId> ordered) {

    /** What became of a quotation. */
    public enum State {
        OPEN,
        /** Some of its lines were ordered; the others can be as long as it is valid. */
        PARTLY_ORDERED,
        ORDERED,
        EXPIRED
    }

    public Quotation {
        requireNonNull(id, "id");
        requireNonNull(validUntil, "validUntil");
        requireNonNull(content, "content");
        ordered = Map.copyOf(ordered);
    }

    /** From the day after the last one on its prices are not kept any more. */
    public boolean isExpired(LocalDate today) {
        return today.isAfter(validUntil);
    }

    public State state(LocalDate today) {
        if (open().isEmpty()) {
            return State.ORDERED;
        }
        if (isExpired(today)) {
            return State.EXPIRED;
        }
        return ordered.isEmpty() ? State.OPEN : State.PARTLY_ORDERED;
    }

    /** Numbers of the lines that somebody asked for. */
    public List<Integer> asked() {
        return content.lines().stream()
                .filter(line -> !line.isGift())
                .map(OrderLine::number)
                .toList();
    }

    /** Numbers of the lines that were not ordered yet. */
    public List<Integer> open() {
        return asked().stream().filter(line -> !ordered.containsKey(line)).toList();
    }
}
