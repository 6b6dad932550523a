package org.throughline.order;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.throughline.shared.AccountId;
import org.throughline.shared.AccountResolver;
import org.throughline.shared.Answer;
import org.throughline.shared.Erp;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Operation;
import org.throughline.shared.OrderId;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;

/** Simulates, places, reads, finds and cancels orders. */
public final class OrderService {

    private final Erp erp;
    private final AccountResolver customers;
    private final Orders orders;
    private final OrderDesk desk;
    private final OrderPlacing placing;
    private final Clock clock;

    public OrderService(Erp erp, OrderSources sources, Orders orders, Ledger ledger, Clock clock) {
        this.erp = erp;
        this.customers = sources.customers();
        this.orders = orders;
        this.desk = new OrderDesk(sources, orders, clock);
        this.placing = new OrderPlacing(erp, desk, orders, ledger);
        this.clock = clock;
    }

    /**
     * What would become of an order: everything that {@link #create} does, but writing.
     *
     * @throws org.throughline.shared.ServiceFault when it would be refused, with everything that is against it
     */
    public Answer<OrderDraft> simulate(OrderRequest request) {
        erp.require(Operation.SIMULATE_ORDER);
        return Answer.live(desk.draft(request), clock.instant());
    }

    /**
     * Places an order once, however often it is asked to.
     *
     * @throws org.throughline.shared.ServiceFault the reasons of a refusal, the same for ever; REQUEST_ID_REUSED,
     *     REQUEST_IN_PROGRESS; OUTCOME_UNKNOWN when the order may have been placed; other codes that are retryable
     */
    public Answer<Placement> create(RequestKey key, OrderRequest request) {
        return Answer.live(placing.place(key, request), clock.instant());
    }

    /** @throws org.throughline.shared.ServiceFault ORDER_NOT_FOUND at order */
    public Answer<Order> get(OrderId id, MaxAge maxAge) {
        erp.require(Operation.GET_ORDER);
        return orders.get(id, maxAge);
    }

    /**
     * Newest order date first.
     *
     * @throws org.throughline.shared.ServiceFault COMPANY_NOT_LINKED, ACCOUNT_NOT_FOUND at customer; INVALID_CURSOR
     */
    public Answer<Page<Order>> find(OrderSearch search, PageRequest page, MaxAge maxAge) {
        erp.require(Operation.FIND_ORDERS);
        return orders.find(filter(search), page, maxAge);
    }

    /**
     * @throws org.throughline.shared.ServiceFault ORDER_NOT_FOUND at order, VERSION_CONFLICT at expectedVersion,
     *     ORDER_NOT_CANCELLABLE at order
     */
    public Answer<Order> cancel(OrderId id, int expectedVersion) {
        erp.require(Operation.CANCEL_ORDER);
        return Answer.live(orders.cancel(id, expectedVersion), clock.instant());
    }

    private OrderFilter filter(OrderSearch search) {
        return new OrderFilter(
                accounts(search),
                search.approval(),
                search.allocation(),
                search.delivery(),
                search.invoicing(),
                search.from(),
                search.until(),
                search.customerReference(),
                Optional.ofNullable(search.request()).map(RequestKey::reference).orElse(null));
    }

    private List<AccountId> accounts(OrderSearch search) {
        return search.customer() == null ? List.of() : customers.accountsOf(search.customer(), "customer");
    }
}
