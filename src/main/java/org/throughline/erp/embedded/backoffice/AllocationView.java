package org.throughline.erp.embedded.backoffice;

import java.util.List;
import org.throughline.erp.embedded.OrderAllocation;

/** What lines of orders got, or had to give back: the quantity is in the unit of the line, below zero when given back. */
record AllocationView(String order, int line, String quantity, String unit) {

    static List<AllocationView> of(List<OrderAllocation.Change> changes) {
        return changes.stream()
                .map(change -> new AllocationView(
                        change.order().value(), change.line(), OrderView.text(change.quantity()), change.unit()))
                .toList();
    }
}
