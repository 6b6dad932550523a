package org.throughline.order;

import java.util.Optional;

/** One change of an order while it is carried out. */
abstract class Changing implements Work<Order> {

    private final Orders orders;
    private final OrderChange change;

    Changing(Orders orders, OrderChange change) {
        this.orders = orders;
        this.change = change;
    }

    @Override
    public Optional<Made<Order>> earlier() {
        return orders.findByChange(change.reference()).map(Made::of);
    }

    @Override
    public Made<Order> handOver(Fence fence) {
        return Made.of(change(fence));
    }

    /** As {@link Work#handOver}. */
    abstract Order change(Fence fence);

    @Override
    public void committed(Made<Order> made) {
        // Nobody else has to know.
    }

    @Override
    public void refused() {
        // Nothing was taken that would have to be given back.
    }
}
