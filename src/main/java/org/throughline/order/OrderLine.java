package org.throughline.order;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.throughline.shared.ItemId;
import org.throughline.shared.Quantity;

/**
 * A line of an order.
 *
 * @param number 1 for the first
 * @param baseQuantity the quantity in the item's base unit
 * @param requiredDate null for as soon as possible
 * @param warehouse where it is delivered from; null when the ERP has not decided
 * @param progress how far it is, in the unit of the quantity
 */
public record OrderLine(
        int number,
        ItemId item,
        String description,
        Quantity quantity,
        BigDecimal baseQuantity,
        LinePrice price,
        LocalDate requiredDate,
        String warehouse,
        LineProgress progress) {

    private static final int NET_DECIMALS = 10;

    public OrderLine {
        requireNonNull(item, "item");
        requireNonNull(quantity, "quantity");
        requireNonNull(baseQuantity, "baseQuantity");
        requireNonNull(price, "price");
        requireNonNull(progress, "progress");
    }

    /** What is neither shipped nor reserved, in the unit of the quantity. */
    public BigDecimal backordered() {
        return quantity.value().subtract(progress.shipped()).subtract(progress.allocated());
    }

    /** What is still to be shipped, in the unit of the quantity. */
    public BigDecimal open() {
        return quantity.value().subtract(progress.shipped());
    }

    /** What was shipped or invoiced and so cannot be taken back by changing the order, in the unit of the quantity. */
    public BigDecimal settled() {
        return progress.shipped().max(progress.invoiced());
    }

    /** The part of the net that was invoiced, exactly to ten decimals. */
    BigDecimal invoicedNet() {
        return quantity.value().signum() == 0
                ? BigDecimal.ZERO
                : price.net()
                        .multiply(progress.invoiced())
                        .divide(quantity.value(), NET_DECIMALS, RoundingMode.HALF_UP);
    }

    /** Whether anything of it was shipped or invoiced. */
    public boolean isStarted() {
        return settled().signum() > 0;
    }

    /** Whether a promotion gives it, so that nobody asked for it. */
    public boolean isGift() {
        return price.freeBy() != null;
    }

    public OrderLine with(LineProgress other) {
        return new OrderLine(number, item, description, quantity, baseQuantity, price, requiredDate, warehouse, other);
    }

    OrderLine numbered(int other) {
        return new OrderLine(
                other, item, description, quantity, baseQuantity, price, requiredDate, warehouse, progress);
    }

    public OrderLine with(LinePrice other) {
        return new OrderLine(
                number, item, description, quantity, baseQuantity, other, requiredDate, warehouse, progress);
    }
}
