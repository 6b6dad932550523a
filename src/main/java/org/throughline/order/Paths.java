package org.throughline.order;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.throughline.shared.Violation;

/** Where things stand in an order request. */
final class Paths {

    static final String CUSTOMER = "order.customer";
    static final String CURRENCY = "order.currency";
    static final String REQUIRED_DATE = "order.requiredDate";

    private static final Pattern LINE = Pattern.compile("line\\[(\\d+)](.*)");

    private Paths() {}

    /** @param index 0 for the first line */
    static String line(int index, String element) {
        return "order.line[" + index + "]." + element;
    }

    /**
     * Moves what another capability said about some of the lines to where they stand in the order.
     *
     * @param lines the indexes that the lines have in the order
     */
    static Violation inOrder(Violation violation, List<Integer> lines) {
        Matcher line = LINE.matcher(violation.path());
        String path = line.matches()
                ? "order.line[" + lines.get(Integer.parseInt(line.group(1))) + "]" + line.group(2)
                : violation.path().isEmpty() ? "order" : "order." + violation.path();
        return violation.at(path);
    }
}
