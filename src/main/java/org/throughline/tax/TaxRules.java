package org.throughline.tax;

import java.util.Map;
import java.util.Set;
import org.throughline.shared.Answer;
import org.throughline.shared.MaxAge;

/** The tax rules that an ERP holds. */
public interface TaxRules {

    /**
     * All rules of some countries, whatever their dates.
     *
     * @param countries ISO 3166-1 alpha-2
     * @return an entry for every country asked; an empty table when the ERP has no rule for it
     */
    Answer<Map<String, TaxTable>> of(Set<String> countries, MaxAge maxAge);
}
