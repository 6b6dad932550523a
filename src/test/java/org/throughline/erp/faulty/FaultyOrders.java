package org.throughline.erp.faulty;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.springframework.dao.DataAccessResourceFailureException;
import org.throughline.order.Order;
import org.throughline.order.OrderChange;
import org.throughline.order.OrderContent;
import org.throughline.order.OrderDraft;
import org.throughline.order.OrderFilter;
import org.throughline.order.Orders;
import org.throughline.shared.AccountId;
import org.throughline.shared.Answer;
import org.throughline.shared.DocumentTotals;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.MaxAge;
import org.throughline.shared.OrderId;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;
import org.throughline.shared.ServiceFault;

/** Keeps and answers orders wrongly. */
final class FaultyOrders implements Orders {

    /** The ERP behind this takes each reference once only; what was saved twice is shown with its own reference. */
    private static final String SECOND = "-second";

    private final Orders orders;
    private final FaultyErp erp;

    FaultyOrders(Orders orders, FaultyErp erp) {
        this.orders = orders;
        this.erp = erp;
    }

    @Override
    public Order create(String reference, OrderDraft draft, UnaryOperator<OrderDraft> recheck) {
        return switch (erp.fault()) {
            case NONE, DOWN, SLOW -> orders.create(reference, draft, recheck);
            case BREAKS_BEFORE_SAVING -> throw new DataAccessResourceFailureException("connection reset");
            case SLOW_BEFORE_SAVING -> {
                erp.hang();
                yield orders.create(reference, draft, recheck);
            }
            case SLOW_AFTER_SAVING -> {
                Order saved = orders.create(reference, draft, recheck);
                erp.hang();
                yield saved;
            }
            case ERROR_AFTER_SAVING -> {
                orders.create(reference, draft, recheck);
                throw new IllegalStateException("Internal Server Error");
            }
            case DROPS_A_LINE, DROPS_A_LINE_FOR_GOOD ->
                orders.create(reference, draft, wanted -> withoutItsLastLine(recheck.apply(wanted)));
            case DROPS_A_LINE_AND_ERROR -> {
                orders.create(reference, draft, wanted -> withoutItsLastLine(recheck.apply(wanted)));
                throw new IllegalStateException("Internal Server Error");
            }
            case SAVES_TWICE -> {
                Order first = orders.create(reference, draft, recheck);
                orders.create(reference + SECOND, draft, recheck);
                yield first;
            }
            case TOTALS_AT_ZERO -> orders.create(reference, draft, wanted -> withoutTotals(recheck.apply(wanted)));
            case ANSWERS_ANOTHER_ORDER -> {
                orders.create(reference, draft, recheck);
                yield somebodyElses(draft);
            }
            case ANSWERS_WITHOUT_SAVING -> somebodyElses(draft);
        };
    }

    private static Order somebodyElses(OrderDraft draft) {
        return new Order(
                new OrderId(draft.content().account().dataset(), "SOMEBODY-ELSES"),
                1,
                "somebody else's",
                withoutItsLastLine(draft).content(),
                draft.status(),
                List.of(),
                List.of());
    }

    @Override
    public Answer<Order> get(OrderId id, MaxAge maxAge) {
        return orders.get(id, maxAge).map(FaultyOrders::shown);
    }

    @Override
    public Answer<Page<Order>> find(OrderFilter filter, PageRequest page, MaxAge maxAge) {
        Answer<Page<Order>> found = orders.find(filter, page, maxAge);
        if (filter.reference() == null) {
            return found.map(each -> shown(each.entries(), each.nextCursor()));
        }
        List<Order> both =
                new ArrayList<>(orders.find(with(filter), page, maxAge).value().entries());
        both.addAll(found.value().entries());
        return found.map(each -> shown(both, Optional.empty()));
    }

    @Override
    public Optional<Order> findByReference(String reference) {
        return orders.findByReference(reference);
    }

    @Override
    public String warehouseFor(AccountId account) {
        return orders.warehouseFor(account);
    }

    @Override
    public Order amend(OrderChange change, OrderDraft draft, UnaryOperator<OrderDraft> recheck) {
        return switch (erp.fault()) {
            case DROPS_A_LINE -> orders.amend(change, draft, wanted -> withoutItsLastLine(recheck.apply(wanted)));
            default -> answered(() -> orders.amend(change, draft, recheck));
        };
    }

    @Override
    public Order cancel(OrderChange change) {
        if (erp.fault() == Fault.DROPS_A_LINE_FOR_GOOD) {
            throw new ServiceFault(ErrorCode.ORDER_NOT_CANCELLABLE.at("order"));
        }
        return answered(() -> orders.cancel(change));
    }

    @Override
    public Optional<Order> findByChange(String reference) {
        return orders.findByChange(reference).map(FaultyOrders::shown);
    }

    /** Of what the ERP can do wrong, changes know what happens after saving. */
    private Order answered(Supplier<Order> change) {
        Order changed = shown(change.get());
        return switch (erp.fault()) {
            case ERROR_AFTER_SAVING -> throw new IllegalStateException("Internal Server Error");
            default -> changed;
        };
    }

    private static Page<Order> shown(List<Order> found, Optional<String> nextCursor) {
        return new Page<>(found.stream().map(FaultyOrders::shown).toList(), nextCursor);
    }

    private static Order shown(Order order) {
        return order.reference() == null || !order.reference().endsWith(SECOND)
                ? order
                : new Order(
                        order.id(),
                        order.version(),
                        order.reference().replace(SECOND, ""),
                        order.content(),
                        order.status(),
                        order.holds(),
                        order.timeLine());
    }

    private static OrderFilter with(OrderFilter filter) {
        return new OrderFilter(
                filter.accounts(),
                filter.approval(),
                filter.allocation(),
                filter.delivery(),
                filter.invoicing(),
                filter.from(),
                filter.until(),
                filter.customerReference(),
                filter.reference() + SECOND);
    }

    private static OrderDraft withoutItsLastLine(OrderDraft draft) {
        OrderContent content = draft.content();
        return with(
                draft, content.with(content.lines().subList(0, content.lines().size() - 1)));
    }

    private static OrderDraft withoutTotals(OrderDraft draft) {
        OrderContent content = draft.content();
        BigDecimal zero = BigDecimal.ZERO;
        return with(
                draft,
                new OrderContent(
                        content.account(),
                        content.customerReference(),
                        content.orderDate(),
                        content.requiredDate(),
                        content.currency(),
                        content.pricesIncludeTax(),
                        content.shipTo(),
                        content.delivery(),
                        content.lines(),
                        content.adjustments(),
                        content.taxes(),
                        new DocumentTotals(content.currency(), zero, zero, zero, zero, zero, zero)));
    }

    private static OrderDraft with(OrderDraft draft, OrderContent content) {
        return new OrderDraft(
                content,
                draft.onCreditShortage(),
                draft.onStockShortage(),
                draft.holds(),
                draft.reservation(),
                draft.quoted());
    }
}
