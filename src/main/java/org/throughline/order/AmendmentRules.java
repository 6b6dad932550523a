package org.throughline.order;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.Remedy;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.Violation;
import org.throughline.shared.Violations;

/** What can be changed of an order in the state that it is in. What was shipped or invoiced stays. */
final class AmendmentRules {

    /** All of them are looked at, so that everything is said at once. */
    private static final List<Rule> ALL = List.of(
            AmendmentRules::somethingChanges,
            AmendmentRules::addressOnlyBeforeDelivery,
            AmendmentRules::eachLineOnce,
            AmendmentRules::linesAreThere,
            AmendmentRules::giftsFollowFromTheRest,
            AmendmentRules::noLessThanShipped,
            AmendmentRules::priceOnlyBeforeDelivery,
            AmendmentRules::nothingShippedIsRemoved,
            AmendmentRules::somethingStays);

    private AmendmentRules() {}

    private interface Rule {
        void check(Order order, Amendment amendment, Violations violations);
    }

    /** @throws ServiceFault VERSION_CONFLICT at expectedVersion; ORDER_NOT_AMENDABLE at order */
    static void requireOpen(Order order, int expectedVersion) {
        if (order.version() != expectedVersion) {
            throw new ServiceFault(ErrorCode.VERSION_CONFLICT
                    .at("expectedVersion")
                    .withRemedy(Remedy.of("Read the order again, and decide again what to change.")));
        }
        if (!order.isAwaited()) {
            throw new ServiceFault(ErrorCode.ORDER_NOT_AMENDABLE
                    .at("order", "The order is cancelled or rejected.")
                    .withRemedy(Remedy.of("Create a new order.")));
        }
        if (order.content().lines().stream().noneMatch(line -> line.open().signum() > 0)) {
            throw new ServiceFault(ErrorCode.ORDER_NOT_AMENDABLE
                    .at("order", "Everything was shipped.")
                    .withRemedy(Remedy.of("Create a return for what is not wanted, a new order for what is missing.")));
        }
    }

    static void check(Order order, Amendment amendment, Violations violations) {
        ALL.forEach(rule -> rule.check(order, amendment, violations));
    }

    private static void somethingChanges(Order order, Amendment amendment, Violations violations) {
        if (amendment.isEmpty()) {
            violations.add(ErrorCode.INVALID_VALUE.at("", "The request changes nothing."));
        }
    }

    /** The tax of what was shipped or invoiced follows from where it went. */
    private static void addressOnlyBeforeDelivery(Order order, Amendment amendment, Violations violations) {
        boolean other = amendment.shipTo() != null
                && !Objects.equals(amendment.shipTo(), order.content().shipTo());
        if (other && order.content().lines().stream().anyMatch(OrderLine::isStarted)) {
            violations.add(ErrorCode.ORDER_NOT_AMENDABLE
                    .at("shipTo", "A part was shipped or invoiced to the address of the order.")
                    .withRemedy(Remedy.of("Cancel the rest, and order it to the other address.")));
        }
    }

    private static void eachLineOnce(Order order, Amendment amendment, Violations violations) {
        Set<Integer> named = new HashSet<>();
        for (int i = 0; i < amendment.lines().size(); i++) {
            if (!named.add(amendment.lines().get(i).number())) {
                violations.add(twice(AmendmentPaths.line(i, "number")));
            }
        }
        for (int i = 0; i < amendment.removed().size(); i++) {
            if (!named.add(amendment.removed().get(i))) {
                violations.add(twice(AmendmentPaths.removed(i)));
            }
        }
    }

    private static Violation twice(String path) {
        return ErrorCode.INVALID_VALUE.at(path, "The line is named twice in the request.");
    }

    private static void linesAreThere(Order order, Amendment amendment, Violations violations) {
        for (int i = 0; i < amendment.lines().size(); i++) {
            if (order.line(amendment.lines().get(i).number()).isEmpty()) {
                violations.add(unknown(order, AmendmentPaths.line(i, "number")));
            }
        }
        for (int i = 0; i < amendment.removed().size(); i++) {
            if (order.line(amendment.removed().get(i)).isEmpty()) {
                violations.add(unknown(order, AmendmentPaths.removed(i)));
            }
        }
    }

