package org.throughline.erp.cache;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.throughline.shared.Answer;
import org.throughline.shared.MaxAge;
import org.throughline.tax.TaxRule;
import org.throughline.tax.TaxRules;

/** Remembers the tax rules of countries. */
final class CachedTaxRules implements TaxRules {

    private final TaxRules source;
    private final Memory<List<TaxRule>> rules;

    CachedTaxRules(TaxRules source, Memory<List<TaxRule>> rules) {
        this.source = source;
        this.rules = rules;
    }

    @Override
    public Answer<Map<String, List<TaxRule>>> of(Set<String> countries, MaxAge maxAge) {
        return rules.getAll(countries, country -> country, maxAge, missing -> source.of(missing, maxAge));
    }
}
