package org.throughline.erp.embedded;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.throughline.erp.embedded.Columns.date;
import static org.throughline.erp.embedded.Columns.integer;
import static org.throughline.erp.embedded.Columns.quantity;
import static org.throughline.erp.embedded.OrderDocuments.RETURNS;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.database.KeyBatches;
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

    private static final String COLUMNS = "d.id, d.account_id, d.order_id, d.requested_on, d.status";
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
        List<Row> rows = RETURNS.rows(
                jdbc,
                accounts,
                filter.states(),
                wanted(filter),
                DocumentKey.before(page, query),
                page.size() + 1,
                COLUMNS,
                (row, number) -> Row.read(row),
                Row::key);
        Page<Row> found = AccountLists.page(rows, page.size(), row -> row.key().cursor(query));
        return Answer.live(withLines(AccountLists.checked(found, accounts, jdbc)), now);
    }

    @Override
    public Answer<Integer> count(List<AccountId> accounts, ReturnFilter filter, MaxAge maxAge) {
        var now = clock.instant();
        int count = RETURNS.count(jdbc, accounts, filter.states(), wanted(filter));
        return Answer.live(count, now);
    }

    private static OrderDocuments.Wanted wanted(ReturnFilter filter) {
        return new OrderDocuments.Wanted(filter.dates(), filter.order(), filter.customerReference(), filter.item());
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
