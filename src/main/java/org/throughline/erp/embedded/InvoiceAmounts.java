package org.throughline.erp.embedded;

import static java.math.BigDecimal.ZERO;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.throughline.order.OrderContent;
import org.throughline.order.OrderLine;
import org.throughline.shared.DocumentTotals;
import org.throughline.shared.Money;
import org.throughline.shared.TaxSubtotal;

/**
 * What an invoice for a part of an order comes to. Nothing is priced or taxed anew: an invoice takes its part of the order's
 * amounts, and the last one takes what is left, so that all invoices of an order add up to the order to the cent.
 *
 * <p>A line's net and the discounts and charges on the whole are parts in proportion to what is invoiced so far, rounded
 * half-up, less what earlier invoices had. Tax on prices without tax is the rate of the invoice's own taxable amount, rounded
 * half-up, as EN 16931 wants it; the last invoice absorbs the difference.
 */
final class InvoiceAmounts {

    /** A tax of a document: one for each category, rate and jurisdiction. */
    record TaxKey(String category, BigDecimal ratePercent, String jurisdiction, String taxName) {

        static TaxKey of(TaxSubtotal tax) {
            return new TaxKey(
                    tax.category().name(),
                    tax.ratePercent().stripTrailingZeros(),
                    tax.jurisdiction() == null ? "" : tax.jurisdiction(),
                    tax.taxName() == null ? "" : tax.taxName());
        }
    }

    /** What earlier invoices of the order came to. */
    record Earlier(
            Map<Integer, BigDecimal> nets,
            Map<TaxKey, BigDecimal> taxables,
            Map<TaxKey, BigDecimal> taxes,
            BigDecimal charges) {

        static final Earlier NONE = new Earlier(Map.of(), Map.of(), Map.of(), ZERO);
    }

    private final OrderContent order;
    private final Map<Integer, BigDecimal> quantities;
    private final Earlier earlier;
    private final boolean last;
    private final Map<Integer, BigDecimal> nets = new LinkedHashMap<>();

    /** @param quantities to be invoiced, by line number; none exceeds what is left of the line */
    InvoiceAmounts(OrderContent order, Map<Integer, BigDecimal> quantities, Earlier earlier) {
        this.order = order;
        this.quantities = quantities;
        this.earlier = earlier;
        this.last = order.lines().stream()
                .allMatch(line -> invoicedThen(line).compareTo(line.quantity().value()) >= 0);
        order.lines().stream()
                .filter(line -> quantities.containsKey(line.number()))
                .forEach(line -> nets.put(line.number(), net(line)));
    }

    /** Whether nothing of the order is left to be invoiced after it. */
    boolean isLast() {
        return last;
    }

    /** By line number, for the lines that are invoiced. */
    Map<Integer, BigDecimal> nets() {
        return nets;
    }

    List<TaxSubtotal> taxes() {
        List<TaxSubtotal> taxes = new ArrayList<>();
        for (TaxSubtotal whole : order.taxes()) {
            BigDecimal taxable = taxable(whole);
            BigDecimal tax = tax(whole, taxable);
            if (taxable.signum() != 0 || tax.signum() != 0 || last) {
                taxes.add(whole.withAmounts(taxable, tax));
            }
        }
        return taxes;
    }

    DocumentTotals totals() {
        BigDecimal lineNet = nets.values().stream().reduce(rounded(ZERO), BigDecimal::add);
        BigDecimal tax = taxes().stream().map(TaxSubtotal::tax).reduce(rounded(ZERO), BigDecimal::add);
        BigDecimal net = lineNet.add(adjustments(lineNet));
        BigDecimal charges = charges(net.subtract(lineNet));
        BigDecimal allowances = lineNet.add(charges).subtract(net);
        return new DocumentTotals(order.currency(), lineNet, allowances, charges, net, tax, net.add(tax));
    }

    private BigDecimal invoicedThen(OrderLine line) {
        return line.progress().invoiced().add(quantities.getOrDefault(line.number(), ZERO));
    }

