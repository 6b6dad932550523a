package org.throughline.erp.embedded;

import static java.util.stream.Collectors.groupingBy;
import static org.throughline.erp.embedded.Columns.date;

import java.sql.ResultSet;
import java.sql.SQLException;
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
import org.throughline.shared.Answer;
import org.throughline.shared.MaxAge;
import org.throughline.shared.TaxCategory;
import org.throughline.tax.Buyers;
import org.throughline.tax.JurisdictionLevel;
import org.throughline.tax.TaxLevy;
import org.throughline.tax.TaxRule;
import org.throughline.tax.TaxRules;
import org.throughline.tax.TaxTable;
import org.throughline.tax.TaxableShare;

/** Tax rules of the embedded ERP: one statement. */
@Component
class EmbeddedTaxRules implements TaxRules {

    private static final String BY_COUNTRY = """
            select id, country, region, tax_class, category, rate_percent, postal_pattern, reason_code, reason,
                valid_from, valid_to, legal_reference, buyers, jurisdiction, jurisdiction_level, tax_name, compound,
                taxable_from, excess_only, taxable_up_to
            from tax_rule where country in (:countries) order by id""";

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
                .query((row, number) -> rule(row))
                .list();
    }

    private static TaxRule rule(ResultSet row) throws SQLException {
        return new TaxRule(
                row.getString("id"),
                row.getString("country"),
                row.getString("tax_class"),
                row.getString("region"),
                row.getString("postal_pattern"),
                TaxCategory.valueOf(row.getString("category")),
                row.getBigDecimal("rate_percent"),
                row.getString("reason_code"),
                row.getString("reason"),
                date(row, "valid_from"),
                date(row, "valid_to"),
                row.getString("legal_reference"),
                Buyers.valueOf(row.getString("buyers")),
                levy(row));
    }

    private static TaxLevy levy(ResultSet row) throws SQLException {
        String jurisdiction = row.getString("jurisdiction");
        return jurisdiction == null
                ? null
                : new TaxLevy(
                        jurisdiction,
                        JurisdictionLevel.valueOf(row.getString("jurisdiction_level")),
                        row.getString("tax_name"),
                        row.getBoolean("compound"),
                        new TaxableShare(
                                row.getBigDecimal("taxable_from"),
                                row.getBoolean("excess_only"),
                                row.getBigDecimal("taxable_up_to")));
    }
}
