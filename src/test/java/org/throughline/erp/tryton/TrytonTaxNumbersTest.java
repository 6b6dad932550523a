package org.throughline.erp.tryton;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TrytonTaxNumbersTest {

    @Test
    void theTypeFollowsFromTheCountry() {
        assertThat(TrytonTaxNumbers.type("DE")).contains("eu_vat");
        assertThat(TrytonTaxNumbers.type("GB")).contains("gb_vat");
        assertThat(TrytonTaxNumbers.type("US")).contains("us_ein");
        assertThat(TrytonTaxNumbers.type("XK")).isEmpty();
    }

    @Test
    void theCountryFollowsFromTheTypeAndForEuropeFromTheNumber() {
        assertThat(TrytonTaxNumbers.country("eu_vat", "de 136695976")).isEqualTo("DE");
        assertThat(TrytonTaxNumbers.country("eu_vat", "EL094259216")).isEqualTo("GR");
        assertThat(TrytonTaxNumbers.country("gb_vat", "980 7806 84")).isEqualTo("GB");
        assertThat(TrytonTaxNumbers.country("us_ein", "04-2103594")).isEqualTo("US");
    }

    @Test
    void aEuropeanNumberGetsThePrefixOfItsCountryWhenItHasNone() {
        assertThat(TrytonTaxNumbers.number("DE", "136695976")).isEqualTo("DE136695976");
        assertThat(TrytonTaxNumbers.number("DE", "de 136695976")).isEqualTo("de 136695976");
        assertThat(TrytonTaxNumbers.number("GR", "094259216")).isEqualTo("EL094259216");
        assertThat(TrytonTaxNumbers.number("US", "04-2103594")).isEqualTo("04-2103594");
    }
}
