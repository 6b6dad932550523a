package org.throughline.erp.embedded;

import org.throughline.order.Order;
import org.throughline.order.OrderDraft;
import org.throughline.shared.DocumentTotals;

/** Compares what is in the database with what was to be written. */
final class ReadBack {

    private ReadBack() {}

    /**
     * @param order as it was read back
     * @throws IllegalStateException when it has other lines or totals; the transaction must not be committed then
     */
    static Order equal(Order order, OrderDraft written) {
        int lines = order.content().lines().size();
        if (lines != written.content().lines().size()
                || !areEqual(order.content().totals(), written.content().totals())) {
            throw new IllegalStateException("the order that was written differs from the one that was to be written");
        }
        return order;
    }

    private static boolean areEqual(DocumentTotals one, DocumentTotals other) {
        return one.net().compareTo(other.net()) == 0
                && one.tax().compareTo(other.tax()) == 0
                && one.gross().compareTo(other.gross()) == 0;
    }
}
