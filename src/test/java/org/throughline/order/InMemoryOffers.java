package org.throughline.order;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.throughline.shared.AccountId;
import org.throughline.shared.OfferId;
import org.throughline.shared.OrderId;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;

/** Offers that last until the program ends. */
public final class InMemoryOffers implements Offers {

    private static final Duration LEASE = Duration.ofSeconds(60);

    private record Row(String digest, String token, Instant claimedUntil, Offer offer) {}

    private final Map<OfferId, Row> rows = new HashMap<>();
    private final Clock clock;

    public InMemoryOffers(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Claim claim(OfferId id, RequestKey request, String digest) {
        Row row = rows.get(id);
        if (row != null && !row.digest().equals(digest)) {
            return new OtherContent();
        }
        if (row != null && row.offer() != null) {
            return new Made(row.offer());
        }
        if (row != null && row.claimedUntil().isAfter(clock.instant())) {
            return new InProgress();
        }
        String token = UUID.randomUUID().toString();
        rows.put(id, new Row(digest, token, clock.instant().plus(LEASE), null));
        return new Granted(id, token);
    }

    @Override
    public synchronized boolean holds(Granted claim) {
        Row row = rows.get(claim.id());
        return row != null && claim.token().equals(row.token());
    }

    @Override
    public synchronized boolean complete(Granted claim, Offer offer) {
        boolean mine = holds(claim);
        if (mine) {
            rows.put(claim.id(), new Row(rows.get(claim.id()).digest(), null, null, offer));
        }
        return mine;
    }

    @Override
    public synchronized boolean abandon(Granted claim) {
        return holds(claim) && rows.remove(claim.id()) != null;
    }

    @Override
    public synchronized Optional<Offer> find(OfferId id) {
        return Optional.ofNullable(rows.get(id)).map(Row::offer);
    }

    @Override
    public synchronized Page<Offer> find(List<AccountId> accounts, PageRequest page) {
        List<Offer> found = rows.values().stream()
                .map(Row::offer)
                .filter(offer -> offer != null && accounts.contains(offer.account()))
                .sorted(Comparator.comparing(Offer::createdAt).reversed())
                .limit(page.size())
                .toList();
        return new Page<>(found, Optional.empty());
    }

    @Override
    public synchronized Optional<Offer> startOrdering(OfferId id, RequestKey by) {
        return change(id, Offer.State.OPEN, Offer.State.ORDERING, by, null);
    }

    @Override
    public synchronized void ordered(RequestKey by, OrderId order) {
        orderedBy(by).ifPresent(id -> change(id, Offer.State.ORDERING, Offer.State.ORDERED, by, order));
    }

    @Override
    public synchronized void reopen(RequestKey by) {
        orderedBy(by).ifPresent(id -> change(id, Offer.State.ORDERING, Offer.State.OPEN, null, null));
    }

    @Override
    public synchronized Optional<Offer> cancel(OfferId id) {
        return change(id, Offer.State.OPEN, Offer.State.CANCELLED, null, null);
    }

    private Optional<OfferId> orderedBy(RequestKey by) {
        return rows.values().stream()
                .map(Row::offer)
                .filter(offer -> offer != null && by.equals(offer.orderedBy()))
                .map(Offer::id)
                .findFirst();
    }

    private Optional<Offer> change(OfferId id, Offer.State from, Offer.State to, RequestKey by, OrderId order) {
        find(id).filter(offer -> offer.state() == from).ifPresent(offer -> {
            Offer changed =
                    new Offer(id, offer.terms(), offer.createdAt(), offer.validUntil(), offer.token(), to, by, order);
            rows.put(id, new Row(rows.get(id).digest(), null, null, changed));
        });
        return find(id);
    }
}
