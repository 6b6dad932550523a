package org.throughline.erp.embedded;

import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.erp.embedded.AccountLists.Stream;
import org.throughline.history.DeliveryStatus;
import org.throughline.history.PurchaseFilter;
import org.throughline.history.PurchaseLine;
import org.throughline.shared.AccountId;

/**
 * Finds single purchases by a filter. The condition that narrows most decides which index is read: an order, the
 * customer's reference, an item, a status, an amount; else the dates. The few lines of an order, of a reference or of a
 * narrow range of amounts are sorted; all others come from the index in the order of the list.
 */
final class PurchasedLines {

    private static final String SOME_BY_NET =
            "select 1 from sales_order_line l --DERBY-PROPERTIES index=order_line_net\nwhere l.account_id = ?";

    private final JdbcClient jdbc;
    private final String dataset;
    private final PurchaseFilter filter;

    PurchasedLines(JdbcClient jdbc, String dataset, PurchaseFilter filter) {
        this.jdbc = jdbc;
        this.dataset = dataset;
        this.filter = filter;
    }

    /** Latest first, over all accounts. */
    List<PurchaseLine> find(List<AccountId> accounts, PurchaseLineKey before, int limit) {
        return AccountLists.merged(
                AccountLists.streams(accounts, byStatus() ? filter.statuses() : Set.of()),
                limit,
                PurchaseLineKey.LATEST_FIRST,
                stream -> isFew(stream.account()) ? few(stream, before, limit) : lines(stream, before, limit));
    }

    private List<PurchaseLine> lines(Stream stream, PurchaseLineKey before, int limit) {
        return select(stream, index(stream), before)
                .then("order by l.ordered_on desc, l.order_id desc, l.line_no desc fetch first ? rows only", limit)
                .of(jdbc)
                .query((row, number) -> PurchaseSql.line(row, dataset))
                .list();
    }

    private List<PurchaseLine> few(Stream stream, PurchaseLineKey before, int limit) {
        return select(stream, PurchaseSql.BY_NET, before)
                .of(jdbc)
                .query((row, number) -> PurchaseSql.line(row, dataset))
                .list()
                .stream()
                .sorted(PurchaseLineKey.LATEST_FIRST)
                .limit(limit)
                .toList();
    }

    private Conditions select(Stream stream, String index, PurchaseLineKey before) {
        Conditions lines = PurchaseSql.lines(stream.account(), filter, index, before);
        return stream.status() == null
                ? lines
                : lines.and("l.delivery = ?", ((DeliveryStatus) stream.status()).ordinal());
    }

    private String index(Stream stream) {
        if (filter.item() != null) {
            return PurchaseSql.BY_ITEM;
        }
        return stream.status() == null ? PurchaseSql.BY_DATE : PurchaseSql.BY_DELIVERY;
    }

    private boolean byStatus() {
        return filter.item() == null && !PurchaseSql.leadsToFew(filter);
    }

    private boolean isFew(AccountId account) {
        if (PurchaseSql.leadsToFew(filter) || !filter.amounts().isBounded() || filter.item() != null) {
            return PurchaseSql.leadsToFew(filter);
        }
        return new Conditions(SOME_BY_NET, account.value())
                        .andBetween("l.net", filter.amounts())
                        .then("fetch first ? rows only", InvoiceQuery.FEW + 1)
                        .of(jdbc)
                        .query(Integer.class)
                        .list()
                        .size()
                <= InvoiceQuery.FEW;
    }
}
