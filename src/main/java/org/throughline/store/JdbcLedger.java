package org.throughline.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.database.UtcTimestamp;
import org.throughline.order.Claim;
import org.throughline.order.Demand;
import org.throughline.order.DocumentRef;
import org.throughline.order.Ledger;
import org.throughline.order.LedgerEntry;
import org.throughline.order.LedgerRequest;
import org.throughline.order.RequestKey;
import org.throughline.order.RequestKind;
import org.throughline.order.RequestState;
import org.throughline.shared.Violation;

/**
 * The ledger in our own database. Who may work on a request is decided by single statements: the primary key lets one
 * writer in, and a claim is taken over only by the update that still finds the entry as it was read, and free or expired by the
 * clock of the database.
 */
@Component
class JdbcLedger implements Ledger {

    /** Nothing is put off for longer. What seems to be was written before the clock of the database was set back. */
    private static final Duration HORIZON = Duration.ofHours(1);

    private static final String SELECT = """
            select caller, request_id, kind, digest, state, document_kind, dataset, document_id, violations, attempts, claim_token,
                due_at, epoch_millis() as now_at, received_at, changed_at from ledger_entry""";

    private static final String DUE =
            "(due_at <= epoch_millis() or due_at > epoch_millis() + " + HORIZON.toMillis() + ")";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Duration lease;

