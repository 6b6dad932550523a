package org.throughline.store;

import java.sql.Types;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.database.UtcTimestamp;
import org.throughline.order.Mismatch;
import org.throughline.order.Mismatches;

/** Mismatches in our own database. */
@Component
class JdbcMismatches implements Mismatches {

    private static final int TEXT = 200;

    private static final String INSERT = """
            insert into parity_mismatch (seen_at, stage, dataset, order_id, invoice_id, path, expected_value, found_value)
            values (?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String LATEST = """
            select seen_at, stage, dataset, order_id, invoice_id, path, expected_value, found_value from parity_mismatch
            order by id desc fetch first %d rows only""";
    private static final String POSITION = "select up_to from parity_position where dataset = ?";
    private static final String BEGIN = "insert into parity_position (dataset, up_to, changed_at) values (?, ?, ?)";
    private static final String MOVE =
            "update parity_position set up_to = ?, changed_at = ? where dataset = ? and up_to = ?";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;

    JdbcMismatches(
            @Qualifier("store") JdbcClient jdbc, @Qualifier("store") TransactionTemplate transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public void add(List<Mismatch> found) {
        transactions.executeWithoutResult(status -> found.forEach(this::insert));
    }

    @Override
    public List<Mismatch> latest(int max) {
        return jdbc.sql(LATEST.formatted(max))
                .query((row, number) -> new Mismatch(
                        UtcTimestamp.read(row, "seen_at"),
                        Mismatch.Stage.valueOf(row.getString("stage")),
                        row.getString("dataset"),
                        row.getString("order_id"),
                        row.getString("invoice_id"),
                        row.getString("path"),
                        row.getString("expected_value"),
                        row.getString("found_value")))
                .list();
    }

    @Override
    public Optional<String> position(String dataset) {
        return jdbc.sql(POSITION).param(dataset).query(String.class).optional();
    }

    @Override
    public boolean moveOn(String dataset, String from, String to, List<Mismatch> found) {
        try {
            return Boolean.TRUE.equals(transactions.execute(status -> {
                boolean moved = from == null ? begin(dataset, to) : move(dataset, from, to);
                if (moved) {
                    found.forEach(this::insert);
                }
                return moved;
            }));
        } catch (DuplicateKeyException somebodyElseBegan) {
            return false;
        }
    }

    private boolean begin(String dataset, String to) {
        return jdbc.sql(BEGIN)
                        .params(dataset, to, UtcTimestamp.of(clock.instant()))
                        .update()
                == 1;
    }

    private boolean move(String dataset, String from, String to) {
        return jdbc.sql(MOVE)
                        .params(to, UtcTimestamp.of(clock.instant()), dataset, from)
                        .update()
                == 1;
    }

    private void insert(Mismatch mismatch) {
        jdbc.sql(INSERT)
                .param(1, UtcTimestamp.of(mismatch.seenAt()))
                .param(2, mismatch.stage().name())
                .param(3, mismatch.dataset())
                .param(4, mismatch.order())
                .param(5, mismatch.invoice(), Types.VARCHAR)
                .param(6, cut(mismatch.path()))
                .param(7, cut(mismatch.expected()))
                .param(8, cut(mismatch.found()))
                .update();
    }

    private static String cut(String text) {
        return text.length() <= TEXT ? text : text.substring(0, TEXT);
    }
}
