package org.throughline.erp.tryton;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.throughline.order.OrderEvent;
import tools.jackson.databind.JsonNode;

/** What Tryton's history of sales (module sale_history) tells: each transaction that changed a sale is a revision of it. */
final class SaleHistory {

    private static final String REVISIONS = "model.sale.sale.history_revisions";
    private static final Map<Sale.State, OrderEvent.Kind> STEPS = Map.of(
            Sale.State.QUOTATION, OrderEvent.Kind.QUOTED,
            Sale.State.CONFIRMED, OrderEvent.Kind.CONFIRMED,
            Sale.State.CANCELLED, OrderEvent.Kind.CANCELLED);

    private final TrytonClient tryton;

    SaleHistory(TrytonClient tryton) {
        this.tryton = tryton;
    }

    /** A state of a sale, with its lines, that once was. */
    record Revision(long sale, Instant at, String actor) {}

    /** The revisions of each sale, the oldest first. A sale without history has none. */
    Map<Long, List<Revision>> of(Collection<Long> sales) {
        return sales.isEmpty()
                ? Map.of()
                : StreamSupport.stream(
                                tryton.ask(REVISIONS, List.of(List.copyOf(sales)), Map.of())
                                        .spliterator(),
                                false)
                        .map(SaleHistory::revision)
                        .collect(groupingBy(Revision::sale))
                        .entrySet()
                        .stream()
                        .collect(toMap(Map.Entry::getKey, entry -> distinct(entry.getValue())));
    }

    /** Which steps a sale has taken, and when; asks for each revision. */
    List<OrderEvent> steps(Sale sale, List<Revision> revisions) {
        List<OrderEvent> steps = new ArrayList<>();
        Sale.State last = Sale.State.DRAFT;
        for (Revision revision : revisions) {
            Sale.State state = stateAt(sale.id(), revision.at());
            if (state != last) {
                step(last, state, sale)
                        .map(kind -> new OrderEvent(revision.at(), kind, revision.actor(), null))
                        .ifPresent(steps::add);
            }
            last = state;
        }
        return steps;
    }

    /**
     * What is set back to a draft is changed by somebody. A sale that was cancelled while it was processed ends as one that is
     * done.
     */
    private static Optional<OrderEvent.Kind> step(Sale.State last, Sale.State state, Sale sale) {
        if (state == Sale.State.DRAFT && last != Sale.State.CANCELLED) {
            return Optional.of(OrderEvent.Kind.AMENDED);
        }
        return state == Sale.State.DONE && sale.isCancelled()
                ? Optional.of(OrderEvent.Kind.CANCELLED)
                : Optional.ofNullable(STEPS.get(state));
    }

    private Sale.State stateAt(long sale, Instant at) {
        return new Sale(tryton.read(Sale.MODEL, List.of(sale), List.of("state"), Map.of("_datetime", at))
                        .get(0))
                .state();
    }

    /** Tryton lists a transaction once for each table that it has changed. */
    private static List<Revision> distinct(List<Revision> all) {
        TreeMap<Instant, Revision> byTime = new TreeMap<>();
        all.forEach(revision -> byTime.putIfAbsent(revision.at(), revision));
        return List.copyOf(byTime.values());
    }

    private static Revision revision(JsonNode row) {
        return new Revision(
                row.get(1).asLong(), TrytonJson.instant(row.get(0)), row.get(2).asString(""));
    }
}
