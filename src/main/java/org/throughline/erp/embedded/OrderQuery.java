package org.throughline.erp.embedded;

import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.erp.embedded.OrderHeads.Head;
import org.throughline.order.OrderFilter;
import org.throughline.shared.AccountId;

/**
 * Finds orders, the latest first, without their lines. Derby sorts whole tables unless it is told which index has the order
 * already; to PostgreSQL the hint is a comment.
 */
final class OrderQuery {

    private static final String FROM = OrderHeads.SELECT + " --DERBY-PROPERTIES index=%s\n where kind = 'ORDER'";
    private static final String BY_ACCOUNT = FROM.formatted("sales_order_account");
    private static final String BY_DATE = FROM.formatted("sales_order_date");
    private static final String BY_CUSTOMER_REFERENCE = FROM.formatted("sales_order_customer_ref");
    private static final String BY_QUOTATION = FROM.formatted("sales_order_of_quotation");
    private static final String BY_REFERENCE = OrderHeads.SELECT + " where kind = 'ORDER'";

    private final JdbcClient jdbc;
    private final OrderFilter filter;
    private final DocumentKey before;
    private final int limit;

    /** @param before where the page starts; null for the first one */
    OrderQuery(JdbcClient jdbc, OrderFilter filter, DocumentKey before, int limit) {
        this.jdbc = jdbc;
        this.filter = filter;
        this.before = before;
        this.limit = limit;
    }

    List<Head> heads() {
        if (filter.accounts().isEmpty()) {
            return read(conditions(BY_DATE));
        }
        Comparator<Head> order = Comparator.comparing(Head::key, DocumentKey.LATEST_FIRST);
        return AccountLists.merged(filter.accounts(), limit, order, this::ofAccount);
    }

    private List<Head> ofAccount(AccountId account) {
        return read(conditions(BY_ACCOUNT).and("account_id = ?", account.value()));
    }

    /** A reference says more than a quotation, and that more than account or date. */
    private Conditions conditions(String otherwise) {
        if (filter.reference() != null) {
            return new Conditions(BY_REFERENCE);
        }
        if (filter.quotation() != null) {
            return new Conditions(BY_QUOTATION);
        }
        return new Conditions(filter.customerReference() != null ? BY_CUSTOMER_REFERENCE : otherwise);
    }

    private List<Head> read(Conditions conditions) {
        conditions
                .andIfGiven("approval = ?", name(filter.approval()))
                .andIfGiven("allocation = ?", name(filter.allocation()))
                .andIfGiven("delivery = ?", name(filter.delivery()))
                .andIfGiven("invoicing = ?", name(filter.invoicing()))
                .andIfGiven("ordered_on >= ?", filter.from())
                .andIfGiven("ordered_on < ?", filter.until())
                .andIfGiven("customer_reference = ?", filter.customerReference())
                .andIfGiven("reference = ?", filter.reference())
                .andIfGiven(
                        "quotation_id = ?",
                        filter.quotation() == null ? null : filter.quotation().value());
        if (before != null) {
            conditions.and("ordered_on <= ? and (ordered_on < ? or id < ?)", before.date(), before.date(), before.id());
        }
        return OrderHeads.read(conditions
                .then("order by ordered_on desc, id desc fetch first ? rows only", limit)
                .of(jdbc));
    }

    private static String name(Enum<?> constant) {
        return constant == null ? null : constant.name();
    }
}
