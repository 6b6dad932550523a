package org.throughline.tax;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.throughline.shared.TaxCategory;

/** Rules about the same thing follow each other day by day. */
class TaxRuleConflictTest {

    @Test
    void rulesThatFollowEachOtherAreWell() {
        assertThat(conflicts(
                        rule("a", "2020-01-01", "2021-01-01"),
                        rule("c", "2022-01-01", null),
                        rule("b", "2021-01-01", "2022-01-01")))
                .isEmpty();
    }

    @Test
    void twoRulesOnADayOverlap() {
        assertThat(conflicts(rule("b", "2020-12-31", "2022-01-01"), rule("a", "2020-01-01", "2021-01-01")))
                .containsExactly("a overlaps b 2020-12-31 2021-01-01");
        assertThat(conflicts(rule("a", "2020-01-01", null), rule("b", "2021-01-01", null)))
                .containsExactly("a overlaps b 2021-01-01 null");
        assertThat(conflicts(rule("a", "2020-01-01", null), rule("b", "2021-01-01", "2022-01-01")))
                .containsExactly("a overlaps b 2021-01-01 2022-01-01");
        assertThat(conflicts(rule("a", "2020-01-01", "2021-01-01"), rule("b", "2020-01-01", null)))
                .containsExactly("a overlaps b 2020-01-01 2021-01-01");
    }

    @Test
    void theRuleThatReachesFurthestIsComparedWithTheNext() {
        assertThat(conflicts(
                        rule("long", "2020-01-01", "2024-01-01"),
                        rule("short", "2021-01-01", "2022-01-01"),
                        rule("next", "2024-01-01", null)))
                .containsExactly("long overlaps short 2021-01-01 2022-01-01");
        assertThat(conflicts(
                        rule("ever", "2020-01-01", null),
                        rule("short", "2021-01-01", "2022-01-01"),
                        rule("next", "2024-01-01", null)))
                .containsExactly("ever overlaps short 2021-01-01 2022-01-01", "ever overlaps next 2024-01-01 null");
    }

    @Test
    void daysWithoutARuleAreAGap() {
        assertThat(conflicts(rule("a", "2020-01-01", "2021-01-01"), rule("b", "2021-01-02", null)))
                .containsExactly("a gap b 2021-01-01 2021-01-02");
    }

    @Test
    void rulesAboutOtherThingsAreNotCompared() {
        TaxLevy state = new TaxLevy("US-NY", JurisdictionLevel.STATE, "state tax");
        TaxLevy other = new TaxLevy("US-NY", JurisdictionLevel.STATE, "other tax");
        TaxLevy city = new TaxLevy("US-NY-NYC", JurisdictionLevel.CITY, "state tax");
        assertThat(conflicts(
                        rule("country", "US", "*", null, null, Buyers.ALL, null),
                        rule("class", "US", "FOOD", null, null, Buyers.ALL, null),
                        rule("region", "US", "*", "NY", null, Buyers.ALL, null),
                        rule("postal", "US", "*", "NY", "1.*", Buyers.ALL, null),
                        rule("buyers", "US", "*", null, null, Buyers.REGISTERED, null),
                        rule("levy", "US", "*", null, null, Buyers.ALL, state),
                        rule("name", "US", "*", null, null, Buyers.ALL, other),
                        rule("city", "US", "*", null, null, Buyers.ALL, city),
                        rule("elsewhere", "CA", "*", null, null, Buyers.ALL, null)))
                .isEmpty();
        assertThat(conflicts(
                        rule("one", "US", "*", "NY", null, Buyers.ALL, state),
                        rule("same", "US", "*", "us-ny", null, Buyers.ALL, state)))
                .hasSize(1);
    }

    @Test
    void whatHoldsAlreadyGivesWayToWhatBeginsLater() {
        List<TaxRule> open = List.of(rule("old", "2020-01-01", null));
        assertThat(texts(TaxRuleConflict.of(open, List.of(rule("new", "2026-01-01", null)))))
                .isEmpty();
        assertThat(texts(TaxRuleConflict.of(open, List.of(rule("new", "2020-01-01", null)))))
                .containsExactly("new overlaps old 2020-01-01 null");
        List<TaxRule> ended = List.of(rule("old", "2020-01-01", "2025-01-01"));
        assertThat(texts(TaxRuleConflict.of(ended, List.of(rule("new", "2026-01-01", null)))))
                .containsExactly("old gap new 2025-01-01 2026-01-01");
        assertThat(texts(TaxRuleConflict.of(ended, List.of(rule("new", "2024-01-01", null)))))
                .containsExactly("old overlaps new 2024-01-01 2025-01-01");
    }

    @Test
    void whatIsWrongAlreadyIsNotReported() {
        List<TaxRule> present = List.of(rule("a", "2020-01-01", "2021-01-01"), rule("b", "2022-01-01", null));
        assertThat(TaxRuleConflict.of(present, List.of(rule("c", "2024-01-01", null))))
                .isEmpty();
    }

    private static List<String> conflicts(TaxRule... added) {
        return texts(TaxRuleConflict.of(List.of(), List.of(added)));
    }

    private static List<String> texts(List<TaxRuleConflict> conflicts) {
        return conflicts.stream()
                .map(conflict -> conflict.earlier().id() + (conflict.overlap() ? " overlaps " : " gap ")
                        + conflict.later().id() + " " + conflict.from() + " " + conflict.until())
                .toList();
    }

    private static TaxRule rule(String id, String from, String until) {
        return new TaxRule(
                id,
                "DE",
                "STANDARD",
                null,
                null,
                TaxCategory.S,
                BigDecimal.TEN,
                null,
                null,
                LocalDate.parse(from),
                until == null ? null : LocalDate.parse(until));
    }

    private static TaxRule rule(
            String id, String country, String taxClass, String region, String postal, Buyers buyers, TaxLevy levy) {
        return new TaxRule(
                id,
                country,
                taxClass,
                region,
                postal,
                TaxCategory.S,
                BigDecimal.TEN,
                null,
                null,
                LocalDate.EPOCH,
                null,
                null,
                buyers,
                levy);
    }
}
