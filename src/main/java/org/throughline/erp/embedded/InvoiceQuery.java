package org.throughline.erp.embedded;

import static java.util.stream.Collectors.toCollection;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.erp.embedded.AccountLists.Stream;
import org.throughline.history.InvoiceFilter;
import org.throughline.history.InvoiceStatus;
import org.throughline.shared.AccountId;

/**
 * Finds the rows of invoices by a filter. The condition that narrows most decides which index is read: an order, the
 * customer's reference, an item, a status, an amount; else the dates. All but amounts come from the index in the order of
 * the list; the few invoices of a narrow range of amounts are sorted here, and a wide range is read by date.
 *
 * <p>Derby is told the index (see {@link PurchaseSql}); PostgreSQL finds it.
 */
final class InvoiceQuery {

    /** So many invoices are sorted rather than looked for in the order of dates. */
    static final int FEW = 1_000;

    private static final String BY_ITEM = """
            from --DERBY-PROPERTIES joinOrder=FIXED
                invoice_line l --DERBY-PROPERTIES index=invoice_line_item
                , invoice i --DERBY-PROPERTIES joinStrategy=NESTEDLOOP
            where i.id = l.invoice_id and l.account_id = ?""";
    /** An invoice that has the item on several lines stands in the list once. */
    private static final String FIRST_LINE = "l.item_id = ? and not exists (select 1 from invoice_line e"
            + " where e.invoice_id = l.invoice_id and e.item_id = l.item_id and e.line_no < l.line_no)";

    private static final String BY_INDEX = "from invoice i --DERBY-PROPERTIES %s\nwhere i.account_id = ?";
    private static final String COUNT_BY_AMOUNT =
            "select 1 from invoice i --DERBY-PROPERTIES index=invoice_amount\nwhere i.account_id = ? and i.currency = ?";

    private final JdbcClient jdbc;
    private final InvoiceFilter filter;
    private final LocalDate asOf;
    private final Set<Integer> settlements;
    private final LocalDate lastDay;

    /**
     * @param asOf the day for which the filter is meant
     * @param today a status on an earlier day is not known to the database and left to the caller
     */
    InvoiceQuery(JdbcClient jdbc, InvoiceFilter filter, LocalDate asOf, LocalDate today) {
        this.jdbc = jdbc;
        this.filter = filter;
        this.asOf = asOf;
        this.settlements = asOf.isBefore(today) || !filter.hasStatus() ? Set.of() : settlements(filter);
        LocalDate until = filter.dates().until();
        this.lastDay = until == null || until.isAfter(asOf) ? asOf : until.minusDays(1);
    }

    /** Latest first, over all accounts. */
    List<InvoiceRow> rows(List<AccountId> accounts, DocumentKey before, int limit) {
        return AccountLists.merged(
                AccountLists.streams(accounts, narrowsByStatus() ? settlements : Set.of()),
                limit,
                Comparator.comparing(InvoiceRow::key, DocumentKey.LATEST_FIRST),
                stream -> narrowsByAmount() && isFew(stream.account())
                        ? fewRows(stream, before, limit)
                        : rows(stream, before, limit));
    }

    /** All that an account has, as columns of groups; status included, unless it is one of a day in the past. */
    Conditions grouped(String columns, AccountId account) {
        return select(columns, new Stream(account, null), index(null), null);
    }

    private List<InvoiceRow> rows(Stream stream, DocumentKey before, int limit) {
        String table = narrowsByItem() ? "l.issued_on desc, l.invoice_id" : "i.issued_on desc, i.id";
        return select(InvoiceRow.COLUMNS, stream, index(stream), before)
                .then("order by " + table + " desc fetch first ? rows only", limit)
                .of(jdbc)
                .query((row, number) -> InvoiceRow.read(row))
                .list();
    }

