package org.throughline.erp.tryton;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import org.throughline.order.Order;
import org.throughline.order.OrderChange;
import org.throughline.order.OrderContent;
import org.throughline.order.OrderDraft;
import org.throughline.order.OrderFilter;
import org.throughline.order.Orders;
import org.throughline.shared.AccountId;
import org.throughline.shared.Answer;
import org.throughline.shared.Erp;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.MaxAge;
import org.throughline.shared.OrderId;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.Violation;

/** Sales of Tryton as orders. Our reference is their web id, of which Tryton lets there be one only. */
@Component
class TrytonOrders implements Orders {

    private final TrytonClient tryton;
    private final Clock clock;
    private final SaleReader reader;
    private final SaleSearch search;
    private final SalePlacement placement;
    private final SaleCancelling cancelling;
    private final SaleNotes notes;
    private final TrytonLocations locations;
    private final Kept<Optional<Long>> usualWarehouse;

    TrytonOrders(
            TrytonClient tryton,
            Erp erp,
            TrytonUnits units,
            TrytonLocations locations,
            NewSales newSales,
            Clock clock) {
        this.tryton = tryton;
        this.clock = clock;
        this.locations = locations;
        this.reader = new SaleReader(tryton, new TrytonIds(erp.dataset()), new OrderedLines(units));
        this.search = new SaleSearch(tryton, reader);
        this.placement = new SalePlacement(tryton, newSales);
        this.cancelling = new SaleCancelling(tryton);
        this.notes = new SaleNotes(tryton);
        this.usualWarehouse = new Kept<>(this::readUsualWarehouse, clock);
    }

    @Override
    public Answer<Order> get(OrderId id, MaxAge maxAge) {
        Instant now = clock.instant();
        return Answer.live(reader.order(sale(id)), now);
    }

    @Override
    public Answer<Page<Order>> find(OrderFilter filter, PageRequest page, MaxAge maxAge) {
        Instant now = clock.instant();
        return Answer.live(search.find(filter, page), now);
    }

    @Override
    public Optional<Order> findByReference(String reference) {
        return search.byReference(reference).map(reader::order);
    }

    @Override
    public String warehouseFor(AccountId account) {
        new KnownAccounts(tryton).require(List.of(account));
        List<TrytonLocations.TrytonWarehouse> all = locations.warehouses();
        return all.stream()
                .filter(each ->
                        usualWarehouse.get().filter(id -> id == each.id()).isPresent())
                .findFirst()
                .orElse(all.get(0))
                .code();
    }

    /** Tryton has one only when there is just one, or the user has chosen one. */
    private Optional<Long> readUsualWarehouse() {
        return Optional.of(tryton.ask("model.sale.sale.default_get", List.of(List.of("warehouse")), Map.of())
                        .path("warehouse"))
                .filter(id -> id.isNumber())
                .map(id -> id.asLong());
    }

    @Override
    public List<Violation> objections(OrderContent order) {
        return SaleObjections.to(order);
    }

    @Override
    public Order create(String reference, OrderDraft draft, UnaryOperator<OrderDraft> recheck) {
        return reader.order(afterwards(placement.place(reference, draft, recheck)));
    }

    @Override
    public Order amend(OrderChange change, OrderDraft draft, UnaryOperator<OrderDraft> recheck) {
        throw new ServiceFault(ErrorCode.NOT_SUPPORTED_BY_ERP.at(""));
    }

    /** That it was wanted is written down first, so that it is known whose doing it is when it was broken off halfway. */
    @Override
    public Order cancel(OrderChange change) {
        Sale sale = sale(change.order());
        if (!isBegun(change, sale)) {
            Order order = reader.order(sale);
            if (order.version() != change.expectedVersion()) {
                throw new ServiceFault(ErrorCode.VERSION_CONFLICT.at("expectedVersion"));
            }
            if (!SaleCancelling.isPossible(sale)) {
                throw new ServiceFault(ErrorCode.ORDER_NOT_CANCELLABLE.at("order"));
            }
            notes.changing(sale.id(), change.reference());
        } else if (sale.isCancelled()) {
            return reader.order(sale);
        }
        cancelling.cancel(sale);
        Sale cancelled = afterwards(sale.id());
        if (!cancelled.isCancelled()) {
            throw new ServiceFault(ErrorCode.OUTCOME_UNKNOWN.at(""));
        }
        return reader.order(cancelled);
    }

    private boolean isBegun(OrderChange change, Sale sale) {
        OptionalLong begun = notes.changed(change.reference());
        return begun.isPresent() && begun.getAsLong() == sale.id();
    }

    @Override
    public Optional<Order> findByChange(String reference) {
        OptionalLong changed = notes.changed(reference);
        return changed.isEmpty()
                ? Optional.empty()
                : search.byId(changed.getAsLong()).filter(Sale::isCancelled).map(reader::order);
    }

    /** After something was changed, what cannot be read leaves open how it stands. */
    private Sale afterwards(long sale) {
        try {
            return search.byId(sale).orElseThrow(() -> new ServiceFault(ErrorCode.OUTCOME_UNKNOWN.at("")));
        } catch (ServiceFault unreadable) {
            throw new ServiceFault(ErrorCode.OUTCOME_UNKNOWN.at(""), unreadable);
        }
    }

    private Sale sale(OrderId id) {
        OptionalLong number = TrytonIds.parse(id.value());
        return (number.isEmpty() ? Optional.<Sale>empty() : search.byId(number.getAsLong()))
                .orElseThrow(() -> new ServiceFault(ErrorCode.ORDER_NOT_FOUND.at("order")));
    }
}
