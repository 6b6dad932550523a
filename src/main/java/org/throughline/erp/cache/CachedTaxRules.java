package org.throughline.erp.cache;

import java.util.Map;
import java.util.Set;
import org.throughline.shared.Answer;
import org.throughline.shared.MaxAge;
import org.throughline.tax.TaxRules;
import org.throughline.tax.TaxTable;

/** Remembers the tax rules of countries. */
final class CachedTaxRules implements TaxRules {

    private final TaxRules source;
    private final Memory<TaxTable> rules;

    CachedTaxRules(TaxRules source, Memory<TaxTable> rules) {
        this.source = source;
        this.rules = rules;
    }

    @Override
    public Answer<Map<String, TaxTable>> of(Set<String> countries, MaxAge maxAge) {
        return rules.getAll(countries, country -> country, maxAge, missing -> source.of(missing, maxAge));
    }
}
