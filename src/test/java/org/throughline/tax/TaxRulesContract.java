package org.throughline.tax;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Source;
import org.throughline.shared.TaxCategory;

/** What every ERP's {@link TaxRules} do. */
public abstract class TaxRulesContract {

    /** What the ERP under test must hold, and nothing else. */
    public static final List<TaxRule> RULES = List.of(
            new TaxRule(
                    "DE-1",
                    "DE",
                    "STANDARD",
                    null,
                    null,
                    TaxCategory.S,
                    new BigDecimal("16.0000"),
                    null,
                    null,
                    LocalDate.of(2020, 7, 1),
                    LocalDate.of(2021, 1, 1)),
            new TaxRule(
                    "DE-2",
                    "DE",
                    "STANDARD",
                    null,
                    null,
                    TaxCategory.S,
                    new BigDecimal("19.0000"),
                    null,
                    null,
                    LocalDate.of(2021, 1, 1),
                    null),
            new TaxRule(
                    "DE-3",
                    "DE",
                    "*",
                    null,
                    "78266",
                    TaxCategory.G,
                    new BigDecimal("0.0000"),
                    "VATEX-EU-G",
                    "Büsingen",
                    LocalDate.of(1, 1, 1),
                    null),
            new TaxRule(
                    "US-1",
                    "US",
                    "STANDARD",
                    "WA",
                    null,
                    TaxCategory.S,
                    new BigDecimal("6.5000"),
                    null,
                    null,
                    LocalDate.of(2000, 1, 1),
                    null),
            new TaxRule(
                    "US-2",
                    "US",
                    "CLOTHING",
                    "NY",
                    "100\\d\\d",
                    TaxCategory.S,
                    new BigDecimal("4.5000"),
                    null,
                    null,
                    LocalDate.of(2000, 1, 1),
                    null,
                    "New York Tax Law 1109",
                    Buyers.UNREGISTERED,
                    new TaxLevy(
                            "US-NY-NYC",
                            JurisdictionLevel.CITY,
                            "New York City sales tax",
                            true,
                            new TaxableShare(new BigDecimal("110.000000"), true, new BigDecimal("5000.000000")))));

    protected abstract TaxRules taxRules();

    @Test
    void aCountryHasAllItsRulesWhateverTheirDates() {
        Map<String, TaxTable> rules = taxRules().of(Set.of("DE"), MaxAge.ANY).value();
        assertThat(rules).containsOnlyKeys("DE");
        assertThat(rules.get("DE").rules()).containsExactlyInAnyOrderElementsOf(RULES.subList(0, 3));
    }

    @Test
    void manyCountriesComeAtOnceAndOneWithoutRulesIsEmpty() {
        Map<String, TaxTable> rules =
                taxRules().of(Set.of("DE", "US", "NZ"), MaxAge.ANY).value();
        assertThat(rules).containsOnlyKeys("DE", "US", "NZ");
        assertThat(rules.get("US").rules()).containsExactly(RULES.get(3), RULES.get(4));
        assertThat(rules.get("NZ").rules()).isEmpty();
    }

    @Test
    void answersAreLive() {
        assertThat(taxRules().of(Set.of("DE"), MaxAge.LIVE).freshness().source())
                .isEqualTo(Source.LIVE);
    }
}
