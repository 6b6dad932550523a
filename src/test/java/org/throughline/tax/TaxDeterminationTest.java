package org.throughline.tax;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.throughline.shared.TaxCategory;

/** Who sells what to whom and where decides the tax. */
class TaxDeterminationTest {

    private static final Map<String, TaxTable> RULES = tables(Map.of(
            "GB",
                    List.of(
                            rule("GB", "STANDARD", TaxCategory.S, "17.5", "2010-01-01", "2011-01-04"),
                            rule("GB", "STANDARD", TaxCategory.S, "20", "2011-01-04", null),
                            rule("GB", "ZERO", TaxCategory.Z, "0", "1973-04-01", null),
                            rule("GB", "EXEMPT", TaxCategory.E, "0", "1973-04-01", null),
                            rule("GB", "DEPOSIT", TaxCategory.O, "0", "1973-04-01", null)),
            "DE",
                    List.of(
                            rule("DE", "STANDARD", TaxCategory.S, "19", "2007-01-01", "2020-07-01"),
                            rule("DE", "STANDARD", TaxCategory.S, "16", "2020-07-01", "2021-01-01"),
                            rule("DE", "STANDARD", TaxCategory.S, "19", "2021-01-01", null),
                            rule("DE", "REDUCED", TaxCategory.S, "7", "2021-01-01", null),
                            area("DE", TaxRule.ANY_CLASS, "78266", TaxCategory.G, "0")),
            "FR", List.of(rule("FR", "STANDARD", TaxCategory.S, "20", "2014-01-01", null)),
            "PT",
                    List.of(
                            rule("PT", "STANDARD", TaxCategory.S, "23", "2011-01-01", null),
                            rule("PT", "REDUCED", TaxCategory.S, "6", "2011-01-01", null),
                            rule("PT", "EXEMPT", TaxCategory.E, "0", "2011-01-01", null),
                            area("PT", "STANDARD", "9[0-4]\\d{2,}", TaxCategory.S, "22")),
            "US",
                    List.of(
                            rule("US", "STANDARD", TaxCategory.O, "0", "2000-01-01", null),
                            new TaxRule(
                                    "US-WA",
                                    "US",
                                    "STANDARD",
                                    "WA",
                                    null,
                                    TaxCategory.S,
                                    new BigDecimal("6.5"),
                                    null,
                                    null,
                                    LocalDate.EPOCH,
                                    null))));

    @ParameterizedTest(name = "{0}: {7} {8}")
    @CsvSource(textBlock = """
                    # what,                            seller, buyer, tax id, ship to, class,    date,       category, rate
                    domestic at the standard rate,     DE,     DE,    DE1,    DE,      STANDARD, 2026-01-01, S,        19
                    domestic at the reduced rate,      DE,     DE,    DE1,    DE,      REDUCED,  2026-01-01, S,        7
                    the last day of a rate,            DE,     DE,    DE1,    DE,      STANDARD, 2020-12-31, S,        16
                    the first day of the next,         DE,     DE,    DE1,    DE,      STANDARD, 2021-01-01, S,        19
                    domestic zero rated,               GB,     GB,    ,       GB,      ZERO,     2026-01-01, Z,        0
                    domestic exempt,                   GB,     GB,    ,       GB,      EXEMPT,   2026-01-01, E,        0
                    out of scope wherever it goes,     GB,     US,    ,       US,      DEPOSIT,  2026-01-01, O,        0
                    intra-community,                   DE,     FR,    FR1,    FR,      STANDARD, 2026-01-01, K,        0
                    to another member's third place,   DE,     FR,    FR1,    PT,      STANDARD, 2026-01-01, K,        0
                    distance sale to a consumer,       DE,     FR,    ,       FR,      STANDARD, 2026-01-01, S,        20
                    a business without foreign id,     DE,     DE,    DE1,    FR,      STANDARD, 2026-01-01, S,        19
                    collected here by a foreigner,     DE,     FR,    FR1,    DE,      STANDARD, 2026-01-01, S,        19
                    export from the Union,             DE,     US,    ,       US,      STANDARD, 2026-01-01, G,        0
                    export to the United Kingdom,      DE,     GB,    GB1,    GB,      STANDARD, 2021-01-01, G,        0
                    to the United Kingdom before,      DE,     GB,    GB1,    GB,      STANDARD, 2020-12-31, K,        0
                    export from the United Kingdom,    GB,     DE,    DE1,    DE,      STANDARD, 2026-01-01, G,        0
                    no tax in a country,               US,     US,    ,       US,      STANDARD, 2026-01-01, O,        0
                    """)
    void goods(
            String what,
            String seller,
            String buyer,
            String taxId,
            String shipTo,
            String taxClass,
            LocalDate date,
            TaxCategory category,
            BigDecimal rate) {
        TaxTreatment treatment =
                treatment(seller, buyer, taxId, new TaxPlace(shipTo, null, null), taxClass, false, date);
        assertThat(treatment.category()).isEqualTo(category);
        assertThat(treatment.ratePercent()).isEqualByComparingTo(rate);
        assertThat(treatment.ruleId()).isNotBlank();
    }

    @ParameterizedTest(name = "{0}: {4} {5}")
    @CsvSource(textBlock = """
                    # what,                        seller, buyer, tax id, category, rate
                    domestic,                      DE,     DE,    DE1,    S,        19
                    to a business of the Union,    DE,     FR,    FR1,    AE,       0
                    to a consumer of the Union,    DE,     FR,    ,       S,        19
                    to a buyer outside the Union,  DE,     US,    ,       O,        0
                    from outside the Union,        GB,     DE,    DE1,    O,        0
                    """)
    void services(String what, String seller, String buyer, String taxId, TaxCategory category, BigDecimal rate) {
        TaxTreatment treatment = treatment(
                seller, buyer, taxId, new TaxPlace(buyer, null, null), "STANDARD", true, LocalDate.of(2026, 1, 1));
        assertThat(treatment.category()).isEqualTo(category);
        assertThat(treatment.ratePercent()).isEqualByComparingTo(rate);
    }

