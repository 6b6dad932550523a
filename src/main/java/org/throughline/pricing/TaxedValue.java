package org.throughline.pricing;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.throughline.tax.TaxTreatment;

/** What the lines come to that are taxed alike. */
record TaxedValue(TaxTreatment treatment, BigDecimal value) {

    /** By category, falling rate and rule; what is left makes the order of lines irrelevant. */
    static final Comparator<TaxedValue> ORDER = Comparator.comparing((TaxedValue each) -> each.treatment.category())
            .thenComparing(each -> each.treatment.ratePercent(), Comparator.reverseOrder())
            .thenComparing(each -> each.treatment.ruleId(), Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(TaxedValue::value);

    static List<BigDecimal> of(List<TaxedValue> values) {
        return values.stream().map(TaxedValue::value).toList();
    }
}
