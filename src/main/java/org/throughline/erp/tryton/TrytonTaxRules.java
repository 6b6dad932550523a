package org.throughline.erp.tryton;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.throughline.shared.Answer;
import org.throughline.shared.MaxAge;
import org.throughline.shared.TaxCategory;
import org.throughline.tax.TaxRule;
import org.throughline.tax.TaxRules;
import org.throughline.tax.TaxTable;

/**
 * The taxes of the company as rules of its country: one for each accounting category and one for each tax. Tryton knows nothing
 * of the taxes of other countries, and a class with several taxes, or with one that is no percentage, has no rule.
 */
@Component
class TrytonTaxRules implements TaxRules {

    private static final LocalDate EVER = LocalDate.of(1900, 1, 1);

    private final TrytonTaxes taxes;
    private final TrytonCategories categories;
    private final TrytonSeller seller;
    private final Clock clock;

    TrytonTaxRules(TrytonTaxes taxes, TrytonCategories categories, TrytonSeller seller, Clock clock) {
        this.taxes = taxes;
        this.categories = categories;
        this.seller = seller;
        this.clock = clock;
    }

    @Override
    public Answer<Map<String, TaxTable>> of(Set<String> countries, MaxAge maxAge) {
        Instant now = clock.instant();
        String home = seller.get().country();
        TaxTable table = countries.contains(home) ? TaxTable.of(rules(home)) : TaxTable.EMPTY;
        Map<String, TaxTable> tables =
                countries.stream().collect(toMap(identity(), country -> country.equals(home) ? table : TaxTable.EMPTY));
        return Answer.live(tables, now);
    }

    private List<TaxRule> rules(String country) {
        Map<Long, TrytonTax> known = taxes.all();
        List<TaxRule> rules = new ArrayList<>();
        rules.add(untaxed(TaxClasses.NONE, country));
        for (long category : categories.taxed()) {
            String taxClass = TaxClasses.ofCategory(category);
            List<Long> ids = categories.taxesOf(category);
            if (ids.isEmpty()) {
                rules.add(untaxed(taxClass, country));
            } else if (ids.size() == 1) {
                add(rules, taxClass, known.get(ids.get(0)), country);
            }
        }
        known.values().forEach(tax -> add(rules, TaxClasses.ofTaxes(List.of(tax.id())), tax, country));
        return rules;
    }

    private static void add(List<TaxRule> rules, String taxClass, TrytonTax tax, String country) {
        if (tax != null && tax.ratePercent() != null) {
            rules.add(new TaxRule(
                    Long.toString(tax.id()),
                    country,
                    taxClass,
                    null,
                    null,
                    tax.treatment().category(),
                    tax.ratePercent(),
                    null,
                    tax.treatment().reason(),
                    tax.from() == null ? EVER : tax.from(),
                    tax.to() == null ? null : tax.to().plusDays(1)));
        }
    }

    private static TaxRule untaxed(String taxClass, String country) {
        return new TaxRule(
                TaxClasses.NONE,
                country,
                taxClass,
                null,
                null,
                TaxCategory.O,
                BigDecimal.ZERO,
                null,
                TrytonTax.NONE.reason(),
                EVER,
                null);
    }
}
