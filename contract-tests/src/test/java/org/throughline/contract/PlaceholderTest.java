package org.throughline.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceholderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "${any}|x|true",
                "${any}||false",
                "${dateTime}|2026-11-15T10:00:00Z|true",
                "${dateTime}|2026-11-15|false",
                "${date}|2026-11-15|true",
                "${date}|15.11.2026|false",
                "${number}|-12.50|true",
                "${number}|twelve|false",
                "${decimal(12.5)}|12.50|true",
                "${decimal(12.5)}|12.51|false",
                "${decimal(12.5)}|many|false",
                "${regex(SO-\\d{6})}|SO-000123|true",
                "${regex(SO-\\d{6})}|SO-123|false"
            })
    void a_placeholder_stands_for_the_values_that_it_describes(String placeholder, String value, boolean expected) {
        assertThat(Placeholder.parse(placeholder).orElseThrow().matches(value, ignored -> {}))
                .isEqualTo(expected);
    }

    @Test
    void a_captured_value_is_remembered() {
        Map<String, String> captured = new HashMap<>();
        Placeholder capture = Placeholder.parse("${capture(orderId)}").orElseThrow();

        assertThat(capture.matches("SO-1", value -> captured.put(capture.argument(), value)))
                .isTrue();
        assertThat(captured).containsEntry("orderId", "SO-1");
    }

    @Test
    void ordinary_values_are_no_placeholders_and_unknown_ones_are_refused() {
        assertThat(Placeholder.parse("12.50")).isEmpty();
        assertThatThrownBy(() -> Placeholder.parse("${whatever}")).hasMessageContaining("whatever");
        assertThatThrownBy(() -> Placeholder.parse("${decimal}")).hasMessageContaining("decimal");
    }
}
