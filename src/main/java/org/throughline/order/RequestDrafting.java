package org.throughline.order;

import org.throughline.shared.OrderId;

/** An order at the terms of now. */
record RequestDrafting(OrderDesk desk, OrderRequest request) implements Drafting {

    @Override
    public OrderDraft draft() {
        return desk.draft(request);
    }

    @Override
    public OrderDraft recheck(OrderDraft draft) {
        return desk.recheck(draft);
    }

    @Override
    public void placed(OrderId order) {
        // Nobody else has to know.
    }

    @Override
    public void notPlaced() {
        // Nothing was taken that would have to be given back.
    }
}
