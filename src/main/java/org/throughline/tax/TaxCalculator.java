package org.throughline.tax;

import static java.math.RoundingMode.HALF_UP;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.throughline.shared.DocumentTotals;
import org.throughline.shared.Money;
import org.throughline.shared.TaxCategory;
import org.throughline.shared.TaxSubtotal;

/**
 * The tax of a document as EN 16931 computes it. Amounts are rounded half-up to the minor unit at these steps and nowhere
 * else: the amount of each line, allowance and charge; the tax of each subtotal (or of each line, when tax is rounded per
 * line); the net that is taken out of amounts with tax.
 */
public final class TaxCalculator {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final TaxableDocument document;
    private final Currency currency;
    private final List<TaxedAmount> lines;
    private final List<TaxedAmount> allowances;
    private final List<TaxedAmount> charges;

    private TaxCalculator(TaxableDocument document) {
        this.document = document;
        this.currency = document.currency();
        this.lines = document.lines().stream()
                .map(line -> new TaxedAmount(amount(line), line.treatment()))
                .toList();
        this.allowances = document.allowances().stream()
                .map(allowance -> new TaxedAmount(rounded(allowance.amount()).negate(), allowance.treatment()))
                .toList();
        this.charges = document.charges().stream()
                .map(charge -> new TaxedAmount(rounded(charge.amount()), charge.treatment()))
                .toList();
    }

    /** Computes a document's tax. The order of its lines, allowances and charges does not matter to the totals. */
    public static TaxedDocument calculate(TaxableDocument document) {
        return new TaxCalculator(document).taxed();
    }

    private TaxedDocument taxed() {
        List<TaxSubtotal> taxes = new ArrayList<>();
        bySubtotal().forEach((key, members) -> taxes.add(subtotal(key, members)));
        DocumentTotals totals = totals(taxes);
        BigDecimal prepaid = rounded(document.prepaid());
        BigDecimal rounding = rounded(document.rounding());
        BigDecimal payable = totals.gross().subtract(prepaid).add(rounding);
        return new TaxedDocument(taxedLines(), taxes, totals, prepaid, rounding, payable);
    }

    /** BT-131, or the same with tax when prices include it. */
    private BigDecimal amount(TaxableLine line) {
        BigDecimal goods = line.quantity()
                .multiply(line.unitPrice())
                .divide(line.priceBaseQuantity(), currency.getDefaultFractionDigits(), HALF_UP);
        return goods.subtract(sumRounded(line.allowances())).add(sumRounded(line.charges()));
    }

    private Map<SubtotalKey, List<TaxedAmount>> bySubtotal() {
        Map<SubtotalKey, List<TaxedAmount>> groups = new TreeMap<>();
        for (List<TaxedAmount> part : List.of(lines, allowances, charges)) {
            for (TaxedAmount amount : part) {
                groups.computeIfAbsent(SubtotalKey.of(amount.treatment), key -> new ArrayList<>())
                        .add(amount);
            }
        }
        return groups;
    }

