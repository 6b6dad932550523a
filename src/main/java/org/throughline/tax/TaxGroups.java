package org.throughline.tax;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.throughline.shared.TaxCategory;
import org.throughline.shared.TaxSubtotal;

/**
 * The amounts of a document by how they are taxed. Amounts with the same category and rate are one group, whatever the
 * reason; amounts that several jurisdictions tax are one group for each combination of jurisdictions and rates.
 */
final class TaxGroups {

    private final Rounding rounding;
    private final boolean pricesIncludeTax;
    private final Map<TaxTreatment, TaxGroup> byTreatment = new HashMap<>();
    private final Map<GroupKey, TaxGroup> byKey = new HashMap<>();
    private TaxGroup last;

    TaxGroups(Currency currency, boolean pricesIncludeTax, RoundingLevel level) {
        this.rounding = new Rounding(currency.getDefaultFractionDigits(), level);
        this.pricesIncludeTax = pricesIncludeTax;
    }

    /** 19 and 19.00 are one rate. */
    private record GroupKey(TaxCategory category, BigDecimal ratePercent, List<TaxPart> parts) {

        static GroupKey of(TaxTreatment treatment) {
            return new GroupKey(treatment.category(), Rounding.plain(treatment.ratePercent()), treatment.parts());
        }
    }

    void add(TaxedAmount amount) {
        if (last == null || !last.hasSeen(amount.treatment)) {
            last = groupOf(amount.treatment);
        }
        last.add(amount);
    }

    private TaxGroup groupOf(TaxTreatment treatment) {
        TaxGroup group = byTreatment.get(treatment);
        if (group == null) {
            group = byKey.computeIfAbsent(GroupKey.of(treatment), key -> new TaxGroup(key.parts(), rounding));
            byTreatment.put(treatment, group);
        }
        group.sees(treatment);
        return group;
    }

    /** Computes every amount's net and tax; subtotals by category and falling rate, jurisdictions by their size. */
    List<TaxSubtotal> subtotals() {
        Map<SubtotalKey, SubtotalSum> sums = new HashMap<>();
        for (TaxGroup group : byKey.values()) {
            group.compute(pricesIncludeTax, sums);
        }
        List<SubtotalKey> keys = new ArrayList<>(sums.keySet());
        keys.sort(null);
        List<TaxSubtotal> subtotals = new ArrayList<>(keys.size());
        for (SubtotalKey key : keys) {
            subtotals.add(sums.get(key).subtotal(key));
        }
        return subtotals;
    }
}