    @Test
    void reasonsOfTheUnionAreGivenBySellersOfTheUnionOnly() {
        TaxTreatment german = treatment("DE", "FR", "FR1", new TaxPlace("FR", null, null), "STANDARD", false, DAY);
        assertThat(german.reasonCode()).isEqualTo("VATEX-EU-IC");
        TaxTreatment british = treatment("GB", "FR", "FR1", new TaxPlace("FR", null, null), "STANDARD", false, DAY);
        assertThat(british.reasonCode()).isNull();
        assertThat(british.reason()).isEqualTo("Export outside the tax territory");
    }

    @Test
    void anExemptBuyerPaysNoTaxAtHome() {
        Supply supply = new Supply(
                new TaxParty("GB", "GB1", false), new TaxParty("GB", null, true), new TaxPlace("GB", null, null), DAY);
        TaxDetermination determination = new TaxDetermination(supply, RULES);
        assertThat(determination
                        .treatmentOf(new TaxClass("STANDARD", false))
                        .orElseThrow()
                        .category())
                .isEqualTo(TaxCategory.E);
        assertThat(determination
                        .treatmentOf(new TaxClass("ZERO", false))
                        .orElseThrow()
                        .category())
                .isEqualTo(TaxCategory.Z);
    }

    @Test
    void aPlaceOutsideTheUnionsTerritoryIsAnExportThoughItsCountryIsAMember() {
        TaxTreatment busingen = treatment("DE", "DE", "DE1", new TaxPlace("DE", null, "78266"), "REDUCED", false, DAY);
        assertThat(busingen.category()).isEqualTo(TaxCategory.G);
        TaxTreatment fromFrance =
                treatment("FR", "DE", "DE1", new TaxPlace("DE", null, "78 266"), "STANDARD", false, DAY);
        assertThat(fromFrance.category()).isEqualTo(TaxCategory.G);
    }

    @Test
    void anAreaWithRatesOfItsOwnTakesNoTaxedRateFromTheCountry() {
        TaxPlace madeira = new TaxPlace("PT", null, "9000-082".replace("-", ""));
        assertThat(treatment("PT", "PT", "PT1", madeira, "STANDARD", false, DAY).ratePercent())
                .isEqualByComparingTo("22");
        assertThat(treatment("PT", "PT", "PT1", madeira, "EXEMPT", false, DAY).category())
                .isEqualTo(TaxCategory.E);
        assertThat(determination("PT", "PT", "PT1", madeira, DAY).treatmentOf(new TaxClass("REDUCED", false)))
                .isEmpty();
    }

    @Test
    void aRegionHasItsOwnRates() {
        assertThat(treatment("US", "US", null, new TaxPlace("US", "WA", null), "STANDARD", false, DAY)
                        .ratePercent())
                .isEqualByComparingTo("6.5");
        assertThat(treatment("US", "US", null, new TaxPlace("US", "OR", null), "STANDARD", false, DAY)
                        .category())
                .isEqualTo(TaxCategory.O);
    }

    @Test
    void whatHasNoRuleHasNoTreatment() {
        TaxDetermination german = determination("DE", "DE", null, new TaxPlace("DE", null, null), DAY);
        assertThat(german.treatmentOf(new TaxClass("UNHEARD_OF", false))).isEmpty();
        TaxDetermination tooEarly =
                determination("DE", "DE", null, new TaxPlace("DE", null, null), LocalDate.of(1999, 1, 1));
        assertThat(tooEarly.treatmentOf(new TaxClass("STANDARD", false))).isEmpty();
        TaxDetermination consumerElsewhere = determination("DE", "IT", null, new TaxPlace("IT", null, null), DAY);
        assertThat(consumerElsewhere.treatmentOf(new TaxClass("STANDARD", false)))
                .isEmpty();
    }

    private static Map<String, TaxTable> tables(Map<String, List<TaxRule>> rules) {
        return rules.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> TaxTable.of(entry.getValue())));
    }

    private static final LocalDate DAY = LocalDate.of(2026, 11, 15);

    private static TaxTreatment treatment(
            String seller,
            String buyer,
            String taxId,
            TaxPlace place,
            String taxClass,
            boolean service,
            LocalDate day) {
        return determination(seller, buyer, taxId, place, day)
                .treatmentOf(new TaxClass(taxClass, service))
                .orElseThrow();
    }

    private static TaxDetermination determination(
            String seller, String buyer, String taxId, TaxPlace place, LocalDate day) {
        return new TaxDetermination(
                new Supply(new TaxParty(seller, seller + "1", false), new TaxParty(buyer, taxId, false), place, day),
                RULES);
    }

    private static TaxRule rule(
            String country, String taxClass, TaxCategory category, String rate, String from, String until) {
        return new TaxRule(
                country + "-" + taxClass + "-" + from,
                country,
                taxClass,
                null,
                null,
                category,
                new BigDecimal(rate),
                null,
                null,
                LocalDate.parse(from),
                until == null ? null : LocalDate.parse(until));
    }

    private static TaxRule area(String country, String taxClass, String postal, TaxCategory category, String rate) {
        return new TaxRule(
                country + "-" + postal,
                country,
                taxClass,
                null,
                postal,
                category,
                new BigDecimal(rate),
                null,
                null,
                LocalDate.EPOCH,
                null);
    }
}