    /**
     * @param clock for what is told about entries; leases do not depend on it
     * @param lease how long a claim lasts unless it is renewed; far below the hour after which due times are not believed
     */
    JdbcLedger(
            @Qualifier("store") JdbcClient jdbc,
            Clock clock,
            @Value("${throughline.orders.lease:60s}") Duration lease) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.lease = lease;
    }

    @Override
    public Claim claim(LedgerRequest request) {
        Optional<LedgerEntry> known = find(request.key());
        if (known.isPresent()) {
            return claim(known.get(), request);
        }
        String token = newToken();
        return write(request, token)
                ? new Claim.Granted(find(request.key()).orElseThrow(), token)
                : claim(find(request.key()).orElseThrow(), request);
    }

    @Override
    public Optional<LedgerEntry> find(RequestKey key) {
        return jdbc.sql(SELECT + " where caller = ? and request_id = ?")
                .params(key.caller(), key.requestId())
                .query((row, number) -> entry(row))
                .optional();
    }

    /** The time is read first: only a constant lets Derby use the index. */
    @Override
    public List<LedgerEntry> due(int max) {
        long now = jdbc.sql("values (epoch_millis())").query(Long.class).single();
        return jdbc.sql(SELECT + " where due_at <= ? or due_at > ? order by due_at fetch first " + max + " rows only")
                .params(now, now + HORIZON.toMillis())
                .query((row, number) -> entry(row))
                .list();
    }

    @Override
    public Optional<Resumed> resume(LedgerEntry entry) {
        return takeOver(entry).map(claim -> new Resumed(claim, demand(entry)));
    }

    @Override
    public Duration lease() {
        return lease;
    }

    @Override
    public boolean renew(Claim.Granted claim) {
        return jdbc.sql("update ledger_entry set due_at = epoch_millis() + " + lease.toMillis()
                                + " where caller = ? and request_id = ? and claim_token = ?")
                        .params(mine(claim))
                        .update()
                == 1;
    }

    @Override
    public boolean holds(Claim.Granted claim) {
        return jdbc.sql("select count(*) from ledger_entry where caller = ? and request_id = ? and claim_token = ?")
                        .params(mine(claim))
                        .query(Integer.class)
                        .single()
                == 1;
    }

    @Override
    public boolean submitting(Claim.Granted claim) {
        return jdbc.sql("update ledger_entry set state = ?, due_at = epoch_millis() + " + lease.toMillis()
                                + ", changed_at = ? where caller = ? and request_id = ? and claim_token = ? and "
                                + canBecome(RequestState.SUBMITTING))
                        .params(RequestState.SUBMITTING.name(), UtcTimestamp.of(clock.instant()))
                        .params(mine(claim))
                        .update()
                == 1;
    }

    @Override
    public boolean committed(Claim.Granted claim, DocumentRef document, boolean held) {
        return close(claim, held ? RequestState.HELD : RequestState.CONFIRMED, document, List.of());
    }

    @Override
    public boolean refused(Claim.Granted claim, List<Violation> violations) {
        return close(claim, RequestState.REFUSED, null, violations);
    }

    @Override
    public void release(Claim.Granted claim, boolean doubtful, Optional<Duration> next, List<Violation> why) {
        RequestState state = doubtful ? RequestState.UNKNOWN : RequestState.RECEIVED;
        String due = next.map(wait -> "epoch_millis() + " + Math.min(wait.toMillis(), HORIZON.toMillis()))
                .orElse("cast(null as bigint)");
        jdbc.sql("update ledger_entry set state = ?, violations = ?, claim_token = null, due_at = " + due
                        + ", changed_at = ? where caller = ? and request_id = ? and claim_token = ? and "
                        + canBecome(state))
                .params(state.name(), RecordJson.write(why), UtcTimestamp.of(clock.instant()))
                .params(mine(claim))
                .update();
    }

    @Override
    public Backlog backlog() {
        record Count(RequestState state, int entries) {}
        List<Count> counts = jdbc.sql("select state, count(*) as entries from ledger_entry where state in ("
                        + names(unfinished()) + ") group by state")
                .query((row, number) -> new Count(RequestState.valueOf(row.getString("state")), row.getInt("entries")))
                .list();
        return new Backlog(
                counts.stream()
                        .filter(count -> !count.state().isDoubtful())
                        .mapToInt(Count::entries)
                        .sum(),
                counts.stream()
                        .filter(count -> count.state().isDoubtful())
                        .mapToInt(Count::entries)
                        .sum());
    }

    private Claim claim(LedgerEntry entry, LedgerRequest request) {
        if (entry.kind() != request.kind() || !entry.digest().equals(request.digest())) {
            return new Claim.OtherContent(entry);
        }
        if (entry.state().isFinal()) {
            return new Claim.Finished(entry);
        }
        Optional<Claim.Granted> granted = takeOver(entry);
        return granted.isPresent() ? granted.get() : new Claim.InProgress(entry);
    }

    /** @return false when somebody else has written the request meanwhile */
    private boolean write(LedgerRequest request, String token) {
        Instant now = clock.instant();
        try {
            jdbc.sql(
                            "insert into ledger_entry (caller, request_id, kind, digest, demand, state, attempts, claim_token, due_at,"
                                    + " received_at, changed_at) values (?, ?, ?, ?, ?, ?, 1, ?, epoch_millis() + "
                                    + lease.toMillis() + ", ?, ?)")
                    .params(
                            request.key().caller(),
                            request.key().requestId(),
                            request.kind().name(),
                            request.digest())
                    .params(RecordJson.write(request.demand()), RequestState.RECEIVED.name(), token)
                    .params(UtcTimestamp.of(now), UtcTimestamp.of(now))
                    .update();
            return true;
        } catch (DuplicateKeyException writtenByAnother) {
            return false;
        }
    }

    /** The number of attempts tells whether somebody has worked on it since it was read. */
    private Optional<Claim.Granted> takeOver(LedgerEntry entry) {
        String token = newToken();
        int updated = jdbc.sql(
                        "update ledger_entry set claim_token = ?, attempts = attempts + 1, due_at = epoch_millis() + "
                                + lease.toMillis()
                                + " where caller = ? and request_id = ? and state = ? and attempts = ?"
                                + " and (claim_token is null or " + DUE + ")")
                .params(
                        token,
                        entry.key().caller(),
                        entry.key().requestId(),
                        entry.state().name(),
                        entry.attempts())
                .update();
        return updated == 1 ? Optional.of(new Claim.Granted(find(entry.key()).orElseThrow(), token)) : Optional.empty();
    }

    private boolean close(Claim.Granted claim, RequestState state, DocumentRef document, List<Violation> violations) {
        return jdbc.sql(
                                "update ledger_entry set state = ?, document_kind = ?, dataset = ?, document_id = ?, violations = ?,"
                                        + " demand = null, claim_token = null, due_at = null, changed_at = ?"
                                        + " where caller = ? and request_id = ? and claim_token = ? and "
                                        + canBecome(state))
                        .params(Arrays.asList(
                                state.name(),
                                document == null ? null : document.kind().name(),
                                document == null ? null : document.dataset(),
                                document == null ? null : document.id(),
                                RecordJson.write(violations),
                                UtcTimestamp.of(clock.instant())))
                        .params(mine(claim))
                        .update()
                == 1;
    }

    private Demand demand(LedgerEntry entry) {
        byte[] json = jdbc.sql("select demand from ledger_entry where caller = ? and request_id = ?")
                .params(entry.key().caller(), entry.key().requestId())
                .query((row, number) -> row.getBytes("demand"))
                .single();
        return RecordJson.read(json, entry.kind().demand());
    }

    private static LedgerEntry entry(ResultSet row) throws SQLException {
        long due = row.getLong("due_at");
        Optional<Duration> dueIn =
                row.wasNull() ? Optional.empty() : Optional.of(Duration.ofMillis(due - row.getLong("now_at")));
        return new LedgerEntry(
                new RequestKey(row.getString("caller"), row.getString("request_id")),
                RequestKind.valueOf(row.getString("kind")),
                row.getString("digest"),
                RequestState.valueOf(row.getString("state")),
                document(row),
                violations(row.getBytes("violations")),
                row.getInt("attempts"),
                dueIn,
                row.getString("claim_token") != null,
                UtcTimestamp.read(row, "received_at"),
                UtcTimestamp.read(row, "changed_at"));
    }

    private static List<Violation> violations(byte[] json) {
        return json == null ? List.of() : List.of(RecordJson.read(json, Violation[].class));
    }

    private static DocumentRef document(ResultSet row) throws SQLException {
        String kind = row.getString("document_kind");
        return kind == null
                ? null
                : new DocumentRef(
                        DocumentRef.Kind.valueOf(kind), row.getString("dataset"), row.getString("document_id"));
    }

    private static String canBecome(RequestState state) {
        return "state in (" + names(state.previous().stream()) + ")";
    }

    private static Stream<RequestState> unfinished() {
        return Arrays.stream(RequestState.values()).filter(state -> !state.isFinal());
    }

    private static String names(Stream<RequestState> states) {
        return states.map(state -> "'" + state.name() + "'").collect(Collectors.joining(", "));
    }

    private static List<?> mine(Claim.Granted claim) {
        RequestKey key = claim.entry().key();
        return List.of(key.caller(), key.requestId(), claim.token());
    }

    private static String newToken() {
        return UUID.randomUUID().toString();
    }
}
