package org.throughline.order;

import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.throughline.order.Bills.BilledOrder;
import org.throughline.order.Differences.Difference;
import org.throughline.order.Mismatch.Stage;
import org.throughline.shared.AccountId;
import org.throughline.shared.Answer;
import org.throughline.shared.MaxAge;
import org.throughline.shared.OrderId;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;
import org.throughline.shared.Violation;

/**
 * Compares, while the service runs, what must be equal: each order with what was computed when it was placed, the invoices of
 * an order with the order. What differs is written down; nothing is stopped for it.
 */
public final class Parity {

    private static final System.Logger LOG = System.getLogger(Parity.class.getName());
    private static final int INVOICES = 200;

    private final Mismatches mismatches;
    private final Clock clock;

    public Parity(Mismatches mismatches, Clock clock) {
        this.mismatches = mismatches;
        this.clock = clock;
    }

    /** The same orders; each that is placed there is compared with its draft. */
    public Orders watching(Orders orders) {
        return new Watched(orders);
    }

    /**
     * Compares the invoices that came about since the last time. What came about before the very first time is not looked
     * at. Several nodes may do so at the same time: each mismatch is written down once.
     *
     * @return how many orders were compared
     */
    public int compareInvoices(String dataset, Bills bills) {
        Optional<String> position = mismatches.position(dataset);
        if (position.isEmpty()) {
            mismatches.moveOn(dataset, null, bills.now(), List.of());
            return 0;
        }
        Bills.Found found = bills.after(position.get(), INVOICES);
        List<Mismatch> differing = new ArrayList<>();
        found.orders().forEach(billed -> differing.addAll(mismatches(billed)));
        if (!found.position().equals(position.get())) {
            mismatches.moveOn(dataset, position.get(), found.position(), differing);
        }
        return found.orders().size();
    }

    private List<Mismatch> mismatches(BilledOrder billed) {
        String last = billed.bills().isEmpty()
                ? null
                : billed.bills().get(billed.bills().size() - 1).id();
        return Differences.between(billed.order().content(), billed.bills()).stream()
                .map(difference -> mismatch(Stage.INVOICE, billed.order().id(), last, difference))
                .toList();
    }

    private void compare(OrderDraft computed, Order stored) {
        try {
            List<Difference> differences = Differences.between(computed.content(), stored.content());
            if (!differences.isEmpty()) {
                mismatches.add(differences.stream()
                        .map(difference -> mismatch(Stage.ORDER, stored.id(), null, difference))
                        .toList());
            }
        } catch (RuntimeException notWritten) {
            LOG.log(Level.WARNING, "an order differs from its simulation, which could not be written down", notWritten);
        }
    }

    private Mismatch mismatch(Stage stage, OrderId order, String invoice, Difference difference) {
        return new Mismatch(
                clock.instant(),
                stage,
                order.dataset(),
                order.value(),
                invoice,
                difference.path(),
                difference.expected(),
                difference.found());
    }

    private final class Watched implements Orders {

        private final Orders orders;

        private Watched(Orders orders) {
            this.orders = orders;
        }

        /** An order that was there already is not compared: it was when it was placed. */
        @Override
        public Order create(String reference, OrderDraft draft, UnaryOperator<OrderDraft> recheck) {
            List<OrderDraft> decided = new ArrayList<>();
            Order order = orders.create(reference, draft, remembering(recheck, decided));
            compare(decided, order);
            return order;
        }

        @Override
        public Answer<Order> get(OrderId id, MaxAge maxAge) {
            return orders.get(id, maxAge);
        }

        @Override
        public Answer<Page<Order>> find(OrderFilter filter, PageRequest page, MaxAge maxAge) {
            return orders.find(filter, page, maxAge);
        }

        @Override
        public Optional<Order> findByReference(String reference) {
            return orders.findByReference(reference);
        }

        @Override
        public String warehouseFor(AccountId account) {
            return orders.warehouseFor(account);
        }

        @Override
        public List<Violation> objections(OrderContent order) {
            return orders.objections(order);
        }

        @Override
        public Order amend(OrderChange change, OrderDraft draft, UnaryOperator<OrderDraft> recheck) {
            List<OrderDraft> decided = new ArrayList<>();
            Order order = orders.amend(change, draft, remembering(recheck, decided));
            compare(decided, order);
            return order;
        }

        @Override
        public Order cancel(OrderChange change) {
            return orders.cancel(change);
        }

        @Override
        public Optional<Order> findByChange(String reference) {
            return orders.findByChange(reference);
        }

        private UnaryOperator<OrderDraft> remembering(UnaryOperator<OrderDraft> recheck, List<OrderDraft> decided) {
            return wanted -> {
                OrderDraft rechecked = recheck.apply(wanted);
                decided.add(rechecked);
                return rechecked;
            };
        }

        private void compare(List<OrderDraft> decided, Order order) {
            if (!decided.isEmpty()) {
                Parity.this.compare(decided.get(decided.size() - 1), order);
            }
        }
    }
}
