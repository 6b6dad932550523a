package org.throughline.erp.embedded;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.throughline.erp.embedded.Columns.date;
import static org.throughline.erp.embedded.Columns.integer;
import static org.throughline.erp.embedded.Columns.quantity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.database.KeyBatches;
import org.throughline.erp.embedded.AccountLists.Stream;
import org.throughline.history.Return;
import org.throughline.history.ReturnFilter;
import org.throughline.history.ReturnLine;
import org.throughline.history.ReturnState;
import org.throughline.history.Returns;
import org.throughline.shared.AccountId;
import org.throughline.shared.Answer;
import org.throughline.shared.InvoiceId;
import org.throughline.shared.ItemId;
import org.throughline.shared.MaxAge;
import org.throughline.shared.OrderId;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;
import org.throughline.shared.ReturnId;

/** Returns of the embedded ERP. */
@Component
class EmbeddedReturns implements Returns {

    private static final String COLUMNS = "r.id, r.account_id, r.order_id, r.requested_on, r.status";
    private static final String BY_RETURN = "from return_request r --DERBY-PROPERTIES %s\nwhere r.account_id = ?";
    private static final String BY_REFERENCE = """
            from --DERBY-PROPERTIES joinOrder=FIXED
                sales_order o --DERBY-PROPERTIES index=sales_order_customer_ref
                , return_request r --DERBY-PROPERTIES constraint=return_of_order, joinStrategy=NESTEDLOOP
            where r.order_id = o.id and r.account_id = ?""";
    private static final String LINES =
            "select return_id, line_no, order_line_no, item_id, description, quantity, unit,"
                    + " reason_code, reason from return_line where return_id in (:ids) order by return_id, line_no";

    private static final String CREDIT_NOTES =
            "select return_id, credit_note_id from return_credit where return_id in (:ids) order by credit_note_id";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final String dataset;

    EmbeddedReturns(@Qualifier("erp") JdbcClient jdbc, Clock clock, EmbeddedErp erp) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.dataset = erp.dataset();
    }

    @Override
    public Answer<Page<Return>> find(List<AccountId> accounts, ReturnFilter filter, PageRequest page, MaxAge maxAge) {
        var now = clock.instant();
        String query = "returns" + accounts + filter;
        DocumentKey before = DocumentKey.before(page, query);
        int limit = page.size() + 1;
        List<Row> rows = AccountLists.merged(
                AccountLists.streams(accounts, filter.states()),
                limit,
                Comparator.comparing(Row::key, DocumentKey.LATEST_FIRST),
                stream -> rows(stream, filter, before, limit));
        Page<Row> found = AccountLists.page(rows, page.size(), row -> row.key().cursor(query));
        return Answer.live(withLines(AccountLists.checked(found, accounts, jdbc)), now);
    }

    @Override
    public Answer<Integer> count(List<AccountId> accounts, ReturnFilter filter, MaxAge maxAge) {
        var now = clock.instant();
        int count = AccountLists.streams(accounts, filter.states()).stream()
                .mapToInt(stream -> select("count(*)", stream, filter, null)
                        .of(jdbc)
                        .query(Integer.class)
                        .single())
                .sum();
        return Answer.live(count, now);
    }

    private List<Row> rows(Stream stream, ReturnFilter filter, DocumentKey before, int limit) {
        return select(COLUMNS, stream, filter, before)
                .then("order by r.requested_on desc, r.id desc fetch first ? rows only", limit)
                .of(jdbc)
                .query((row, number) -> Row.read(row))
                .list();
    }

    private static Conditions select(String columns, Stream stream, ReturnFilter filter, DocumentKey before) {
        Conditions conditions = new Conditions(
                        "select " + columns + " " + from(stream, filter),
                        stream.account().value())
                .andIfGiven(
                        "r.status = ?",
                        stream.status() == null ? null : stream.status().toString())
                .andIfGiven("r.requested_on >= ?", filter.dates().from())
                .andIfGiven(
                        "r.order_id = ?",
                        filter.order() == null ? null : filter.order().value())
                .andIfGiven("o.customer_reference = ?", filter.order() == null ? filter.customerReference() : null)
                .andIfGiven(
                        "exists (select 1 from sales_order c where c.id = r.order_id and c.customer_reference = ?)",
                        filter.order() == null ? null : filter.customerReference())
                .andIfGiven(
                        "exists (select 1 from return_line l where l.return_id = r.id and l.item_id = ?)",
                        filter.item() == null ? null : filter.item().value());
        // One upper limit only, the lower one: Derby enters the index by the first that it meets.
        return before == null
                ? conditions.andIfGiven("r.requested_on < ?", filter.dates().until())
                : conditions.and(
                        "r.requested_on <= ? and (r.requested_on < ? or r.id < ?)",
                        before.date(),
                        before.date(),
                        before.id());
    }

    private static String from(Stream stream, ReturnFilter filter) {
        if (filter.order() != null) {
            return BY_RETURN.formatted("constraint=return_of_order");
        }
        return filter.customerReference() == null
                ? BY_RETURN.formatted(stream.status() == null ? "index=return_account" : "index=return_status")
                : BY_REFERENCE;
    }

    private Page<Return> withLines(Page<Row> page) {
        List<String> ids = page.entries().stream().map(Row::id).toList();
        Map<String, List<ReturnLine>> lines = parts(LINES, ids, EmbeddedReturns::line);
        Map<String, List<InvoiceId>> credits =
                parts(CREDIT_NOTES, ids, row -> new InvoiceId(dataset, row.getString("credit_note_id")));
        Map<String, String> references =
                OrderReferences.read(page.entries().stream().map(Row::order).toList(), jdbc);
        return page.map(row -> row.toReturn(
                dataset,
                references.get(row.order()),
                credits.getOrDefault(row.id(), List.of()),
                lines.getOrDefault(row.id(), List.of())));
    }

    private interface PartReader<P> {
        P read(ResultSet row) throws SQLException;
    }

    private <P> Map<String, List<P>> parts(String sql, Collection<String> returns, PartReader<P> reader) {
        return KeyBatches.read(returns, ids -> jdbc.sql(sql)
                        .param("ids", ids)
                        .query((row, number) -> Map.entry(row.getString("return_id"), reader.read(row)))
                        .list())
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    private static ReturnLine line(ResultSet row) throws SQLException {
        return new ReturnLine(
                row.getInt("line_no"),
                integer(row, "order_line_no"),
                new ItemId(row.getString("item_id")),
                row.getString("description"),
                quantity(row),
                row.getString("reason_code"),
                row.getString("reason"));
    }

    private record Row(String id, String account, String order, LocalDate requestedOn, ReturnState state) {

        static Row read(ResultSet row) throws SQLException {
            return new Row(
                    row.getString("id"),
                    row.getString("account_id"),
                    row.getString("order_id"),
                    date(row, "requested_on"),
                    ReturnState.valueOf(row.getString("status")));
        }

        DocumentKey key() {
            return new DocumentKey(requestedOn, id);
        }

        Return toReturn(String dataset, String customerReference, List<InvoiceId> creditNotes, List<ReturnLine> lines) {
            return new Return(
                    new ReturnId(dataset, id),
                    new AccountId(dataset, account),
                    requestedOn,
                    state,
                    order == null ? null : new OrderId(dataset, order),
                    customerReference,
                    creditNotes,
                    lines);
        }
    }
}
