package org.throughline.order;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.throughline.shared.AccountId;
import org.throughline.shared.Answer;
import org.throughline.shared.MaxAge;
import org.throughline.shared.OrderId;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;

/** Orders of which a test expects no more than it overrides. */
class UnusedOrders implements Orders {

    @Override
    public Answer<Order> get(OrderId id, MaxAge maxAge) {
        throw new AssertionError("not expected");
    }

    @Override
    public Answer<Page<Order>> find(OrderFilter filter, PageRequest page, MaxAge maxAge) {
        throw new AssertionError("not expected");
    }

    @Override
    public Optional<Order> findByReference(String reference) {
        throw new AssertionError("not expected");
    }

    @Override
    public String warehouseFor(AccountId account) {
        throw new AssertionError("not expected");
    }

    @Override
    public Order create(String reference, OrderDraft draft, UnaryOperator<OrderDraft> recheck) {
        throw new AssertionError("not expected");
    }

    @Override
    public Order cancel(OrderId id, int expectedVersion) {
        throw new AssertionError("not expected");
    }
}
