package org.throughline.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SearchTermsTest {

    @Test
    void wordsAreUpperCaseAndEachOnce() {
        assertThat(SearchTerms.words("Hex bolt, M8x40 hex/M8")).containsExactly("HEX", "BOLT", "M8X40", "M8");
    }

    @Test
    void accentsDoNotCount() {
        assertThat(SearchTerms.words("Müller-Öl naïve")).containsExactly("MULLER", "OL", "NAIVE");
    }

    @Test
    void textsWithoutWordsHaveNone() {
        assertThat(SearchTerms.words(null)).isEmpty();
        assertThat(SearchTerms.words(" -- ")).isEmpty();
    }

    @Test
    void aCompactTermHasNoBlanks() {
        assertThat(SearchTerms.compact("gb 123 4567 89")).isEqualTo("GB123456789");
        assertThat(SearchTerms.compact(null)).isEmpty();
    }

    @Test
    void wordsAsTheyAreWrittenKeepTheirAccents() {
        assertThat(SearchTerms.written("Müller & Co, Müller")).containsExactly("Müller", "Co", "Müller");
        assertThat(SearchTerms.written(null)).isEmpty();
    }

    @Test
    void wordsBeginWordsOfATextInAnyOrder() {
        assertThat(SearchTerms.begin(SearchTerms.words("mul söh"), "Söhne & Müller"))
                .isTrue();
        assertThat(SearchTerms.begin(SearchTerms.words("mul ohn"), "Söhne & Müller"))
                .isFalse();
        assertThat(SearchTerms.begin(SearchTerms.words(""), null)).isTrue();
    }
}
