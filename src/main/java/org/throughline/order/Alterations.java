package org.throughline.order;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.throughline.shared.DocumentTotals;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.Remedy;
import org.throughline.shared.Violation;

/**
 * Finds what an ERP has made something else of: lines that it dropped or added, totals that it left out or computed in
 * another way. Roundings are none: an amount may differ by one minor unit for each line.
 */
final class Alterations {

    private static final String NOTHING = "nothing";
    private static final Remedy REMEDY =
            Remedy.of("Ask the administrator why the ERP changes it, then order with a new request id.");

    private final List<Violation> found = new ArrayList<>();
    private final BigDecimal rounding;

    private Alterations(OrderContent stored) {
        this.rounding = BigDecimal.valueOf(
                Math.max(1, stored.lines().size()),
                Math.max(0, stored.currency().getDefaultFractionDigits()));
    }

    /** Where an order is not what was handed over. */
    static List<Violation> between(OrderContent handedOver, OrderContent stored) {
        Alterations alterations = new Alterations(stored);
        alterations.same(
                Paths.CUSTOMER, handedOver.account().value(), stored.account().value());
        alterations.same(Paths.CURRENCY, handedOver.currency(), stored.currency());
        List<OrderLine> others =
                alterations.lines(handedOver.lines().stream().map(AskedLine::of).toList(), stored.lines());
        others.forEach(line -> alterations.add("order.line", NOTHING, said(AskedLine.of(line))));
        alterations.totals(handedOver.totals(), stored.totals());
        return alterations.found;
    }

    /** Where an order is not what was asked for, or contradicts itself; when it is not known any more what was handed over. */
    static List<Violation> between(List<AskedLine> asked, OrderContent stored) {
        Alterations alterations = new Alterations(stored);
        alterations.lines(asked, stored.lines());
        DocumentTotals totals = stored.totals();
        BigDecimal lines =
                stored.lines().stream().map(line -> line.price().net()).reduce(BigDecimal.ZERO, BigDecimal::add);
        alterations.amount("lineNet", lines, totals.lineNet());
        alterations.amount("net", totals.lineNet().subtract(totals.allowances()).add(totals.charges()), totals.net());
        alterations.amount("gross", totals.net().add(totals.tax()), totals.gross());
        return alterations.found;
    }

    /** @return the stored lines that nobody asked for */
    private List<OrderLine> lines(List<AskedLine> asked, List<OrderLine> stored) {
        List<OrderLine> left = new ArrayList<>(stored);
        for (int i = 0; i < asked.size(); i++) {
            if (!removeFirst(left, asked.get(i))) {
                add("order.line[" + i + "]", said(asked.get(i)), NOTHING);
            }
        }
        return left;
    }

    private static boolean removeFirst(List<OrderLine> lines, AskedLine asked) {
        for (Iterator<OrderLine> each = lines.iterator(); each.hasNext(); ) {
            if (asked.isMetBy(each.next())) {
                each.remove();
                return true;
            }
        }
        return false;
    }

    private void totals(DocumentTotals handedOver, DocumentTotals stored) {
        amount("net", handedOver.net(), stored.net());
        amount("tax", handedOver.tax(), stored.tax());
        amount("gross", handedOver.gross(), stored.gross());
    }

    private void amount(String name, BigDecimal expected, BigDecimal stored) {
        if (expected.subtract(stored).abs().compareTo(rounding) > 0) {
            add("order.totals." + name, expected.toPlainString(), stored.toPlainString());
        }
    }

    private void same(String path, Object expected, Object stored) {
        if (!Objects.equals(expected, stored)) {
            add(path, expected.toString(), stored.toString());
        }
    }

    private static String said(AskedLine line) {
        String unit = line.unit() == null ? "" : " " + line.unit();
        return line.quantity().toPlainString() + unit + " of " + line.item().value();
    }

    private void add(String path, String expected, String stored) {
        found.add(ErrorCode.ORDER_ALTERED.at(path).withRemedy(REMEDY).withDifference(expected, stored));
    }
}
