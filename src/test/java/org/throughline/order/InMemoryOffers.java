package org.throughline.order;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.throughline.shared.AccountId;
import org.throughline.shared.OfferId;
import org.throughline.shared.OrderId;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;

/** Offers that last until the program ends. */
public final class InMemoryOffers implements Offers {

    private final Map<OfferId, Offer> rows = new HashMap<>();

    @Override
    public synchronized Offer add(Offer offer) {
        Offer first = rows.putIfAbsent(offer.id(), offer);
        return first == null ? offer : first;
    }

    @Override
    public synchronized Optional<Offer> find(OfferId id) {
        return Optional.ofNullable(rows.get(id));
    }

    @Override
    public synchronized Page<Offer> find(List<AccountId> accounts, PageRequest page) {
        List<Offer> found = rows.values().stream()
                .filter(offer -> accounts.contains(offer.account()))
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
                .filter(offer -> by.equals(offer.orderedBy()))
                .map(Offer::id)
                .findFirst();
    }

    private Optional<Offer> change(OfferId id, Offer.State from, Offer.State to, RequestKey by, OrderId order) {
        find(id).filter(offer -> offer.state() == from).ifPresent(offer -> {
            Offer changed =
                    new Offer(id, offer.terms(), offer.createdAt(), offer.validUntil(), offer.token(), to, by, order);
            rows.put(id, changed);
        });
        return find(id);
    }
}
