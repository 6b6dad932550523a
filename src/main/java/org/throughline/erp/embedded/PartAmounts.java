package org.throughline.erp.embedded;

import static java.math.BigDecimal.ZERO;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.throughline.shared.DocumentTotals;
import org.throughline.shared.Money;
import org.throughline.shared.TaxSubtotal;

/**
 * What an invoice for a part of an order, or a credit note for a part of an invoice, comes to. Nothing is priced or taxed
 * anew: a part takes its share of the whole's amounts, and the last one takes what is left, so that all parts add up to the
 * whole to the cent.
 *
 * <p>A line's net and the discounts and charges on the whole are shares in proportion to what is done so far, rounded
 * half-up, less what earlier parts had. Tax is such a share too, or the rate of the part's own taxable amount, rounded
 * half-up, as EN 16931 wants it of an invoice; the last part absorbs the difference.
 */
final class PartAmounts {

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

    /** What earlier parts of the whole came to. */
    record Earlier(
            Map<Integer, BigDecimal> nets,
            Map<TaxKey, BigDecimal> taxables,
            Map<TaxKey, BigDecimal> taxes,
            BigDecimal charges) {

        static final Earlier NONE = new Earlier(Map.of(), Map.of(), Map.of(), ZERO);
    }

    private final Whole whole;
    private final Map<Integer, BigDecimal> quantities;
    private final Earlier earlier;
    private final boolean last;
    private final Map<Integer, BigDecimal> nets = new LinkedHashMap<>();

    /** @param quantities by line number; none exceeds what is left of the line */
    PartAmounts(Whole whole, Map<Integer, BigDecimal> quantities, Earlier earlier) {
        this.whole = whole;
        this.quantities = quantities;
        this.earlier = earlier;
        this.last = whole.lines().stream().allMatch(line -> doneThen(line).compareTo(line.quantity()) >= 0);
        whole.lines().stream()
                .filter(line -> quantities.containsKey(line.number()))
                .forEach(line -> nets.put(line.number(), net(line)));
    }

    /** Whether nothing of the whole is left after it. */
    boolean isLast() {
        return last;
    }

    /** By line number, for the lines of the part. */
    Map<Integer, BigDecimal> nets() {
        return nets;
    }

    List<TaxSubtotal> taxes() {
        List<TaxSubtotal> taxes = new ArrayList<>();
        for (TaxSubtotal all : whole.taxes()) {
            BigDecimal taxable = taxable(all);
            BigDecimal tax = tax(all, taxable);
            if (taxable.signum() != 0 || tax.signum() != 0 || last) {
                taxes.add(all.withAmounts(taxable, tax));
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
        return new DocumentTotals(whole.currency(), lineNet, allowances, charges, net, tax, net.add(tax));
    }

    private BigDecimal doneThen(Whole.Line line) {
        return line.done().add(quantities.getOrDefault(line.number(), ZERO));
    }

    private BigDecimal net(Whole.Line line) {
        BigDecimal then = part(line.net(), doneThen(line), line.quantity());
        return then.subtract(earlier.nets().getOrDefault(line.number(), rounded(ZERO)));
    }

    /** Discounts and charges on the whole, as far as this part has them: negative when it is less for them. */
    private BigDecimal adjustments(BigDecimal lineNet) {
        boolean severalJurisdictions = whole.taxes().stream()
                .anyMatch(tax -> !TaxKey.of(tax).jurisdiction().isEmpty());
        if (severalJurisdictions) {
            BigDecimal lines = whole.totals().lineNet();
            BigDecimal all = whole.totals().net().subtract(lines);
            BigDecimal before = earlier.nets().values().stream().reduce(ZERO, BigDecimal::add);
            return part(all, before.add(lineNet), lines).subtract(part(all, before, lines));
        }
        return taxes().stream()
                .map(TaxSubtotal::taxable)
                .reduce(rounded(ZERO), BigDecimal::add)
                .subtract(lineNet);
    }

    private BigDecimal charges(BigDecimal adjustments) {
        DocumentTotals all = whole.totals();
        if (all.charges().signum() == 0) {
            return rounded(ZERO);
        }
        if (all.allowances().signum() == 0) {
            return adjustments;
        }
        return last
                ? all.charges().subtract(earlier.charges())
                : part(all.charges(), netThen(), all.lineNet()).subtract(earlier.charges());
    }

    private BigDecimal netThen() {
        return earlier.nets().values().stream()
                .reduce(ZERO, BigDecimal::add)
                .add(nets.values().stream().reduce(ZERO, BigDecimal::add));
    }

    /** The lines that bear the tax, and their part of what is put on or taken off the whole. */
    private BigDecimal taxable(TaxSubtotal subtotal) {
        BigDecimal before = earlier.taxables().getOrDefault(TaxKey.of(subtotal), rounded(ZERO));
        if (last) {
            return subtotal.taxable().subtract(before);
        }
        BigDecimal all = ZERO;
        BigDecimal then = ZERO;
        for (Whole.Line line : whole.lines()) {
            if (bears(line, subtotal)) {
                all = all.add(line.net());
                then = then.add(part(line.net(), doneThen(line), line.quantity()));
            }
        }
        return part(subtotal.taxable(), then, all).subtract(before);
    }

    /** Of several jurisdictions it is not known which lines bear which tax; those of the category do. */
    private static boolean bears(Whole.Line line, TaxSubtotal tax) {
        boolean category = line.taxCategory() == tax.category();
        return TaxKey.of(tax).jurisdiction().isEmpty()
                ? category && line.taxRatePercent().compareTo(tax.ratePercent()) == 0
                : category;
    }

    private BigDecimal tax(TaxSubtotal subtotal, BigDecimal taxable) {
        BigDecimal before = earlier.taxes().getOrDefault(TaxKey.of(subtotal), rounded(ZERO));
        if (last) {
            return subtotal.tax().subtract(before);
        }
        if (whole.taxInProportion()) {
            BigDecimal taxableBefore = earlier.taxables().getOrDefault(TaxKey.of(subtotal), ZERO);
            return part(subtotal.tax(), taxableBefore.add(taxable), subtotal.taxable())
                    .subtract(before);
        }
        return rounded(taxable.multiply(subtotal.ratePercent()).movePointLeft(2));
    }

    /** Nothing of nothing is all of it. */
    private BigDecimal part(BigDecimal amount, BigDecimal of, BigDecimal all) {
        return of.compareTo(all) == 0
                ? amount
                : all.signum() == 0
                        ? rounded(ZERO)
                        : amount.multiply(of)
                                .divide(all, whole.currency().getDefaultFractionDigits(), RoundingMode.HALF_UP);
    }

    private BigDecimal rounded(BigDecimal amount) {
        return Money.round(amount, whole.currency());
    }
}
