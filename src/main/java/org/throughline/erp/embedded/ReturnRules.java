package org.throughline.erp.embedded;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.throughline.history.ReturnState;
import org.throughline.order.Order;
import org.throughline.order.OrderLine;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.Remedy;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.Violation;
import org.throughline.shared.Violations;

/** What may come back: never more than was shipped, never more than was authorised, and one step after the other. */
final class ReturnRules {

    private ReturnRules() {}

    /** @throws ServiceFault WRONG_STATE at return */
    static void requireStep(GoodsReturn from, ReturnState to) {
        Set<ReturnState> next = from.state().next();
        if (!next.contains(to)) {
            throw new ServiceFault(ErrorCode.WRONG_STATE
                    .at("return", "The return is " + from.state() + ".")
                    .withRemedy(
                            next.isEmpty()
                                    ? Remedy.of("Nothing can follow.")
                                    : Remedy.oneOf(
                                            "What may follow.",
                                            next.stream()
                                                    .map(Enum::name)
                                                    .sorted()
                                                    .toList())));
        }
    }

    /** @param comingBack what came back or is to come already, by number of the order's line */
    static void checkRequest(Order order, List<ReturnDesk.Wish> wishes, Map<Integer, BigDecimal> comingBack) {
        Violations violations = new Violations();
        if (wishes.isEmpty()) {
            violations.add(ErrorCode.INVALID_VALUE.at("lines", "Nothing is to come back."));
        }
        Map<Integer, OrderLine> lines = order.content().lines().stream().collect(toMap(OrderLine::number, identity()));
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < wishes.size(); i++) {
            ReturnDesk.Wish wish = wishes.get(i);
            OrderLine line = lines.get(wish.orderLine());
            if (line == null || !seen.add(wish.orderLine())) {
                violations.add(noLine("lines[" + i + "].line", line == null));
            } else {
                BigDecimal most =
                        line.progress().shipped().subtract(comingBack.getOrDefault(line.number(), BigDecimal.ZERO));
                checkQuantity("lines[" + i + "].quantity", wish.quantity(), most, violations);
            }
        }
        violations.throwIfAny();
    }

    /**
     * What arrived of each line of the return.
     *
     * @param arrived empty when all that was asked for came back and goes on stock; a line that is not named did not come
     * @throws ServiceFault INVALID_VALUE and INVALID_QUANTITY at lines[n]
     */
    static Map<Integer, ReturnDesk.Arrived> arrived(GoodsReturn expected, List<ReturnDesk.Arrived> arrived) {
        Violations violations = new Violations();
        Map<Integer, ReturnDesk.Arrived> found = new LinkedHashMap<>();
        for (GoodsReturn.Line line : expected.lines()) {
            BigDecimal all = arrived.isEmpty() ? line.quantity() : BigDecimal.ZERO;
            found.put(line.number(), new ReturnDesk.Arrived(line.number(), all, all));
        }
        Map<Integer, BigDecimal> most =
                expected.lines().stream().collect(toMap(GoodsReturn.Line::number, GoodsReturn.Line::quantity));
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < arrived.size(); i++) {
            ReturnDesk.Arrived part = arrived.get(i);
            if (!most.containsKey(part.line()) || !seen.add(part.line())) {
                violations.add(noLine("lines[" + i + "].line", !most.containsKey(part.line())));
                continue;
            }
            checkQuantity("lines[" + i + "].quantity", part.quantity(), most.get(part.line()), violations);
            if (part.restock().signum() < 0 || part.restock().compareTo(part.quantity()) > 0) {
                violations.add(tooMuch("lines[" + i + "].restock", part.quantity()));
            }
            found.put(part.line(), part);
        }
        violations.throwIfAny();
        return found;
    }

    private static void checkQuantity(String path, BigDecimal quantity, BigDecimal most, Violations violations) {
        if (quantity.signum() <= 0 || quantity.compareTo(most) > 0) {
            violations.add(tooMuch(path, most));
        }
    }

    private static Violation noLine(String path, boolean missing) {
        return ErrorCode.INVALID_VALUE.at(path, missing ? "There is no such line." : "The line stands here twice.");
    }

    private static Violation tooMuch(String path, BigDecimal most) {
        return new Violation(
                ErrorCode.INVALID_QUANTITY,
                path,
                "It must be above zero and no more than can come back.",
                Remedy.atMost("What can come back.", most.max(BigDecimal.ZERO)));
    }
}
