package org.throughline.order;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.throughline.shared.AccountId;
import org.throughline.shared.AccountResolver;
import org.throughline.shared.Answer;
import org.throughline.shared.Erp;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Operation;
import org.throughline.shared.OrderId;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;
import org.throughline.shared.ServiceFault;

/** Simulates, places, reads, finds and cancels orders. */
public final class OrderService {

    private final Erp erp;
    private final AccountResolver customers;
    private final Orders orders;
    private final OrderDesk desk;
    private final HandingOver handing;
    private final OrderCreation creation;
    private final OrderAmendment amending;
    private final OrderCancellation cancelling;
    private final Clock clock;

    public OrderService(
            Erp erp, OrderSources sources, Orders orders, HandingOver handing, OfferSources offers, Clock clock) {
        this.erp = erp;
        this.customers = sources.customers();
        this.orders = orders;
        this.desk = new OrderDesk(sources, orders, clock);
        this.handing = handing;
        this.creation = new OrderCreation(
                new OrderHandover(erp, orders),
                desk,
                OfferCounter.of(offers, handing.ledger(), orders, sources.customers(), clock));
        AmendmentDesk amendments = new AmendmentDesk(sources, orders, clock);
        this.amending = new OrderAmendment(erp, orders, amendments, desk);
        this.cancelling = new OrderCancellation(erp, orders, amendments, desk);
        this.clock = clock;
    }

    /** How the requests that this service takes are gone on with when they were left behind. */
    public List<Procedure<?, ?>> procedures() {
        return List.of(creation, amending, cancelling);
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
     * Places an order once, however often it is asked to. When the ERP is not available, the order is queued.
     *
     * @param basis an offer is ordered once and at its own terms, or at those of now when they were accepted
     * @throws org.throughline.shared.ServiceFault the reasons of a refusal, the same for ever; REQUEST_ID_REUSED,
     *     REQUEST_IN_PROGRESS; OUTCOME_UNKNOWN when the order may have been placed; other codes that are retryable. Of an
     *     offer: OFFER_NOT_FOUND, OFFER_TOKEN_MALFORMED, OFFER_FORGED, OFFER_FOREIGN, OFFER_OF_OTHER_DATASET,
     *     OFFER_OF_OTHER_CUSTOMER, OFFER_CANCELLED, OFFER_ALREADY_ORDERED, OFFER_BEING_ORDERED; and with the difference of each line
     *     OFFER_EXPIRED, OFFER_PRICE_CHANGED, OFFER_TAX_CHANGED, OFFER_TOTAL_CHANGED, OFFER_STOCK_CHANGED, OFFER_CREDIT_CHANGED
     */
    public Answer<Placement> create(RequestKey key, OrderBasis basis) {
        return Answer.live(Placement.of(handing.take(key, creation, basis)), clock.instant());
    }

    /**
     * What became of a request of any kind, however old. Asks the ledger only, so it is answered whether or not the ERP is
     * available.
     *
     * @throws org.throughline.shared.ServiceFault REQUEST_NOT_FOUND at requestId
     */
    public Answer<RequestOutcome> outcome(RequestKey key) {
        LedgerEntry entry = handing.ledger()
                .find(key)
                .orElseThrow(() -> new ServiceFault(ErrorCode.REQUEST_NOT_FOUND.at("requestId")));
        return Answer.live(RequestOutcome.of(entry, clock.instant()), clock.instant());
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
     * Changes an order once, however often it is asked to, while its state allows that. When the ERP is not available, the
     * change is queued.
     *
     * @throws org.throughline.shared.ServiceFault ORDER_NOT_FOUND at order, VERSION_CONFLICT at expectedVersion; with everything that
     *     is against it ORDER_NOT_AMENDABLE, LINE_NOT_FOUND, QUANTITY_BELOW_SHIPPED, INVALID_VALUE and what {@link #create} says of
     *     lines, prices and totals; then CREDIT_EXCEEDED, CREDIT_OVERDUE, ACCOUNT_ON_HOLD, INSUFFICIENT_STOCK where they are not to be waited
     *     for; of the request as in {@link #create}
     */
    public Answer<Placement> amend(RequestKey key, Amendment amendment) {
        return Answer.live(Placement.of(handing.take(key, amending, amendment)), clock.instant());
    }

    /**
     * Cancels an order, or what is open of it, once, however often it is asked to. When the ERP is not available, that is
     * queued.
     *
     * @throws org.throughline.shared.ServiceFault ORDER_NOT_FOUND at order, VERSION_CONFLICT at expectedVersion,
     *     ORDER_NOT_CANCELLABLE at order; of the request as in {@link #create}
     */
    public Answer<Placement> cancel(RequestKey key, Cancellation cancellation) {
        return Answer.live(Placement.of(handing.take(key, cancelling, cancellation)), clock.instant());
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
                Optional.ofNullable(search.request()).map(RequestKey::reference).orElse(null),
                search.quotation());
    }

    private List<AccountId> accounts(OrderSearch search) {
        return search.customer() == null ? List.of() : customers.accountsOf(search.customer(), "customer");
    }
}
