package org.throughline.order;

import java.util.Optional;

/** An order at the terms of now. */
final class Ordering implements Work<Order> {

    private final OrderHandover handover;
    private final OrderDesk desk;
    private final RequestKey key;
    private final OrderRequest request;

    /** Null before it was decided on. */
    private OrderDraft draft;

    Ordering(OrderHandover handover, OrderDesk desk, RequestKey key, OrderRequest request) {
        this.handover = handover;
        this.desk = desk;
        this.key = key;
        this.request = request;
    }

    @Override
    public Optional<Made<Order>> earlier() {
        return handover.earlier(key, AskedLine.of(request));
    }

    @Override
    public void decide() {
        handover.requireSupported();
        draft = desk.draft(request);
    }

    @Override
    public Made<Order> handOver(Fence fence) {
        return handover.create(key, draft, desk::recheck, fence);
    }

    @Override
    public void committed(Made<Order> made) {
        // Nobody else has to know.
    }

    @Override
    public void refused() {
        // Nothing was taken that would have to be given back.
    }
}
