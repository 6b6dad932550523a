package org.throughline.erp.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SearchTermsTest {

    @Test
    void wordsAreUpperCaseAndEachOnce() {
        assertThat(SearchTerms.of("Hex bolt, M8x40", "hex/M8")).containsExactly("BOLT", "HEX", "M8", "M8X40");
    }

    @Test
    void wordsOfOtherScriptsStayWhole() {
        assertThat(SearchTerms.of("Müller-Öl naïve")).containsExactly("MÜLLER", "NAÏVE", "ÖL");
    }

    @Test
    void textsWithoutWordsHaveNone() {
        assertThat(SearchTerms.of(null, "", " -- ")).isEmpty();
    }
}
