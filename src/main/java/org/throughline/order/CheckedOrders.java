package org.throughline.order;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.MaxAge;
import org.throughline.shared.PageRequest;
import org.throughline.shared.Remedy;
import org.throughline.shared.Retryable;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.Violation;

/**
 * Hands orders to an ERP and believes nothing that it answers: each order is read back by our reference and compared with what
 * was handed over. What is there twice is cancelled but for one. What is not what was handed over is cancelled and refused; when
 * the ERP does not let it be cancelled, it is reported as held, for a person.
 */
final class CheckedOrders {

    private static final System.Logger LOG = System.getLogger(CheckedOrders.class.getName());
    private static final PageRequest MORE_THAN_ONE = PageRequest.first(10);

    private final Orders orders;

    CheckedOrders(Orders orders) {
        this.orders = orders;
    }

    /**
     * As {@link Orders#create}.
     *
     * @throws ServiceFault also ORDER_ALTERED: nothing stands in the ERP; OUTCOME_UNKNOWN when what stands there could not
     *     be found out or put right
     */
    Order create(String reference, OrderDraft draft, UnaryOperator<OrderDraft> recheck) {
        List<OrderDraft> decided = new ArrayList<>();
        orders.create(reference, draft, wanted -> {
            decided.add(recheck.apply(wanted));
            return decided.get(decided.size() - 1);
        });
        Order order = find(reference).orElseThrow(() -> new ServiceFault(ErrorCode.OUTCOME_UNKNOWN.at("")));
        if (decided.isEmpty()) {
            return order;
        }
        OrderContent handedOver = decided.get(decided.size() - 1).content();
        return settled(order, Alterations.between(handedOver, order.content()));
    }

    /**
     * As {@link Orders#amend}. A change that the ERP has not kept as it was handed over cannot be taken back: the order is
     * reported as held, for a person.
     *
     * @throws ServiceFault OUTCOME_UNKNOWN also when the order could not be read back
     */
    Order amend(OrderChange change, OrderDraft draft, UnaryOperator<OrderDraft> recheck) {
        List<OrderDraft> decided = new ArrayList<>();
        Order answered = orders.amend(change, draft, wanted -> {
            decided.add(recheck.apply(wanted));
            return decided.get(decided.size() - 1);
        });
        if (decided.isEmpty()) {
            return answered;
        }
        Order order = readBack(change);
        List<Violation> alterations =
                Alterations.between(decided.get(decided.size() - 1).content(), order.content());
        return alterations.isEmpty() ? order : held(order, notKept(alterations));
    }

    private Order readBack(OrderChange change) {
        try {
            return orders.get(change.order(), MaxAge.LIVE).value();
        } catch (ServiceFault unreadable) {
            throw new ServiceFault(ErrorCode.OUTCOME_UNKNOWN.at(""), unreadable);
        }
    }

    /**
     * The order of an earlier attempt, of which it is not known any more how it was priced. Its customer may have been told of it
     * although the ledger was not, and may have had it amended since; then it is no longer what was asked for first, and right.
     *
     * @throws ServiceFault as {@link #create}
     */
    Optional<Order> earlier(String reference, List<AskedLine> asked) {
        return find(reference)
                .map(order -> order.isAmended() ? order : settled(order, Alterations.between(asked, order.content())));
    }

    /** The one order of a reference: the oldest, when the ERP has made more than one of it. */
    private Optional<Order> find(String reference) {
        List<Order> found = orders.find(ofReference(reference), MORE_THAN_ONE, MaxAge.LIVE)
                .value()
                .entries();
        List<Order> standing = found.stream().filter(Order::isAwaited).toList();
        if (standing.size() <= 1) {
            return standing.stream().findFirst().or(() -> found.stream().findFirst());
        }
        Order first = standing.get(standing.size() - 1);
        List<Order> doubles = standing.subList(0, standing.size() - 1);
        LOG.log(Level.WARNING, "the ERP has made {0} orders of one; {1} is kept", standing.size(), first.id());
        List<Order> left = doubles.stream().filter(each -> !isCancelled(each)).toList();
        return Optional.of(
                left.isEmpty() ? first : held(first, "The ERP has it more than once, also as " + ids(left) + "."));
    }

    private Order settled(Order order, List<Violation> alterations) {
        if (alterations.isEmpty()) {
            return order;
        }
        LOG.log(Level.WARNING, "the ERP has made something else of order {0}: {1}", order.id(), paths(alterations));
        if (!order.isAwaited() || isCancelled(order)) {
            throw new ServiceFault(alterations);
        }
        return held(order, notKept(alterations));
    }

    private static String notKept(List<Violation> alterations) {
        return "The ERP has not kept it as it was handed over: " + paths(alterations) + ".";
    }

    /**
     * Cancels an order.
     *
     * @return false when the ERP says no for good
     * @throws RuntimeException when it cannot be cancelled now: the outcome stays in doubt
     */
    private boolean isCancelled(Order order) {
        try {
            String reference = order.reference() + "/undone/" + order.id().value();
            orders.cancel(new OrderChange(order.id(), order.version(), reference, OrderChange.Kind.CANCELLATION));
            return true;
        } catch (ServiceFault no) {
            if (no.code().retryable() != Retryable.NO) {
                Remedy remedy = Remedy.of("Send the same request with the same request id again.");
                throw new ServiceFault(ErrorCode.OUTCOME_UNKNOWN.at("").withRemedy(remedy), no);
            }
            LOG.log(Level.WARNING, "order {0} cannot be cancelled: {1}", order.id(), no.getMessage());
            return false;
        }
    }

    private static Order held(Order order, String why) {
        List<Hold> holds = new ArrayList<>(order.holds());
        holds.add(new Hold(HoldReason.ALTERED, why));
        return new Order(
                order.id(),
                order.version(),
                order.reference(),
                order.content(),
                order.status(),
                holds,
                order.timeLine());
    }

    private static String ids(List<Order> orders) {
        return orders.stream().map(order -> order.id().value()).collect(Collectors.joining(", "));
    }

    private static String paths(List<Violation> violations) {
        return violations.stream().map(Violation::path).collect(Collectors.joining(", "));
    }

    private static OrderFilter ofReference(String reference) {
        return new OrderFilter(List.of(), null, null, null, null, null, null, null, reference);
    }
}
