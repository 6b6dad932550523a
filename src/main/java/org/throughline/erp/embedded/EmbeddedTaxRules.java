package org.throughline.erp.embedded;

import static java.util.stream.Collectors.groupingBy;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.database.KeyBatches;
import org.throughline.erp.embedded.rows.TaxRows;
import org.throughline.shared.Answer;
import org.throughline.shared.MaxAge;
import org.throughline.tax.TaxRule;
import org.throughline.tax.TaxRules;
import org.throughline.tax.TaxTable;

/** Tax rules of the embedded ERP: one statement. */
@Component
class EmbeddedTaxRules implements TaxRules {

    private static final String BY_COUNTRY =
            "select " + TaxRows.RULE + " from tax_rule where country in (:countries) order by id";

    private final JdbcClient jdbc;
    private final Clock clock;

    EmbeddedTaxRules(@Qualifier("erp") JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Answer<Map<String, TaxTable>> of(Set<String> countries, MaxAge maxAge) {
        Instant now = clock.instant();
        Map<String, TaxTable> tables = new TreeMap<>();
        countries.forEach(country -> tables.put(country, TaxTable.EMPTY));
        KeyBatches.read(countries, this::read).stream()
                .collect(groupingBy(TaxRule::country))
                .forEach((country, rules) -> tables.put(country, TaxTable.of(rules)));
        return Answer.live(tables, now);
    }

    private List<TaxRule> read(List<String> countries) {
        return jdbc.sql(BY_COUNTRY)
                .param("countries", countries)
                .query((row, number) -> TaxRows.rule(row))
                .list();
    }
}
