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
        throw notExpected("get");
    }

    @Override
    public Answer<Page<Order>> find(OrderFilter filter, PageRequest page, MaxAge maxAge) {
        throw notExpected("find");
    }

    @Override
    public Optional<Order> findByReference(String reference) {
        throw notExpected("findByReference");
    }

    @Override
    public String warehouseFor(AccountId account) {
        throw notExpected("warehouseFor");
    }

    @Override
    public Order create(String reference, OrderDraft draft, UnaryOperator<OrderDraft> recheck) {
        throw notExpected("create");
    }

    @Override
    public Order amend(OrderChange change, OrderDraft draft, UnaryOperator<OrderDraft> recheck) {
        throw notExpected("amend");
    }

    @Override
    public Order cancel(OrderChange change) {
        throw notExpected("cancel");
    }

    @Override
    public Optional<Order> findByChange(String reference) {
        throw notExpected("findByChange");
    }

    private static AssertionError notExpected(String call) {
        return new AssertionError("this test does not expect a call of Orders." + call);
    }
}