    private static Violation unknown(Order order, String path) {
        return ErrorCode.LINE_NOT_FOUND
                .at(path)
                .withRemedy(Remedy.oneOf(
                        "These are the lines.", numbers(order.content().lines())));
    }

    private static void giftsFollowFromTheRest(Order order, Amendment amendment, Violations violations) {
        for (int i = 0; i < amendment.lines().size(); i++) {
            if (order.line(amendment.lines().get(i).number())
                    .filter(OrderLine::isGift)
                    .isPresent()) {
                violations.add(gift(AmendmentPaths.line(i, "number")));
            }
        }
        for (int i = 0; i < amendment.removed().size(); i++) {
            if (order.line(amendment.removed().get(i)).filter(OrderLine::isGift).isPresent()) {
                violations.add(gift(AmendmentPaths.removed(i)));
            }
        }
    }

    private static Violation gift(String path) {
        return ErrorCode.INVALID_VALUE.at(path, "A promotion gives the line; it follows from what is bought.");
    }

    private static void noLessThanShipped(Order order, Amendment amendment, Violations violations) {
        for (int i = 0; i < amendment.lines().size(); i++) {
            Amendment.LineChange change = amendment.lines().get(i);
            BigDecimal least =
                    order.line(change.number()).map(OrderLine::settled).orElse(BigDecimal.ZERO);
            if (change.quantity() != null && change.quantity().compareTo(least) < 0) {
                violations.add(ErrorCode.QUANTITY_BELOW_SHIPPED
                        .at(AmendmentPaths.line(i, "quantity"))
                        .withRemedy(Remedy.atLeast(
                                "Ask for no less than was shipped or invoiced, and create a return for what is not wanted.",
                                least)));
            }
        }
    }

    private static void priceOnlyBeforeDelivery(Order order, Amendment amendment, Violations violations) {
        for (int i = 0; i < amendment.lines().size(); i++) {
            Amendment.LineChange change = amendment.lines().get(i);
            if (change.agreed() != null
                    && order.line(change.number()).filter(OrderLine::isStarted).isPresent()) {
                violations.add(ErrorCode.ORDER_NOT_AMENDABLE
                        .at(
                                AmendmentPaths.line(i, "agreedUnitPrice"),
                                "A part was shipped or invoiced at the price of the order.")
                        .withRemedy(
                                Remedy.of("Reduce the line to what was shipped, and add the rest at the new price.")));
            }
        }
    }

    private static void nothingShippedIsRemoved(Order order, Amendment amendment, Violations violations) {
        for (int i = 0; i < amendment.removed().size(); i++) {
            if (order.line(amendment.removed().get(i))
                    .filter(OrderLine::isStarted)
                    .isPresent()) {
                violations.add(ErrorCode.QUANTITY_BELOW_SHIPPED
                        .at(AmendmentPaths.removed(i), "A part of the line was shipped or invoiced.")
                        .withRemedy(Remedy.oneOf(
                                "These lines can still be removed; create a return for what was shipped.",
                                numbers(removable(order)))));
            }
        }
    }

    private static void somethingStays(Order order, Amendment amendment, Violations violations) {
        boolean stays = order.content().lines().stream()
                .filter(line -> !line.isGift())
                .anyMatch(line -> !amendment.removed().contains(line.number()));
        if (!stays && amendment.added().isEmpty()) {
            violations.add(ErrorCode.INVALID_VALUE
                    .at("removedLine", "An order has at least one line.")
                    .withRemedy(Remedy.of("Use cancelOrder to take back the whole order.")));
        }
    }

    private static List<OrderLine> removable(Order order) {
        return order.content().lines().stream()
                .filter(line -> !line.isGift() && !line.isStarted())
                .toList();
    }

    private static List<String> numbers(List<OrderLine> lines) {
        return lines.stream().map(line -> String.valueOf(line.number())).toList();
    }
}
