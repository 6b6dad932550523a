package org.throughline.order;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.throughline.account.ExchangeRates;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.Violation;

/**
 * What makes an order wait until somebody approves it. Each rule that does not pass is a hold of its own, with a reason of
 * its own; the texts tell no limits and no costs, because callers read them.
 */
final class ApprovalRules {

    /** A rule says what the order waits for; nothing when it passes. */
    interface Rule extends Function<ApprovalCase, List<Hold>> {}

    static final List<Rule> IN_ORDER = List.of(
            ApprovalRules::value,
            ApprovalRules::margin,
            ApprovalRules::credit,
            ApprovalRules::newCustomer,
            ApprovalRules::priceOverride);

    private ApprovalRules() {}

    /**
     * Everything that an order waits for, each reason once.
     *
     * @param creditObjections empty when credit is not to be waited for
     * @throws org.throughline.shared.ServiceFault NO_EXCHANGE_RATE
     */
    static List<Hold> holds(
            OrderContent order, List<Violation> creditObjections, ApprovalPolicy policy, ExchangeRates rates) {
        ApprovalCase looked = new ApprovalCase(order, creditObjections, policy, rates);
        Map<HoldReason, Hold> found = new LinkedHashMap<>();
        IN_ORDER.stream()
                .flatMap(rule -> rule.apply(looked).stream())
                .forEach(hold -> found.merge(hold.reason(), hold, ApprovalRules::together));
        return List.copyOf(found.values());
    }

    private static List<Hold> value(ApprovalCase order) {
        boolean passes = order.limits().value().filter(order::isWorthMoreThan).isEmpty();
        return hold(passes, HoldReason.VALUE, "The order is worth more than is placed without approval.");
    }

    private static List<Hold> margin(ApprovalCase order) {
        boolean passes =
                order.limits().marginPercent().filter(order::earnsLessThan).isEmpty();
        return hold(passes, HoldReason.MARGIN, "The order earns less than is placed without approval.");
    }

    private static List<Hold> credit(ApprovalCase order) {
        return order.creditObjections().stream()
                .map(objection -> new Hold(
                        objection.code() == ErrorCode.ACCOUNT_ON_HOLD ? HoldReason.ACCOUNT : HoldReason.CREDIT,
                        objection.message()))
                .toList();
    }

    private static List<Hold> newCustomer(ApprovalCase order) {
        boolean passes = !order.limits().newCustomers() || !order.isTheFirstOrder();
        return hold(passes, HoldReason.NEW_CUSTOMER, "No order of the account was approved before.");
    }

    private static List<Hold> priceOverride(ApprovalCase order) {
        boolean passes = !order.limits().priceOverrides()
                || order.order().lines().stream().noneMatch(line -> line.price().isOverridden());
        return hold(passes, HoldReason.PRICE_OVERRIDE, "A price was agreed with the customer beside those of the ERP.");
    }

    private static List<Hold> hold(boolean passes, HoldReason reason, String text) {
        return passes ? List.of() : List.of(new Hold(reason, text));
    }

    private static Hold together(Hold one, Hold other) {
        return new Hold(one.reason(), one.text() + " " + other.text());
    }
}
