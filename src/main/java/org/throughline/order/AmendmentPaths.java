package org.throughline.order;

import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.Violation;

/**
 * Where things stand in a request that amends an order. Lines that the request does not name are said to be at
 * {@code order.line[n]}, where n is one less than the number of the line.
 *
 * @param firstAdded number that the first added line gets
 */
record AmendmentPaths(Amendment amendment, int firstAdded) {

    private static final Pattern LINE = Pattern.compile("order\\.line\\[(\\d+)]\\.(.*)");
    private static final Pattern OTHER = Pattern.compile("order\\.(requiredDate|expected|shipTo)(.*)");

    static AmendmentPaths of(Order order, Amendment amendment) {
        return new AmendmentPaths(amendment, AmendedLines.of(order, amendment).firstAdded());
    }

    /** Runs something that says what is wrong at places of an order. */
    <T> T tell(Supplier<T> decision) {
        try {
            return decision.get();
        } catch (ServiceFault fault) {
            throw inAmendment(fault);
        }
    }

    /** @param position of the change in the request, 0 for the first */
    static String line(int position, String element) {
        return "line[" + position + "]." + element;
    }

    static String removed(int position) {
        return "removedLine[" + position + "]";
    }

    ServiceFault inAmendment(ServiceFault fault) {
        return new ServiceFault(
                fault.violations().stream().map(this::inAmendment).toList(), fault);
    }

    Violation inAmendment(Violation violation) {
        Matcher line = LINE.matcher(violation.path());
        if (line.matches()) {
            return violation.at(lineOf(Integer.parseInt(line.group(1)) + 1, line.group(2), violation.path()));
        }
        Matcher other = OTHER.matcher(violation.path());
        if (other.matches()) {
            return violation.at(other.group(1) + other.group(2));
        }
        return violation.path().startsWith("order.") ? violation.at("order") : violation;
    }

    private String lineOf(int number, String element, String otherwise) {
        int position = amendment.positionOf(number);
        if (position >= 0) {
            return line(position, element);
        }
        int added = number - firstAdded;
        return added >= 0 && added < amendment.added().size() ? "addedLine[" + added + "]." + element : otherwise;
    }
}
