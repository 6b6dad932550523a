package org.throughline.erp.tryton;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.throughline.order.Approval;
import org.throughline.order.Order;
import org.throughline.order.OrderFilter;
import org.throughline.order.OrderStatus;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;

/** Finds sales that are orders, the latest first. What Tryton cannot be asked for is picked out of what it finds. */
final class SaleSearch {

    private final TrytonClient tryton;
    private final SaleReader reader;
    private final LatestFirst list;

    SaleSearch(TrytonClient tryton, SaleReader reader) {
        this.tryton = tryton;
        this.reader = reader;
        this.list = new LatestFirst(tryton, "sale_date", List.of("id"));
    }

    Optional<Sale> byId(long sale) {
        return one("id", sale);
    }

    Optional<Sale> byReference(String reference) {
        return one("web_id", reference);
    }

    private Optional<Sale> one(String field, Object value) {
        return tryton.searchRead(orders().where(field, "=", value)).stream()
                .map(Sale::new)
                .findFirst();
    }

    /** With every step of their time lines only when one reference is asked for. */
    Page<Order> find(OrderFilter filter, PageRequest page) {
        if (filter.quotation() != null) {
            return new Page<>(List.of(), Optional.empty());
        }
        Page<TrytonRecord> found = list.page(query(filter), page, "orders" + filter, row -> isWanted(row, filter));
        List<Sale> sales = new KnownAccounts(tryton)
                .checked(found, filter.accounts()).entries().stream()
                        .map(Sale::new)
                        .toList();
        List<Order> orders = filter.reference() == null
                ? reader.orders(sales)
                : sales.stream().map(reader::order).toList();
        return new Page<>(orders, found.nextCursor());
    }

    private TrytonQuery orders() {
        TrytonQuery query = reader.sales();
        for (List<?> condition : Sale.ORDERS) {
            query = query.where(condition);
        }
        return query;
    }

    private TrytonQuery query(OrderFilter filter) {
        TrytonQuery query = orders();
        if (!filter.accounts().isEmpty()) {
            query = query.where("party.code", "in", KnownAccounts.codes(filter.accounts()));
        }
        query = given(query, "sale_date", ">=", filter.from());
        query = given(query, "sale_date", "<", filter.until());
        query = given(query, "reference", "=", filter.customerReference());
        query = given(query, "web_id", "=", filter.reference());
        return filter.approval() == null ? query : query.where("state", "in", states(filter.approval()));
    }

    private static TrytonQuery given(TrytonQuery query, String field, String operator, Object value) {
        return value == null ? query : query.where(field, operator, value);
    }

    /** In which states orders of an approval can be; not all of these have it. */
    private static List<String> states(Approval approval) {
        return switch (approval) {
            case PENDING -> List.of("draft", "quotation", "confirmed");
            case APPROVED -> List.of("processing", "done");
            case CANCELLED -> List.of("cancelled", "done");
            case REJECTED -> List.of();
        };
    }

    private boolean isWanted(TrytonRecord row, OrderFilter filter) {
        OrderStatus status = reader.status(new Sale(row));
        return is(filter.approval(), status, OrderStatus::approval)
                && is(filter.allocation(), status, OrderStatus::allocation)
                && is(filter.delivery(), status, OrderStatus::delivery)
                && is(filter.invoicing(), status, OrderStatus::invoicing);
    }

    private static <T> boolean is(T wanted, OrderStatus status, Function<OrderStatus, T> axis) {
        return wanted == null || Objects.equals(axis.apply(status), wanted);
    }
}