    private BigDecimal net(OrderLine line) {
        BigDecimal then =
                part(line.price().net(), invoicedThen(line), line.quantity().value());
        return then.subtract(earlier.nets().getOrDefault(line.number(), rounded(ZERO)));
    }

    /** Discounts and charges on the whole, as far as this invoice has them: negative when it is less for them. */
    private BigDecimal adjustments(BigDecimal lineNet) {
        boolean severalJurisdictions = order.taxes().stream()
                .anyMatch(tax -> !TaxKey.of(tax).jurisdiction().isEmpty());
        if (severalJurisdictions) {
            BigDecimal whole = order.totals().net().subtract(order.totals().lineNet());
            BigDecimal before = earlier.nets().values().stream().reduce(ZERO, BigDecimal::add);
            BigDecimal lines = order.totals().lineNet();
            return part(whole, before.add(lineNet), lines).subtract(part(whole, before, lines));
        }
        return taxes().stream()
                .map(TaxSubtotal::taxable)
                .reduce(rounded(ZERO), BigDecimal::add)
                .subtract(lineNet);
    }

    private BigDecimal charges(BigDecimal adjustments) {
        DocumentTotals whole = order.totals();
        if (whole.charges().signum() == 0) {
            return rounded(ZERO);
        }
        if (whole.allowances().signum() == 0) {
            return adjustments;
        }
        return last
                ? whole.charges().subtract(earlier.charges())
                : part(whole.charges(), netThen(), whole.lineNet()).subtract(earlier.charges());
    }

    private BigDecimal netThen() {
        return earlier.nets().values().stream()
                .reduce(ZERO, BigDecimal::add)
                .add(nets.values().stream().reduce(ZERO, BigDecimal::add));
    }

    /** The lines that bear the tax, and their part of what is put on or taken off the whole. */
    private BigDecimal taxable(TaxSubtotal whole) {
        BigDecimal before = earlier.taxables().getOrDefault(TaxKey.of(whole), rounded(ZERO));
        if (last) {
            return whole.taxable().subtract(before);
        }
        BigDecimal all = ZERO;
        BigDecimal then = ZERO;
        for (OrderLine line : order.lines()) {
            if (bears(line, whole)) {
                all = all.add(line.price().net());
                then = then.add(part(
                        line.price().net(), invoicedThen(line), line.quantity().value()));
            }
        }
        return part(whole.taxable(), then, all).subtract(before);
    }

    /** Of several jurisdictions it is not known which lines bear which tax; those of the category do. */
    private static boolean bears(OrderLine line, TaxSubtotal tax) {
        boolean category = line.price().taxCategory() == tax.category();
        return TaxKey.of(tax).jurisdiction().isEmpty()
                ? category && line.price().taxRatePercent().compareTo(tax.ratePercent()) == 0
                : category;
    }

    private BigDecimal tax(TaxSubtotal whole, BigDecimal taxable) {
        BigDecimal before = earlier.taxes().getOrDefault(TaxKey.of(whole), rounded(ZERO));
        if (last) {
            return whole.tax().subtract(before);
        }
        if (order.pricesIncludeTax()) {
            BigDecimal taxableBefore = earlier.taxables().getOrDefault(TaxKey.of(whole), ZERO);
            return part(whole.tax(), taxableBefore.add(taxable), whole.taxable())
                    .subtract(before);
        }
        return rounded(taxable.multiply(whole.ratePercent()).movePointLeft(2));
    }

    /** Nothing of nothing is all of it. */
    private BigDecimal part(BigDecimal amount, BigDecimal of, BigDecimal whole) {
        return of.compareTo(whole) == 0
                ? amount
                : whole.signum() == 0
                        ? rounded(ZERO)
                        : amount.multiply(of)
                                .divide(whole, order.currency().getDefaultFractionDigits(), RoundingMode.HALF_UP);
    }

    private BigDecimal rounded(BigDecimal amount) {
        return Money.round(amount, order.currency());
    }
}
