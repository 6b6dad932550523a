package org.throughline.order;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.throughline.pricing.PricedDocument;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.Violation;
import org.throughline.shared.Violations;

/**
 * Makes of an order and what is to be changed of it the order that it shall become, or says everything that is against
 * that. Writes nothing. Stock and credit are decided on later, by {@link OrderDesk#recheck}, when the order is locked and
 * what it has claimed itself is free.
 *
 * <p>The amended order is priced and taxed as of the order's own date, as if it had been ordered so then; see
 * {@link AmendedLines} for the prices that are kept all the same.
 */
final class AmendmentDesk {

    private final OrderSources sources;
    private final OrderIntake intake;
    private final Orders orders;

    AmendmentDesk(OrderSources sources, Orders orders, Clock clock) {
        this.sources = sources;
        this.intake = new OrderIntake(sources, orders, clock);
        this.orders = orders;
    }

    /**
     * @throws ServiceFault VERSION_CONFLICT, ORDER_NOT_AMENDABLE, LINE_NOT_FOUND, QUANTITY_BELOW_SHIPPED, INVALID_VALUE, and
     *     what createOrder says of lines, prices and totals; at paths of the amendment
     */
    OrderDraft draft(Order order, Amendment amendment) {
        AmendmentRules.requireOpen(order, amendment.expectedVersion());
        AmendedLines lines = AmendedLines.of(order, amendment);
        AmendmentPaths paths = new AmendmentPaths(amendment, lines.firstAdded());
        Violations violations = new Violations();
        AmendmentRules.check(order, amendment, violations);
        String usualWarehouse = orders.warehouseFor(order.content().account());
        List<WantedLine> wanted = wanted(lines, amendment, usualWarehouse, paths, violations);
        violations.throwIfAny();
        PricedDocument priced = priced(lines, wanted, paths);
        throwIfAny(TotalsCheck.compare(amendment.expected(), priced.totals()).stream()
                .map(paths::inAmendment)
                .toList());
        OrderContent content = lines.content(wanted, priced, usualWarehouse);
        throwIfAny(lines.lostGifts(content).stream().map(paths::inAmendment).toList());
        return new OrderDraft(content, amendment.onCreditShortage(), amendment.onStockShortage(), manual(order));
    }

    /** The order without what was neither shipped nor invoiced. */
    OrderDraft remainderCancelled(Order order, int expectedVersion) {
        AmendmentRules.requireOpen(order, expectedVersion);
        return draft(order, AmendedLines.withoutOpen(order));
    }

    private List<WantedLine> wanted(
            AmendedLines lines,
            Amendment amendment,
            String usualWarehouse,
            AmendmentPaths paths,
            Violations violations) {
        Violations ofLines = new Violations();
        LineChecks checks = intake.checks(lines.requested());
        checks.requiredDate(amendment.requiredDate(), Paths.REQUIRED_DATE).ifPresent(ofLines::add);
        List<WantedLine> wanted = lines.wanted(checks, usualWarehouse, ofLines);
        ofLines.found().stream().map(paths::inAmendment).forEach(violations::add);
        return wanted;
    }

    /** Once as if it were ordered so; and once more when prices that are kept have come out otherwise. */
    private PricedDocument priced(AmendedLines lines, List<WantedLine> wanted, AmendmentPaths paths) {
        OrderPricing pricing = lines.pricing(sources);
        Violations violations = new Violations();
        Optional<PricedDocument> anew = pricing.price(wanted, violations);
        List<WantedLine> keeping = lines.keepingPrices(wanted, anew, violations);
        if (anew.isPresent() && keeping.equals(wanted)) {
            return anew.get();
        }
        Violations remaining = new Violations();
        return pricing.price(keeping, remaining)
                .orElseThrow(() -> paths.inAmendment(new ServiceFault(remaining.found())));
    }

    /** What the back office has stopped stays so until the back office releases it. */
    private static List<Hold> manual(Order order) {
        return order.holds().stream()
                .filter(hold -> hold.reason() == HoldReason.MANUAL)
                .toList();
    }

    private static void throwIfAny(List<Violation> found) {
        if (!found.isEmpty()) {
            throw new ServiceFault(found);
        }
    }
}
