package org.throughline.order;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.throughline.shared.Violation;

/** A ledger that is as good as any until the program ends. Its clock is the one that it was made with. */
public final class InMemoryLedger implements Ledger {

    private record Row(LedgerEntry entry, Demand demand, String token, Instant dueAt) {}

    private final Map<RequestKey, Row> rows = new HashMap<>();
    private final Clock clock;
    private final Duration lease;

    public InMemoryLedger(Clock clock) {
        this(clock, Duration.ofSeconds(60));
    }

    InMemoryLedger(Clock clock, Duration lease) {
        this.clock = clock;
        this.lease = lease;
    }

    /** Requests handed over by way of a new ledger. */
    public static HandingOver handingOver(Clock clock) {
        return handingOver(new InMemoryLedger(clock), clock);
    }

    static HandingOver handingOver(Ledger ledger, Clock clock) {
        return new HandingOver(ledger, Workers.CALLERS, Backoff.USUAL, clock);
    }

    @Override
    public synchronized Claim claim(LedgerRequest request) {
        Row row = rows.get(request.key());
        if (row == null) {
            return granted(first(request), request.demand());
        }
        LedgerEntry entry = row.entry();
        if (entry.kind() != request.kind() || !entry.digest().equals(request.digest())) {
            return new Claim.OtherContent(entry);
        }
        if (entry.state().isFinal()) {
            return new Claim.Finished(entry);
        }
        return isFree(row) ? granted(next(entry), row.demand()) : new Claim.InProgress(entry);
    }

    @Override
    public synchronized Optional<LedgerEntry> find(RequestKey key) {
        return Optional.ofNullable(rows.get(key)).map(this::told);
    }

    @Override
    public synchronized List<LedgerEntry> due(int max) {
        return rows.values().stream()
                .filter(row -> row.dueAt() != null && !row.dueAt().isAfter(clock.instant()))
                .sorted(Comparator.comparing(Row::dueAt))
                .limit(max)
                .map(this::told)
                .toList();
    }

    @Override
    public synchronized Optional<Resumed> resume(LedgerEntry entry) {
        Row row = rows.get(entry.key());
        boolean unchanged =
                row.entry().attempts() == entry.attempts() && row.entry().state() == entry.state();
        return unchanged && isFree(row)
                ? Optional.of(new Resumed(granted(next(row.entry()), row.demand()), row.demand()))
                : Optional.empty();
    }

    @Override
    public Duration lease() {
        return lease;
    }

    @Override
    public synchronized boolean renew(Claim.Granted claim) {
        return holds(claim)
                && change(claim, rows.get(claim.entry().key()).entry().state(), null, List.of(), claim.token(), lease);
    }

    @Override
    public synchronized boolean holds(Claim.Granted claim) {
        return claim.token().equals(rows.get(claim.entry().key()).token());
    }

    @Override
    public boolean submitting(Claim.Granted claim) {
        return change(claim, RequestState.SUBMITTING, null, List.of(), claim.token(), lease);
    }

    @Override
    public boolean committed(Claim.Granted claim, DocumentRef document, boolean held) {
        return change(claim, held ? RequestState.HELD : RequestState.CONFIRMED, document, List.of(), null, null);
    }

    @Override
    public boolean refused(Claim.Granted claim, List<Violation> violations) {
        return change(claim, RequestState.REFUSED, null, violations, null, null);
    }

    @Override
    public void release(Claim.Granted claim, boolean doubtful, Optional<Duration> next, List<Violation> why) {
        change(claim, doubtful ? RequestState.UNKNOWN : RequestState.RECEIVED, null, why, null, next.orElse(null));
    }

    @Override
    public synchronized Backlog backlog() {
        List<RequestState> open = rows.values().stream()
                .map(row -> row.entry().state())
                .filter(state -> !state.isFinal())
                .toList();
        int doubtful = (int) open.stream().filter(RequestState::isDoubtful).count();
        return new Backlog(open.size() - doubtful, doubtful);
    }

    private Claim.Granted granted(LedgerEntry entry, Demand demand) {
        String token = UUID.randomUUID().toString();
        Row row = new Row(entry, demand, token, clock.instant().plus(lease));
        rows.put(entry.key(), row);
        return new Claim.Granted(told(row), token);
    }

    private boolean isFree(Row row) {
        return row.token() == null || !row.dueAt().isAfter(clock.instant());
    }

    private LedgerEntry first(LedgerRequest request) {
        return new LedgerEntry(
                request.key(),
                request.kind(),
                request.digest(),
                RequestState.RECEIVED,
                null,
                List.of(),
                1,
                Optional.empty(),
                true,
                clock.instant(),
                clock.instant());
    }

    private static LedgerEntry next(LedgerEntry old) {
        return copy(old, old.state(), old.document(), old.violations(), old.attempts() + 1, old.changedAt());
    }

    /** With what depends on the time. */
    private LedgerEntry told(Row row) {
        LedgerEntry entry = row.entry();
        return new LedgerEntry(
                entry.key(),
                entry.kind(),
                entry.digest(),
                entry.state(),
                entry.document(),
                entry.violations(),
                entry.attempts(),
                Optional.ofNullable(row.dueAt()).map(due -> Duration.between(clock.instant(), due)),
                row.token() != null,
                entry.receivedAt(),
                entry.changedAt());
    }

    private synchronized boolean change(
            Claim.Granted claim,
            RequestState state,
            DocumentRef document,
            List<Violation> violations,
            String token,
            Duration due) {
        Row row = rows.get(claim.entry().key());
        boolean renewed = token != null && state == row.entry().state();
        if (!claim.token().equals(row.token())
                || !renewed && !row.entry().state().next().contains(state)) {
            return false;
        }
        LedgerEntry entry =
                copy(row.entry(), state, document, violations, row.entry().attempts(), clock.instant());
        Instant dueAt = due == null ? null : clock.instant().plus(due);
        rows.put(entry.key(), new Row(entry, row.demand(), token, dueAt));
        return true;
    }

    private static LedgerEntry copy(
            LedgerEntry old,
            RequestState state,
            DocumentRef document,
            List<Violation> violations,
            int attempts,
            Instant changedAt) {
        return new LedgerEntry(
                old.key(),
                old.kind(),
                old.digest(),
                state,
                document,
                new ArrayList<>(violations),
                attempts,
                Optional.empty(),
                true,
                old.receivedAt(),
                changedAt);
    }
}
