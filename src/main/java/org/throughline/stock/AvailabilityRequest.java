package org.throughline.stock;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.throughline.shared.ItemId;

/** What a caller would like to have, and when. Lines of the same item compete for its stock in their order. */
public record AvailabilityRequest(List<Line> lines) {

    /** How many lines a request may have. */
    public static final int MAX_LINES = 500;

    public AvailabilityRequest {
        lines = List.copyOf(lines);
    }

    /**
     * One wish.
     *
     * @param unit empty for the item's base unit
     * @param requiredOn empty for today
     * @param warehouse where it must come from; empty when that does not matter
     * @param partialAllowed whether it may come in several deliveries, or only a part of it
     */
    public record Line(
            ItemId item,
            BigDecimal quantity,
            Optional<String> unit,
            Optional<LocalDate> requiredOn,
            Optional<String> warehouse,
            boolean partialAllowed) {

        public Line {
            requireNonNull(item, "item");
            requireNonNull(quantity, "quantity");
            requireNonNull(unit, "unit");
            requireNonNull(requiredOn, "requiredOn");
            requireNonNull(warehouse, "warehouse");
        }
    }
}
