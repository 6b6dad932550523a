package org.throughline.endpoint.common.v1;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.throughline.wire.common.v1.ExtensionType;
import org.throughline.wire.common.v1.FreshnessType;
import org.throughline.wire.common.v1.SourceType;
import org.throughline.wire.common.v1.TaxCategoryType;
import org.throughline.wire.common.v1.TaxSubtotalType;
import org.throughline.wire.common.v1.ViolationType;

class WireJsonTest {

    @Test
    void decimals_are_plain_strings_in_the_order_of_the_schema_and_absent_is_left_out() {
        TaxSubtotalType subtotal = new TaxSubtotalType();
        subtotal.setTax(new BigDecimal("1E+3"));
        subtotal.setTaxable(new BigDecimal("0.10"));
        subtotal.setCategory(TaxCategoryType.AE);

        assertThat(json(subtotal)).isEqualTo("{\"category\":\"AE\",\"taxable\":\"0.10\",\"tax\":\"1000\"}");
    }

    @Test
    void times_are_iso_and_enumerations_as_in_the_schema() {
        FreshnessType freshness = new FreshnessType();
        freshness.setAsOf(Instant.parse("2026-11-22T09:30:00Z"));
        freshness.setSource(SourceType.LIVE);

        assertThat(json(freshness)).isEqualTo("{\"asOf\":\"2026-11-22T09:30:00Z\",\"source\":\"LIVE\"}");
    }

    @Test
    void empty_lists_are_left_out_and_extensions_are_empty() {
        ViolationType violation = new ViolationType();
        violation.getAllowedValue().clear();
        violation.setExtension(new ExtensionType());

        assertThat(json(violation)).isEqualTo("{\"extension\":{}}");
    }

    @Test
    void what_was_written_is_read_again_and_what_is_unknown_left_out() {
        String written = "{\"category\":\"AE\",\"taxable\":\"0.10\",\"tax\":\"1000\"}";
        TaxSubtotalType read = WireJson.read(written.getBytes(UTF_8), TaxSubtotalType.class);
        assertThat(json(read)).isEqualTo(written);
        String newer = written.replace("{", "{\"unheardOf\":{\"a\":[1]},");
        assertThat(json(WireJson.read(newer.getBytes(UTF_8), TaxSubtotalType.class)))
                .isEqualTo(written);
        String times = "{\"asOf\":\"2026-11-22T09:30:00Z\",\"source\":\"LIVE\"}";
        assertThat(json(WireJson.read(times.getBytes(UTF_8), FreshnessType.class)))
                .isEqualTo(times);
    }

    private static String json(Object value) {
        return new String(WireJson.write(value), UTF_8);
    }
}
