package org.throughline.tax;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Amounts of a document that are taxed in the same way. */
final class TaxGroup {

    private final List<TaxPart> parts;
    private final Rounding rounding;
    private final List<TaxedAmount> members = new ArrayList<>();
    private final List<TaxTreatment> treatments = new ArrayList<>(1);
    private TaxTreatment latest;

    /** @param parts empty for value added tax */
    TaxGroup(List<TaxPart> parts, Rounding rounding) {
        this.parts = parts;
        this.rounding = rounding;
    }

    /** Whether the very treatment was the last one given to {@link #sees}. */
    boolean hasSeen(TaxTreatment treatment) {
        return latest == treatment;
    }

    void sees(TaxTreatment treatment) {
        latest = treatment;
        if (treatments.isEmpty() || !treatments.contains(treatment)) {
            treatments.add(treatment);
        }
    }

    void add(TaxedAmount amount) {
        members.add(amount);
    }

    /** Computes the net and tax of each member and adds them to their subtotals. */
    void compute(boolean pricesIncludeTax, Map<SubtotalKey, SubtotalSum> sums) {
        if (pricesIncludeTax) {
            takeTaxOut();
        } else {
            for (TaxedAmount member : members) {
                member.net = member.amount;
            }
        }
        if (parts.isEmpty()) {
            computePlain(pricesIncludeTax, sumOf(SubtotalKey.of(treatments.get(0)), sums));
        } else {
            computeParts(pricesIncludeTax, sums);
        }
    }

    private SubtotalSum sumOf(SubtotalKey key, Map<SubtotalKey, SubtotalSum> sums) {
        return sums.computeIfAbsent(key, unused -> new SubtotalSum(rounding));
    }

    private void computePlain(boolean pricesIncludeTax, SubtotalSum sum) {
        for (TaxTreatment treatment : treatments) {
            sum.because(treatment);
        }
        BigDecimal rate = treatments.get(0).ratePercent();
        for (TaxedAmount member : members) {
            member.tax = pricesIncludeTax ? member.amount.subtract(member.net) : rounding.taxOn(member.net, rate);
            if (pricesIncludeTax || rounding.isPerLine()) {
                sum.addTaxed(member.net, member.tax);
            } else {
                sum.addTaxable(member.net);
            }
        }
    }

    private void computeParts(boolean pricesIncludeTax, Map<SubtotalKey, SubtotalSum> sums) {
        SubtotalSum[] partSums = new SubtotalSum[parts.size()];
        BigDecimal[] together = new BigDecimal[parts.size()];
        for (int i = 0; i < partSums.length; i++) {
            partSums[i] = sumOf(SubtotalKey.of(parts.get(i)), sums);
            partSums[i].because(parts.get(i));
            together[i] = BigDecimal.ZERO;
        }
        BigDecimal taxes = BigDecimal.ZERO;
        for (TaxedAmount member : members) {
            BigDecimal[] bases = bases(member);
            BigDecimal included = pricesIncludeTax ? member.amount.subtract(member.net) : null;
            BigDecimal[] charged = charged(bases, included);
            member.tax = rounding.zero();
            for (int i = 0; i < bases.length; i++) {
                member.tax = member.tax.add(charged[i]);
                together[i] = together[i].add(bases[i]);
                if (rounding.isPerLine()) {
                    partSums[i].addTaxed(bases[i], charged[i]);
                }
            }
            taxes = taxes.add(member.tax);
        }
        if (!rounding.isPerLine()) {
            addTogether(together, pricesIncludeTax ? charged(together, taxes) : null, partSums);
        }
    }

    /** @param charged null when the tax is that of all groups in the subtotal together */
    private static void addTogether(BigDecimal[] bases, BigDecimal[] charged, SubtotalSum[] sums) {
        for (int i = 0; i < sums.length; i++) {
            if (charged == null) {
                sums[i].addTaxable(bases[i]);
            } else {
                sums[i].addTaxed(bases[i], charged[i]);
            }
        }
    }

    /** What each part taxes of an amount. Compound parts come last and tax the taxes before them, too. */
    private BigDecimal[] bases(TaxedAmount member) {
        BigDecimal[] bases = new BigDecimal[parts.size()];
        BigDecimal exactTaxes = BigDecimal.ZERO;
        for (int i = 0; i < bases.length; i++) {
            bases[i] = taxable(member, parts.get(i).levy(), exactTaxes);
            exactTaxes =
                    exactTaxes.add(Rounding.exactTaxOn(bases[i], parts.get(i).ratePercent()));
        }
        return bases;
    }

    /**
     * Each part's tax, rounded.
     *
     * @param included the tax within a price; the last part that taxes takes the cents which rounding leaves of it; null
     *     when prices are without tax
     */
    private BigDecimal[] charged(BigDecimal[] bases, BigDecimal included) {
        BigDecimal[] taxes = new BigDecimal[bases.length];
        BigDecimal sum = rounding.zero();
        int last = 0;
        for (int i = 0; i < bases.length; i++) {
            taxes[i] = rounding.taxOn(bases[i], parts.get(i).ratePercent());
            sum = sum.add(taxes[i]);
            last = parts.get(i).ratePercent().signum() > 0 ? i : last;
        }
        if (included != null) {
            taxes[last] = taxes[last].add(included.subtract(sum));
        }
        return taxes;
    }

    private static BigDecimal taxable(TaxedAmount member, TaxLevy levy, BigDecimal exactTaxes) {
        BigDecimal price = levy.compound() ? member.net.add(exactTaxes) : member.net;
        return member.quantity == null ? price : levy.share().of(price, member.quantity);
    }

    private void takeTaxOut() {
        BigDecimal rate = parts.isEmpty() ? treatments.get(0).ratePercent() : TaxTreatment.exactRate(parts);
        BigDecimal withTax = BigDecimal.ZERO;
        BigDecimal net = BigDecimal.ZERO;
        for (TaxedAmount member : members) {
            member.net = rounding.netOf(member.amount, rate);
            withTax = withTax.add(member.amount);
            net = net.add(member.net);
        }
        if (!rounding.isPerLine()) {
            spread(rounding.netOf(withTax, rate).subtract(net), rate);
        }
    }

    /** Gives the cents that rounding gained or lost to the members whose own rounding was furthest off. */
    private void spread(BigDecimal difference, BigDecimal rate) {
        if (difference.signum() == 0) {
            return;
        }
        BigDecimal step =
                difference.signum() > 0 ? rounding.cent() : rounding.cent().negate();
        int cents = difference.divide(step).intValueExact();
        Comparator<TaxedAmount> furthestOff = Comparator.comparing(member -> step.signum() > 0
                ? member.net.subtract(rounding.exactNetOf(member.amount, rate))
                : rounding.exactNetOf(member.amount, rate).subtract(member.net));
        members.stream()
                .sorted(furthestOff.thenComparing(member -> member.amount))
                .limit(cents)
                .forEach(member -> member.net = member.net.add(step));
    }
}
