package org.throughline.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeyBatchesTest {

    @Test
    void noKeysNeedNoStatement() {
        assertThat(KeyBatches.of(List.of())).isEmpty();
    }

    @Test
    void duplicatesAreReadOnce() {
        assertThat(KeyBatches.of(List.of("a", "b", "a"))).containsExactly(List.of("a", "b"));
    }

    @Test
    void aBatchIsFilledUpWithItsLastKey() {
        assertThat(KeyBatches.of(List.of("a", "b", "c"))).containsExactly(List.of("a", "b", "c", "c", "c"));
    }

    @Test
    void moreThanFiveHundredKeysAreSplit() {
        List<Integer> keys = IntStream.range(0, 1001).boxed().toList();
        assertThat(KeyBatches.of(keys)).extracting(List::size).containsExactly(500, 500, 1);
        assertThat(KeyBatches.<Integer, Integer>read(keys, batch -> batch)).containsExactlyElementsOf(keys);
    }

    @Test
    void aPrefixEndsBeforeTheNextCharacter() {
        assertThat(Prefix.of("AB")).isEqualTo(new Prefix("AB", "AC"));
        assertThat(Prefix.of("\uD7FF")).isEqualTo(new Prefix("\uD7FF", "\uE000"));
    }
}
