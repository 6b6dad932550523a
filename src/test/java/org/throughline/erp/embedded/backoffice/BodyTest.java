package org.throughline.erp.embedded.backoffice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.throughline.order.HoldReason;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.Violation;

class BodyTest {

    private record Line(Integer line, BigDecimal quantity) {
        static Line of(Fields fields) {
            return new Line(fields.number("line"), fields.optionalQuantity("quantity"));
        }
    }

    private record Everything(
            String by,
            LocalDate day,
            Instant at,
            HoldReason reason,
            BigDecimal amount,
            boolean all,
            byte[] content,
            List<Line> lines) {
        static Everything of(Fields fields) {
            return new Everything(
                    fields.text("by", 10),
                    fields.optionalDate("day"),
                    fields.optionalInstant("at"),
                    fields.optionalChoice("reason", HoldReason.class),
                    fields.optionalAmount("amount"),
                    fields.flag("all"),
                    fields.content("content", 4),
                    fields.list("lines", Line::of));
        }
    }

    @Test
    void whatIsThereIsRead() throws Exception {
        Everything read = everything("""
                {"by":" Ann ","day":"2026-11-22","at":"2026-11-22T10:00:00Z","reason":"CREDIT","amount":"1.005","all":true,
                 "content":"AQIDBA==","lines":[{"line":1,"quantity":"-2.5"},{"line":2}]}""");
        assertThat(read.by()).isEqualTo("Ann");
        assertThat(read.day()).isEqualTo("2026-11-22");
        assertThat(read.at()).isEqualTo("2026-11-22T10:00:00Z");
        assertThat(read.reason()).isEqualTo(HoldReason.CREDIT);
        assertThat(read.amount()).isEqualTo("1.005");
        assertThat(read.all()).isTrue();
        assertThat(read.content()).containsExactly(1, 2, 3, 4);
        assertThat(read.lines()).containsExactly(new Line(1, new BigDecimal("-2.5")), new Line(2, null));
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceWithItsPath() {
        assertThat(wrong("""
                {"day":"22.11.2026","at":"yesterday","reason":"NO","amount":"1e3","all":"yes","content":"AQIDBAU=",
                 "lines":[{"line":0,"quantity":1},{"quantity":"1.1234567","colour":"red"},7],"more":1}"""))
                .containsExactlyInAnyOrder(
                        "by",
                        "day",
                        "at",
                        "reason",
                        "amount",
                        "all",
                        "content",
                        "lines[0].line",
                        "lines[0].quantity",
                        "lines[1].line",
                        "lines[1].quantity",
                        "lines[1]",
                        "lines[2]",
                        "");
    }

    @Test
    void textHasNoControlCharactersAndIsNeitherEmptyNorTooLong() {
        for (String text : List.of("", "   ", "a\\u0000b", "a\\nb", "\\ud800", "12345678901")) {
            assertThat(wrong("{\"by\":\"" + text + "\",\"content\":\"AQ==\",\"lines\":[{\"line\":1}]}"))
                    .as(text)
                    .containsExactly("by");
        }
    }

    @Test
    void daysOfOtherAgesAndEmptyListsAreRefused() {
        assertThat(
                        wrong(
                                "{\"by\":\"A\",\"day\":\"+99999-01-01\",\"at\":\"0001-01-01T00:00:00Z\",\"content\":\"AQ==\",\"lines\":[]}"))
                .containsExactly("day", "at", "lines");
    }

    @Test
    void whatIsNoJsonIsMalformed() {
        for (String text : List.of("", "{", "{\"by\":1,\"by\":2}", "{} {}", "\u00ff")) {
            assertThatThrownBy(() -> everything(text))
                    .as(text)
                    .isInstanceOfSatisfying(ServiceFault.class, fault -> assertThat(fault.code())
                            .isEqualTo(ErrorCode.MALFORMED_MESSAGE));
        }
        assertThatThrownBy(() -> everything("[".repeat(100)))
                .isInstanceOfSatisfying(
                        ServiceFault.class, fault -> assertThat(fault.code()).isEqualTo(ErrorCode.MESSAGE_TOO_LARGE));
        assertThat(wrong("[]")).containsExactly("");
    }

    private static List<String> wrong(String json) {
        ServiceFault fault = catchThrowableOfType(ServiceFault.class, () -> everything(json));
        assertThat(fault).as("a fault").isNotNull();
        assertThat(fault.violations()).extracting(Violation::code).containsOnly(ErrorCode.SCHEMA_VIOLATION);
        return fault.violations().stream().map(Violation::path).toList();
    }

    private static Everything everything(String json) throws IOException {
        return Body.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)))
                .as(Everything::of);
    }
}
