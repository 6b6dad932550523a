package org.throughline.order;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.throughline.order.LedgerEntry.State;
import org.throughline.shared.OrderId;
import org.throughline.shared.Violation;

/** A ledger that is as good as any until the program ends. */
public final class InMemoryLedger implements Ledger {

    private static final Duration LEASE = Duration.ofSeconds(60);

    private record Row(LedgerEntry entry, String token, Instant claimedUntil) {}

    private final Map<RequestKey, Row> rows = new HashMap<>();
    private final Clock clock;

    public InMemoryLedger(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Claim claim(RequestKey key, String digest) {
        Row row = rows.get(key);
        if (row == null) {
            return granted(
                    new LedgerEntry(key, digest, State.RECEIVED, null, List.of(), clock.instant(), clock.instant()));
        }
        if (!row.entry().digest().equals(digest)) {
            return new Claim.OtherContent(row.entry());
        }
        if (row.entry().state().isFinal()) {
            return new Claim.Finished(row.entry());
        }
        boolean claimed = row.token() != null && row.claimedUntil().isAfter(clock.instant());
        return claimed ? new Claim.InProgress(row.entry()) : granted(row.entry());
    }

    @Override
    public synchronized Optional<LedgerEntry> find(RequestKey key) {
        return Optional.ofNullable(rows.get(key)).map(Row::entry);
    }

    @Override
    public boolean submitting(Claim.Granted claim) {
        return change(claim, State.SUBMITTING, null, List.of(), claim.token());
    }

    @Override
    public boolean placed(Claim.Granted claim, OrderId orderId, boolean held) {
        return change(claim, held ? State.HELD : State.CONFIRMED, orderId, List.of(), null);
    }

    @Override
    public boolean refused(Claim.Granted claim, List<Violation> violations) {
        return change(claim, State.REFUSED, null, violations, null);
    }

    @Override
    public void release(Claim.Granted claim, boolean doubtful) {
        change(claim, doubtful ? State.UNKNOWN : State.RECEIVED, null, List.of(), null);
    }

    private Claim granted(LedgerEntry entry) {
        String token = UUID.randomUUID().toString();
        rows.put(entry.key(), new Row(entry, token, clock.instant().plus(LEASE)));
        return new Claim.Granted(entry, token);
    }

    private synchronized boolean change(
            Claim.Granted claim, State state, OrderId orderId, List<Violation> violations, String token) {
        Row row = rows.get(claim.entry().key());
        if (!claim.token().equals(row.token())) {
            return false;
        }
        LedgerEntry old = row.entry();
        LedgerEntry entry =
                new LedgerEntry(old.key(), old.digest(), state, orderId, violations, old.receivedAt(), clock.instant());
        rows.put(old.key(), new Row(entry, token, clock.instant().plus(LEASE)));
        return true;
    }
}
