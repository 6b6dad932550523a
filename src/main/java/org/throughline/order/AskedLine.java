package org.throughline.order;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.List;
import org.throughline.shared.ItemId;

/**
 * What an order must have, however it is priced.
 *
 * @param unit null when the ERP was to choose it
 */
record AskedLine(ItemId item, BigDecimal quantity, String unit) {

    AskedLine {
        requireNonNull(item, "item");
        requireNonNull(quantity, "quantity");
    }

    static AskedLine of(OrderLine line) {
        return new AskedLine(
                line.item(), line.quantity().value(), line.quantity().unit());
    }

    static List<AskedLine> of(OrderRequest request) {
        return request.lines().stream()
                .map(line -> new AskedLine(line.item(), line.quantity(), line.unit()))
                .toList();
    }

    /** Without what promotions gave: at other prices that can be something else. */
    static List<AskedLine> of(Offer offer) {
        return offer.content().lines().stream()
                .filter(line -> !line.isGift())
                .map(AskedLine::of)
                .toList();
    }

    boolean isMetBy(OrderLine line) {
        return item.equals(line.item())
                && quantity.compareTo(line.quantity().value()) == 0
                && (unit == null || unit.equals(line.quantity().unit()));
    }
}
