package org.throughline.erp.embedded;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.database.UtcTimestamp;
import org.throughline.history.ReturnState;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ServiceFault;

/** Reads and writes single returns; for use within a transaction that has locked their account. */
final class ReturnRecords {

    private static final String HEAD =
            "select id, account_id, order_id, status, requested_on, warehouse_id from return_request where id = ?";
    private static final String LINES = """
            select line_no, order_line_no, item_id, description, quantity, unit, reason_code, reason, received, restocked
            from return_line where return_id = ? order by line_no""";
    private static final String CREDIT_NOTES =
            "select credit_note_id from return_credit where return_id = ? order by credit_note_id";
    /** What was rejected before it came does not come; what came counts as it came. */
    private static final String COMING_BACK = """
            select l.order_line_no, sum(case when l.received is not null then l.received
                when r.status = 'REJECTED' then 0 else l.quantity end) as quantity
            from return_request r join return_line l on l.return_id = r.id
            where r.order_id = ? and l.order_line_no is not null group by l.order_line_no""";

    private static final String INSERT = """
            insert into return_request (id, account_id, order_id, requested_on, status, changed_at)
            values (?, ?, ?, ?, ?, ?)""";
    private static final String INSERT_LINE = """
            insert into return_line (return_id, line_no, order_line_no, item_id, description, quantity, unit, reason_code,
                reason)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String STATE = "update return_request set status = ?, changed_at = ? where id = ?";
    private static final String PLACE = "update return_request set warehouse_id = ? where id = ?";
    private static final String RECEIVED =
            "update return_line set received = ?, restocked = ? where return_id = ? and line_no = ?";
    private static final String CREDIT = "insert into return_credit (return_id, credit_note_id) values (?, ?)";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    ReturnRecords(JdbcClient jdbc, DataSource dataSource) {
        this.jdbc = jdbc;
        this.batches = new JdbcTemplate(dataSource);
    }

    /** @throws ServiceFault RETURN_NOT_FOUND at return */
    GoodsReturn get(String id) {
        List<GoodsReturn.Line> lines =
                jdbc.sql(LINES).param(id).query((row, number) -> line(row)).list();
        List<String> creditNotes =
                jdbc.sql(CREDIT_NOTES).param(id).query(String.class).list();
        return jdbc.sql(HEAD)
                .param(id)
                .query((row, number) -> head(row, lines, creditNotes))
                .optional()
                .orElseThrow(() -> new ServiceFault(ErrorCode.RETURN_NOT_FOUND.at("return")));
    }

    /** How much of each line of an order has come back or is to come, by its number. */
    Map<Integer, BigDecimal> comingBack(String order) {
        Map<Integer, BigDecimal> quantities = new HashMap<>();
        jdbc.sql(COMING_BACK).param(order).query(row -> {
            quantities.put(row.getInt("order_line_no"), row.getBigDecimal("quantity"));
        });
        return quantities;
    }

    void insert(GoodsReturn request, Instant now) {
        jdbc.sql(INSERT)
                .params(
                        request.id(),
                        request.account(),
                        request.order(),
                        Date.valueOf(request.requestedOn()),
                        request.state().name(),
                        UtcTimestamp.of(now))
                .update();
        List<Object[]> rows = new ArrayList<>();
        for (GoodsReturn.Line line : request.lines()) {
            rows.add(new Object[] {
                request.id(),
                line.number(),
                line.orderLine(),
                line.item(),
                line.description(),
                line.quantity(),
                line.unit(),
                line.reasonCode(),
                line.reason()
            });
        }
        batches.batchUpdate(INSERT_LINE, rows);
    }

    void state(String id, ReturnState state, Instant now) {
        jdbc.sql(STATE).params(state.name(), UtcTimestamp.of(now), id).update();
    }

    void received(String id, String warehouse, Map<Integer, ReturnDesk.Arrived> arrived) {
        jdbc.sql(PLACE).params(warehouse, id).update();
        List<Object[]> rows = new ArrayList<>();
        arrived.forEach((line, what) -> rows.add(new Object[] {what.quantity(), what.restock(), id, line}));
        batches.batchUpdate(RECEIVED, rows);
    }

    void credited(String id, String creditNote) {
        jdbc.sql(CREDIT).params(id, creditNote).update();
    }

    private static GoodsReturn head(ResultSet row, List<GoodsReturn.Line> lines, List<String> creditNotes)
            throws SQLException {
        LocalDate requestedOn = Columns.date(row, "requested_on");
        return new GoodsReturn(
                row.getString("id"),
                row.getString("account_id"),
                row.getString("order_id"),
                ReturnState.valueOf(row.getString("status")),
                requestedOn,
                row.getString("warehouse_id"),
                lines,
                creditNotes);
    }

    private static GoodsReturn.Line line(ResultSet row) throws SQLException {
        boolean came = row.getBigDecimal("received") != null;
        return new GoodsReturn.Line(
                row.getInt("line_no"),
                Columns.integer(row, "order_line_no"),
                row.getString("item_id"),
                row.getString("description"),
                Columns.number(row, "quantity"),
                row.getString("unit"),
                row.getString("reason_code"),
                row.getString("reason"),
                came ? Columns.number(row, "received") : null,
                came ? Columns.number(row, "restocked") : null);
    }
}
