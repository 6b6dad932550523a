package org.throughline.erp.embedded;

import java.sql.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.database.KeysetCursor;
import org.throughline.order.Order;
import org.throughline.order.OrderFilter;
import org.throughline.shared.PageRequest;

/** The statement that finds a page of orders: conditions as the filter has them, then the keyset. */
final class OrderQuery {

    private static final int KEY_COLUMNS = 2;

    private final StringBuilder where = new StringBuilder(" where kind = 'ORDER'");
    private final Map<String, Object> params = new HashMap<>();
    private final OrderFilter filter;

    private OrderQuery(OrderFilter filter) {
        this.filter = filter;
    }

    /** Selects one order more than the page holds, to see whether there is another page. */
    static JdbcClient.StatementSpec statement(JdbcClient jdbc, OrderFilter filter, PageRequest page) {
        OrderQuery query = new OrderQuery(filter);
        query.addFilter();
        KeysetCursor.decode(page, name(filter), KEY_COLUMNS).ifPresent(query::addKeyset);
        query.params.put("rows", page.size() + 1);
        return jdbc.sql(OrderReader.HEAD + query.where
                        + " order by ordered_on desc, id desc fetch first :rows rows only")
                .params(query.params);
    }

    static String cursorAfter(Order order, OrderFilter filter) {
        return KeysetCursor.encode(
                name(filter),
                List.of(order.content().orderDate().toString(), order.id().value()));
    }

    private static String name(OrderFilter filter) {
        return "orders " + filter;
    }

    private void addFilter() {
        if (!filter.accounts().isEmpty()) {
            add("account_id in (:accounts)", "accounts", filter.accounts());
        }
        addIfGiven("approval = :approval", "approval", name(filter.approval()));
        addIfGiven("allocation = :allocation", "allocation", name(filter.allocation()));
        addIfGiven("delivery = :delivery", "delivery", name(filter.delivery()));
        addIfGiven("invoicing = :invoicing", "invoicing", name(filter.invoicing()));
        addIfGiven("ordered_on >= :from", "from", filter.from() == null ? null : Date.valueOf(filter.from()));
        addIfGiven("ordered_on < :until", "until", filter.until() == null ? null : Date.valueOf(filter.until()));
        addIfGiven("customer_reference = :customerReference", "customerReference", filter.customerReference());
        addIfGiven("reference = :reference", "reference", filter.reference());
    }

    private void addKeyset(List<String> key) {
        where.append(" and ordered_on <= :date and (ordered_on < :date or id < :id)");
        params.put("date", Date.valueOf(key.get(0)));
        params.put("id", key.get(1));
    }

    private void addIfGiven(String condition, String name, Object value) {
        if (value != null) {
            add(condition, name, value);
        }
    }

    private void add(String condition, String name, Object value) {
        where.append(" and ").append(condition);
        params.put(name, value);
    }

    private static String name(Enum<?> constant) {
        return constant == null ? null : constant.name();
    }
}
