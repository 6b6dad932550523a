package org.throughline.order;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.throughline.pricing.OrderAdjustment;
import org.throughline.shared.DocumentTotals;
import org.throughline.shared.TaxSubtotal;

/** Finds where documents differ that must be equal to the cent. Numbers are compared by value, whatever their scale. */
final class Differences {

    /** @param path what differs; as in an order */
    record Difference(String path, String expected, String found) {}

    private static final String NONE = "none";

    private final List<Difference> found = new ArrayList<>();

    private Differences() {}

    /** Where an order of the ERP differs from what was computed for it. */
    static List<Difference> between(OrderContent computed, OrderContent stored) {
        Differences differences = new Differences();
        differences.compare("currency", computed.currency(), stored.currency());
        differences.compare("line", computed.lines().size(), stored.lines().size());
        for (int i = 0; i < Math.min(computed.lines().size(), stored.lines().size()); i++) {
            differences.compare(
                    "line[" + i + "].", computed.lines().get(i), stored.lines().get(i));
        }
        differences.compareAdjustments(computed.adjustments(), stored.adjustments());
        differences.compareTaxes(sums(computed.taxes()), sums(stored.taxes()));
        differences.compare(computed.totals(), stored.totals());
        return differences.found;
    }

    /** Where the invoices of an order, all together, differ from it; what is not invoiced yet is no difference. */
    static List<Difference> between(OrderContent order, List<Bill> bills) {
        Differences differences = new Differences();
        boolean complete = true;
        Map<Integer, List<Bill.Line>> billed = new HashMap<>();
        bills.forEach(bill -> bill.lines()
                .forEach(line -> billed.computeIfAbsent(line.orderLine(), number -> new ArrayList<>())
                        .add(line)));
        for (int i = 0; i < order.lines().size(); i++) {
            OrderLine line = order.lines().get(i);
            List<Bill.Line> parts = billed.getOrDefault(line.number(), List.of());
            billed.remove(line.number());
            complete &= differences.compareBilled("line[" + i + "].", line, parts);
        }
        billed.values().forEach(extra -> differences.add("line", NONE, "a line that was not ordered"));
        if (complete) {
            differences.compareTaxes(
                    sums(order.taxes()),
                    sums(bills.stream().flatMap(bill -> bill.taxes().stream()).toList()));
            differences.compareSums(
                    order.totals(), bills.stream().map(Bill::totals).toList());
        }
        return differences.found;
    }

    private void compare(String path, OrderLine one, OrderLine other) {
        compare(path + "item", one.item(), other.item());
        compare(path + "quantity", one.quantity().value(), other.quantity().value());
        compare(path + "unit", one.quantity().unit(), other.quantity().unit());
        compare(path + "unitPrice", one.price().unitPrice(), other.price().unitPrice());
        compare(
                path + "priceBaseQuantity",
                one.price().baseQuantity(),
                other.price().baseQuantity());
        compare(path + "allowance", one.price().allowance(), other.price().allowance());
        compare(path + "net", one.price().net(), other.price().net());
        compare(path + "taxCategory", one.price().taxCategory(), other.price().taxCategory());
        compare(
                path + "taxRatePercent",
                one.price().taxRatePercent(),
                other.price().taxRatePercent());
    }

    private void compareAdjustments(List<OrderAdjustment> computed, List<OrderAdjustment> stored) {
        compare("adjustment", computed.size(), stored.size());
        for (int i = 0; i < Math.min(computed.size(), stored.size()); i++) {
            String path = "adjustment[" + i + "].";
            compare(path + "kind", computed.get(i).kind(), stored.get(i).kind());
            compare(path + "amount", computed.get(i).amount(), stored.get(i).amount());
        }
    }