    private TaxSubtotal subtotal(SubtotalKey key, List<TaxedAmount> members) {
        BigDecimal tax =
                document.pricesIncludeTax() ? takeTaxOut(key.ratePercent, members) : putTaxOn(key.ratePercent, members);
        TaxTreatment reasoned = members.stream()
                .map(member -> member.treatment)
                .min(Comparator.comparing(TaxTreatment::reasonCode, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(TaxTreatment::reason, Comparator.nullsLast(Comparator.naturalOrder())))
                .orElseThrow();
        return new TaxSubtotal(
                key.category, key.ratePercent, net(members), tax, reasoned.reasonCode(), reasoned.reason());
    }

    private BigDecimal putTaxOn(BigDecimal ratePercent, List<TaxedAmount> members) {
        for (TaxedAmount member : members) {
            member.net = member.amount;
            member.tax = taxOn(member.net, ratePercent);
        }
        return document.roundingLevel() == RoundingLevel.LINE
                ? sum(members.stream().map(member -> member.tax).toList())
                : taxOn(net(members), ratePercent);
    }

    private BigDecimal takeTaxOut(BigDecimal ratePercent, List<TaxedAmount> members) {
        for (TaxedAmount member : members) {
            member.net = netOf(member.amount, ratePercent);
        }
        BigDecimal withTax = sum(members.stream().map(member -> member.amount).toList());
        if (document.roundingLevel() == RoundingLevel.DOCUMENT) {
            spread(netOf(withTax, ratePercent).subtract(net(members)), ratePercent, members);
        }
        for (TaxedAmount member : members) {
            member.tax = member.amount.subtract(member.net);
        }
        return withTax.subtract(net(members));
    }

    /** Gives the cents that rounding gained or lost to the members whose own rounding was furthest off. */
    private void spread(BigDecimal difference, BigDecimal ratePercent, List<TaxedAmount> members) {
        if (difference.signum() == 0) {
            return;
        }
        BigDecimal cent = BigDecimal.ONE.movePointLeft(currency.getDefaultFractionDigits());
        BigDecimal step = difference.signum() > 0 ? cent : cent.negate();
        int cents = difference.divide(step).intValueExact();
        Comparator<TaxedAmount> furthestOff = Comparator.comparing(member -> step.signum() > 0
                ? member.net.subtract(exactNetOf(member.amount, ratePercent))
                : exactNetOf(member.amount, ratePercent).subtract(member.net));
        members.stream()
                .sorted(furthestOff.thenComparing(member -> member.amount))
                .limit(cents)
                .forEach(member -> member.net = member.net.add(step));
    }

    private DocumentTotals totals(List<TaxSubtotal> taxes) {
        BigDecimal lineNet = net(lines);
        BigDecimal allowanceTotal = net(allowances).negate();
        BigDecimal chargeTotal = net(charges);
        BigDecimal net = lineNet.subtract(allowanceTotal).add(chargeTotal);
        BigDecimal tax = sum(taxes.stream().map(TaxSubtotal::tax).toList());
        return new DocumentTotals(currency, lineNet, allowanceTotal, chargeTotal, net, tax, net.add(tax));
    }

    private List<TaxedLine> taxedLines() {
        List<TaxedLine> taxed = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            TaxedAmount line = lines.get(i);
            String id = document.lines().get(i).id();
            taxed.add(new TaxedLine(id, line.net, line.tax, line.net.add(line.tax), line.treatment));
        }
        return taxed;
    }

    private BigDecimal taxOn(BigDecimal net, BigDecimal ratePercent) {
        return rounded(net.multiply(ratePercent).movePointLeft(2));
    }

    private BigDecimal netOf(BigDecimal withTax, BigDecimal ratePercent) {
        return withTax.multiply(HUNDRED).divide(HUNDRED.add(ratePercent), currency.getDefaultFractionDigits(), HALF_UP);
    }

    private BigDecimal exactNetOf(BigDecimal withTax, BigDecimal ratePercent) {
        return withTax.multiply(HUNDRED)
                .divide(HUNDRED.add(ratePercent), currency.getDefaultFractionDigits() + 10, HALF_UP);
    }

    private BigDecimal net(List<TaxedAmount> amounts) {
        return sum(amounts.stream().map(amount -> amount.net).toList());
    }

    private BigDecimal sumRounded(Collection<BigDecimal> amounts) {
        return sum(amounts.stream().map(this::rounded).toList());
    }

    private BigDecimal sum(Collection<BigDecimal> amounts) {
        return amounts.stream().reduce(rounded(BigDecimal.ZERO), BigDecimal::add);
    }

    private BigDecimal rounded(BigDecimal amount) {
        return Money.round(amount, currency);
    }

    private static final class TaxedAmount {

        private final BigDecimal amount;
        private final TaxTreatment treatment;
        private BigDecimal net;
        private BigDecimal tax;

        private TaxedAmount(BigDecimal amount, TaxTreatment treatment) {
            this.amount = amount;
            this.treatment = treatment;
        }
    }

    /** Subtotals stand by category and falling rate; 19 and 19.00 are one rate. */
    private record SubtotalKey(TaxCategory category, BigDecimal ratePercent) implements Comparable<SubtotalKey> {

        private static final Comparator<SubtotalKey> ORDER = Comparator.comparing(SubtotalKey::category)
                .thenComparing(SubtotalKey::ratePercent, Comparator.reverseOrder());

        private static SubtotalKey of(TaxTreatment treatment) {
            return new SubtotalKey(treatment.category(), plain(treatment.ratePercent()));
        }

        /** Without trailing zeros, and never as 2E+1. */
        private static BigDecimal plain(BigDecimal rate) {
            BigDecimal stripped = rate.stripTrailingZeros();
            return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
        }

        @Override
        public int compareTo(SubtotalKey other) {
            return ORDER.compare(this, other);
        }
    }
}
