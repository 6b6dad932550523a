package org.throughline.account;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.throughline.shared.ItemId;

/** What somebody thinks of ordering. */
public sealed interface Proposal {

    /** Nothing: only the credit as it stands is asked for. */
    record Nothing() implements Proposal {}

    /**
     * An order of a known value.
     *
     * @param amount with tax unless the ERP counts orders without it, as the caller sent it, not yet checked
     * @param currency empty for that of each account
     */
    record Amount(BigDecimal amount, Optional<Currency> currency) implements Proposal {

        public Amount {
            requireNonNull(amount, "amount");
            requireNonNull(currency, "currency");
        }
    }

    /**
     * Goods whose value is yet to be computed, for each account at its own prices.
     *
     * @param currency empty for that of each account
     */
    record Basket(Optional<Currency> currency, List<Line> lines) implements Proposal {

        /** The largest quantities are searched line by line, so this is less than an order may have. */
        public static final int MAX_LINES = 100;

        public Basket {
            requireNonNull(currency, "currency");
            lines = List.copyOf(lines);
        }

        /** The same with another quantity of one line; without the line when the quantity is zero. */
        Basket with(int index, BigDecimal quantity) {
            List<Line> others = new ArrayList<>(lines);
            if (quantity.signum() == 0) {
                others.remove(index);
            } else {
                others.set(index, lines.get(index).with(quantity));
            }
            return new Basket(currency, others);
        }
    }

    /**
     * @param quantity as the caller sent it, not yet checked
     * @param unit null for the item's base unit
     */
    record Line(ItemId item, BigDecimal quantity, String unit) {

        public Line {
            requireNonNull(item, "item");
            requireNonNull(quantity, "quantity");
        }

        Line with(BigDecimal other) {
            return new Line(item, other, unit);
        }
    }
}
