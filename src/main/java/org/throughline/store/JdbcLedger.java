package org.throughline.store;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.database.UtcTimestamp;
import org.throughline.order.Claim;
import org.throughline.order.Ledger;
import org.throughline.order.LedgerEntry;
import org.throughline.order.LedgerEntry.State;
import org.throughline.order.RequestKey;
import org.throughline.shared.Difference;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.OrderId;
import org.throughline.shared.Remedy;
import org.throughline.shared.Violation;

/**
 * The ledger in our own database. Who may work on a request is decided by single statements: the primary key lets one
 * writer in, and a claim is taken over only by the update that still finds it free or expired.
 */
@Component
class JdbcLedger implements Ledger {

    /** Far longer than an order takes, and short enough to wait for after a crash. */
    static final Duration LEASE = Duration.ofSeconds(60);

    private static final int TEXT = 500;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;

    JdbcLedger(@Qualifier("store") JdbcClient jdbc, @Qualifier("store") TransactionTemplate transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Claim claim(RequestKey key, String digest) {
        Optional<Row> known = row(key);
        if (known.isPresent()) {
            return claim(known.get(), digest);
        }
        String token = newToken();
        return write(key, digest, token) ? granted(key, token) : claim(row(key).orElseThrow(), digest);
    }

    @Override
    public Optional<LedgerEntry> find(RequestKey key) {
        return row(key).map(Row::entry);
    }

    @Override
    public boolean submitting(Claim.Granted claim) {
        return jdbc.sql("update order_request set state = ?, claimed_until = ?, changed_at = ?"
                                + " where caller = ? and request_id = ? and claim_token = ?")
                        .params(State.SUBMITTING.name(), UtcTimestamp.of(leaseEnd()), UtcTimestamp.of(clock.instant()))
                        .params(mine(claim))
                        .update()
                == 1;
    }

    @Override
    public boolean placed(Claim.Granted claim, OrderId orderId, boolean held) {
        return jdbc.sql("update order_request set state = ?, dataset = ?, order_id = ?, claim_token = null,"
                                + " claimed_until = null, changed_at = ?"
                                + " where caller = ? and request_id = ? and claim_token = ?")
                        .params((held ? State.HELD : State.CONFIRMED).name(), orderId.dataset(), orderId.value())
                        .param(UtcTimestamp.of(clock.instant()))
                        .params(mine(claim))
                        .update()
                == 1;
    }

    @Override
    public boolean refused(Claim.Granted claim, List<Violation> violations) {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            boolean mine = finish(claim, State.REFUSED);
            if (mine) {
                for (int i = 0; i < violations.size(); i++) {
                    write(claim.entry().key(), i, violations.get(i));
                }
            }
            return mine;
        }));
    }

    @Override
    public void release(Claim.Granted claim, boolean doubtful) {
        finish(claim, doubtful ? State.UNKNOWN : State.RECEIVED);
    }

    private Claim claim(Row row, String digest) {
        if (!row.entry().digest().equals(digest)) {
            return new Claim.OtherContent(row.entry());
        }
        if (row.entry().state().isFinal()) {
            return new Claim.Finished(row.entry());
        }
        if (row.isClaimed(clock.instant())) {
            return new Claim.InProgress(row.entry());
        }
        String token = newToken();
        return takeOver(row.entry(), token) ? granted(row.entry().key(), token) : new Claim.InProgress(row.entry());
    }

    private Claim.Granted granted(RequestKey key, String token) {
        return new Claim.Granted(row(key).orElseThrow().entry(), token);
    }

    /** @return false when somebody else has written the request meanwhile */
    private boolean write(RequestKey key, String digest, String token) {
        Instant now = clock.instant();
        try {
            jdbc.sql("insert into order_request (caller, request_id, digest, state, claim_token, claimed_until,"
                            + " received_at, changed_at) values (?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(key.caller(), key.requestId(), digest, State.RECEIVED.name(), token)
                    .params(UtcTimestamp.of(leaseEnd()), UtcTimestamp.of(now), UtcTimestamp.of(now))
                    .update();
            return true;
        } catch (DuplicateKeyException writtenByAnother) {
            return false;
        }
    }

    private boolean takeOver(LedgerEntry entry, String token) {
        return jdbc.sql("update order_request set claim_token = ?, claimed_until = ?"
                                + " where caller = ? and request_id = ? and state = ?"
                                + " and (claim_token is null or claimed_until <= ?)")
                        .params(token, UtcTimestamp.of(leaseEnd()))
                        .params(entry.key().caller(), entry.key().requestId())
                        .params(entry.state().name(), UtcTimestamp.of(clock.instant()))
                        .update()
                == 1;
    }

    private boolean finish(Claim.Granted claim, State state) {
        return jdbc.sql("update order_request set state = ?, claim_token = null, claimed_until = null, changed_at = ?"
                                + " where caller = ? and request_id = ? and claim_token = ?")
                        .params(state.name(), UtcTimestamp.of(clock.instant()))
                        .params(mine(claim))
                        .update()
                == 1;
    }

    private void write(RequestKey key, int position, Violation violation) {
        Remedy remedy = violation.remedy();
        Difference difference = violation.difference();
        jdbc.sql("insert into order_request_violation (caller, request_id, position, code, path, message, remedy,"
                        + " largest_value, promised, promised_now) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        key.caller(),
                        key.requestId(),
                        position,
                        violation.code().name(),
                        cut(violation.path()),
                        cut(violation.message()),
                        cut(remedy.text()),
                        remedy.limit() == null ? null : remedy.limit().toPlainString(),
                        difference == null ? null : cut(difference.promised()),
                        difference == null ? null : cut(difference.now())))
                .update();
        for (int i = 0; i < remedy.allowedValues().size(); i++) {
            jdbc.sql("insert into order_request_allowed (caller, request_id, position, value_position, allowed_value)"
                            + " values (?, ?, ?, ?, ?)")
                    .params(key.caller(), key.requestId(), position, i)
                    .param(cut(remedy.allowedValues().get(i)))
                    .update();
        }
    }

    private Optional<Row> row(RequestKey key) {
        return jdbc.sql("select digest, state, dataset, order_id, claim_token, claimed_until, received_at, changed_at"
                        + " from order_request where caller = ? and request_id = ?")
                .params(key.caller(), key.requestId())
                .query((row, number) -> row(key, row))
                .optional()
                .map(this::withViolations);
    }

    private static Row row(RequestKey key, ResultSet row) throws SQLException {
        String orderId = row.getString("order_id");
        LedgerEntry entry = new LedgerEntry(
                key,
                row.getString("digest"),
                State.valueOf(row.getString("state")),
                orderId == null ? null : new OrderId(row.getString("dataset"), orderId),
                List.of(),
                UtcTimestamp.read(row, "received_at"),
                UtcTimestamp.read(row, "changed_at"));
        return new Row(entry, row.getString("claim_token"), UtcTimestamp.read(row, "claimed_until"));
    }

    private Row withViolations(Row row) {
        return row.entry().state() == State.REFUSED
                ? new Row(row.entry().with(violations(row.entry().key())), null, null)
                : row;
    }

    private List<Violation> violations(RequestKey key) {
        Map<Integer, List<String>> allowed = allowedValues(key);
        return jdbc.sql(
                        "select position, code, path, message, remedy, largest_value, promised, promised_now from order_request_violation"
                                + " where caller = ? and request_id = ? order by position")
                .params(key.caller(), key.requestId())
                .query((row, number) -> new Violation(
                        ErrorCode.valueOf(row.getString("code")),
                        row.getString("path"),
                        row.getString("message"),
                        new Remedy(
                                row.getString("remedy"),
                                limit(row.getString("largest_value")),
                                allowed.getOrDefault(row.getInt("position"), List.of())),
                        difference(row)))
                .list();
    }

    private Map<Integer, List<String>> allowedValues(RequestKey key) {
        record Allowed(int position, String value) {}
        return jdbc
                .sql("select position, allowed_value from order_request_allowed"
                        + " where caller = ? and request_id = ? order by position, value_position")
                .params(key.caller(), key.requestId())
                .query((row, number) -> new Allowed(row.getInt("position"), row.getString("allowed_value")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Allowed::position, Collectors.mapping(Allowed::value, Collectors.toList())));
    }

    private Instant leaseEnd() {
        return clock.instant().plus(LEASE);
    }

    private static Difference difference(ResultSet row) throws SQLException {
        String promised = row.getString("promised");
        return promised == null ? null : new Difference(promised, row.getString("promised_now"));
    }

    private static BigDecimal limit(String text) {
        return text == null ? null : new BigDecimal(text);
    }

    private static List<?> mine(Claim.Granted claim) {
        RequestKey key = claim.entry().key();
        return List.of(key.caller(), key.requestId(), claim.token());
    }

    private static String newToken() {
        return UUID.randomUUID().toString();
    }

    private static String cut(String text) {
        return text == null || text.length() <= TEXT ? text : text.substring(0, TEXT);
    }

    private record Row(LedgerEntry entry, String token, Instant claimedUntil) {

        boolean isClaimed(Instant now) {
            return token != null && claimedUntil.isAfter(now);
        }
    }
}