    private List<InvoiceRow> fewRows(Stream stream, DocumentKey before, int limit) {
        return select(InvoiceRow.COLUMNS, stream, "index=invoice_amount", before)
                .of(jdbc)
                .query((row, number) -> InvoiceRow.read(row))
                .list()
                .stream()
                .sorted(Comparator.comparing(InvoiceRow::key, DocumentKey.LATEST_FIRST))
                .limit(limit)
                .toList();
    }

    private boolean isFew(AccountId account) {
        Conditions some = new Conditions(
                COUNT_BY_AMOUNT, account.value(), filter.amounts().currency().getCurrencyCode());
        return some.andBetween("i.gross_total", filter.amounts())
                        .then("fetch first ? rows only", FEW + 1)
                        .of(jdbc)
                        .query(Integer.class)
                        .list()
                        .size()
                <= FEW;
    }

    private Conditions select(String columns, Stream stream, String index, DocumentKey before) {
        boolean byItem = narrowsByItem();
        String from = byItem ? BY_ITEM : BY_INDEX.formatted(index);
        Conditions conditions = new Conditions(
                "select " + columns + " " + from, stream.account().value());
        if (byItem) {
            conditions.and(FIRST_LINE, filter.item().value());
        } else {
            conditions.andIfGiven(
                    "exists (select 1 from invoice_line l where l.invoice_id = i.id and l.item_id = ?)",
                    filter.item() == null ? null : filter.item().value());
        }
        // One upper limit only, the lower one: Derby enters the index by the first that it meets.
        String day = byItem ? "l.issued_on" : "i.issued_on";
        if (before == null) {
            conditions.and(day + " <= ?", lastDay);
        } else {
            conditions.and(
                    day + " <= ? and (" + day + " < ? or " + (byItem ? "l.invoice_id" : "i.id") + " < ?)",
                    before.date(),
                    before.date(),
                    before.id());
        }
        conditions.andIfGiven(day + " >= ?", filter.dates().from());
        return narrowed(conditions, stream);
    }

    private Conditions narrowed(Conditions conditions, Stream stream) {
        conditions
                .andIfGiven(
                        "i.order_id = ?",
                        filter.order() == null ? null : filter.order().value())
                .andIfGiven("i.customer_reference = ?", filter.customerReference())
                .andIfGiven(
                        "i.kind = ?",
                        filter.kind() == null ? null : filter.kind().name())
                .andIfGiven(
                        "i.currency = ?",
                        filter.amounts().currency() == null
                                ? null
                                : filter.amounts().currency().getCurrencyCode())
                .andBetween("i.gross_total", filter.amounts());
        if (filter.overdueOnly()) {
            conditions.and("i.kind = 'INVOICE' and i.due_on < ?", asOf);
        }
        if (stream.status() != null) {
            conditions.and("i.settlement = ?", stream.status());
        } else if (!settlements.isEmpty()) {
            conditions.andIn("i.settlement", settlements);
        }
        return conditions;
    }

    private String index(Stream stream) {
        if (filter.order() != null) {
            return "constraint=invoice_of_order";
        }
        if (filter.customerReference() != null) {
            return "index=invoice_customer_ref";
        }
        return stream != null && stream.status() != null ? "index=invoice_settlement" : "index=invoice_account";
    }

    private boolean narrowsByItem() {
        return filter.item() != null && filter.order() == null && filter.customerReference() == null;
    }

    private boolean narrowsByStatus() {
        return filter.item() == null && filter.order() == null && filter.customerReference() == null;
    }

    private boolean narrowsByAmount() {
        return filter.amounts().isBounded() && narrowsByStatus();
    }

    private static Set<Integer> settlements(InvoiceFilter filter) {
        return Set.of(InvoiceStatus.values()).stream()
                .filter(status ->
                        filter.statuses().isEmpty() || filter.statuses().contains(status))
                .filter(status -> !filter.overdueOnly() || status != InvoiceStatus.PAID)
                .map(InvoiceStatus::ordinal)
                .collect(toCollection(TreeSet::new));
    }
}