    /** @return whether the line is invoiced in full */
    private boolean compareBilled(String path, OrderLine line, List<Bill.Line> parts) {
        BigDecimal quantity = parts.stream().map(Bill.Line::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal net = parts.stream().map(Bill.Line::net).reduce(BigDecimal.ZERO, BigDecimal::add);
        for (Bill.Line part : parts) {
            compare(path + "taxCategory", line.price().taxCategory(), part.taxCategory());
            compare(path + "taxRatePercent", line.price().taxRatePercent(), part.taxRatePercent());
        }
        int left = line.quantity().value().compareTo(quantity);
        if (left < 0) {
            compare(path + "quantity", line.quantity().value(), quantity);
        }
        if (left == 0) {
            compare(path + "net", line.price().net(), net);
        } else if (net.abs().compareTo(line.price().net().abs()) > 0) {
            add(path + "net", "at most " + line.price().net().toPlainString(), net.toPlainString());
        }
        return left <= 0;
    }

    private record TaxKey(Object category, BigDecimal ratePercent, String jurisdiction, String taxName) {}

    private record TaxSum(BigDecimal taxable, BigDecimal tax) {

        private TaxSum plus(TaxSum other) {
            return new TaxSum(taxable.add(other.taxable), tax.add(other.tax));
        }
    }

    private static Map<TaxKey, TaxSum> sums(List<TaxSubtotal> taxes) {
        Map<TaxKey, TaxSum> sums = new HashMap<>();
        taxes.forEach(tax -> sums.merge(
                new TaxKey(tax.category(), tax.ratePercent().stripTrailingZeros(), tax.jurisdiction(), tax.taxName()),
                new TaxSum(tax.taxable(), tax.tax()),
                TaxSum::plus));
        return sums;
    }

    private void compareTaxes(Map<TaxKey, TaxSum> expected, Map<TaxKey, TaxSum> other) {
        Map<TaxKey, TaxSum> surplus = new HashMap<>(other);
        expected.forEach((key, sum) -> {
            String path =
                    "taxSubtotal[" + key.category() + " " + key.ratePercent().toPlainString() + "].";
            TaxSum counterpart = surplus.remove(key);
            compare(path + "taxable", sum.taxable(), counterpart == null ? null : counterpart.taxable());
            compare(path + "tax", sum.tax(), counterpart == null ? null : counterpart.tax());
        });
        surplus.forEach((key, sum) -> add("taxSubtotal", NONE, sum.tax().toPlainString()));
    }

    private void compare(DocumentTotals one, DocumentTotals other) {
        compare("totals.lineNet", one.lineNet(), other.lineNet());
        compare("totals.allowances", one.allowances(), other.allowances());
        compare("totals.charges", one.charges(), other.charges());
        compare("totals.net", one.net(), other.net());
        compare("totals.tax", one.tax(), other.tax());
        compare("totals.gross", one.gross(), other.gross());
    }

    private void compareSums(DocumentTotals order, List<DocumentTotals> bills) {
        BigDecimal zero = BigDecimal.ZERO;
        DocumentTotals sum = new DocumentTotals(order.currency(), zero, zero, zero, zero, zero, zero);
        for (DocumentTotals bill : bills) {
            compare("currency", order.currency(), bill.currency());
            sum = plus(sum, bill);
        }
        compare(order, sum);
    }

    private static DocumentTotals plus(DocumentTotals one, DocumentTotals other) {
        return new DocumentTotals(
                one.currency(),
                one.lineNet().add(other.lineNet()),
                one.allowances().add(other.allowances()),
                one.charges().add(other.charges()),
                one.net().add(other.net()),
                one.tax().add(other.tax()),
                one.gross().add(other.gross()));
    }

    private void compare(String path, BigDecimal expected, BigDecimal other) {
        if (expected == null || other == null ? expected != other : expected.compareTo(other) != 0) {
            add(path, text(expected), text(other));
        }
    }

    private void compare(String path, Object expected, Object other) {
        if (!Objects.equals(expected, other)) {
            add(path, String.valueOf(expected), String.valueOf(other));
        }
    }

    private void add(String path, String expected, String other) {
        found.add(new Difference(path, expected, other));
    }

    private static String text(BigDecimal number) {
        return number == null ? NONE : number.toPlainString();
    }
}
