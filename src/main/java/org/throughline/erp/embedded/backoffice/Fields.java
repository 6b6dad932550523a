package org.throughline.erp.embedded.backoffice;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.Remedy;
import org.throughline.shared.Violations;
import tools.jackson.databind.JsonNode;

/**
 * The fields of a JSON object. Whatever is wrong with one is noted with its path, and its value is null (an empty list);
 * nobody sees such a value, because {@link Body#as} then throws.
 */
final class Fields {

    private static final int MOST_ENTRIES = 10_000;
    private static final Pattern QUANTITY = Pattern.compile("-?\\d{1,9}(\\.\\d{1,6})?");
    private static final Pattern AMOUNT = Pattern.compile("-?\\d{1,15}(\\.\\d{1,3})?");
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2999, 12, 31);

    private final JsonNode node;
    private final String path;
    private final Violations violations;
    private final Set<String> asked = new HashSet<>();

    private Fields(JsonNode node, String path, Violations violations) {
        this.node = node;
        this.path = path;
        this.violations = violations;
    }

    static <T> T read(JsonNode node, String path, Violations violations, Function<Fields, T> reader) {
        if (!node.isObject()) {
            violations.add(ErrorCode.SCHEMA_VIOLATION.at(path, "It is not an object of fields."));
            return null;
        }
        Fields fields = new Fields(node, path.isEmpty() ? "" : path + ".", violations);
        T value = reader.apply(fields);
        fields.refuseUnknown();
        return value;
    }

    /** Text that must be there. */
    String text(String name, int longest) {
        return required(name, optionalText(name, longest));
    }

    /** @return null when absent */
    String optionalText(String name, int longest) {
        return string(name)
                .map(String::strip)
                .filter(text -> holds(
                        name,
                        !text.isEmpty()
                                && text.length() <= longest
                                && text.codePoints().allMatch(Fields::isCharacter),
                        "A text of 1 to " + longest + " characters without control characters."))
                .orElse(null);
    }

    /** A decimal number in quotation marks: at most 9 digits before the point and 6 behind it. */
    BigDecimal quantity(String name) {
        return required(name, decimal(name, QUANTITY, "9 digits before the point and 6"));
    }

    /** @return null when absent */
    BigDecimal optionalQuantity(String name) {
        return decimal(name, QUANTITY, "9 digits before the point and 6");
    }

    /** An amount of money in quotation marks: at most 15 digits before the point and 3 behind it. */
    BigDecimal amount(String name) {
        return required(name, decimal(name, AMOUNT, "15 digits before the point and 3"));
    }

    /** @return null when absent */
    BigDecimal optionalAmount(String name) {
        return decimal(name, AMOUNT, "15 digits before the point and 3");
    }

    /**
     * A currency's code of three letters (ISO 4217).
     *
     * @return null when absent
     */
    Currency optionalCurrency(String name) {
        return string(name)
                .flatMap(text -> parsed(name, text, Currency::getInstance, "A currency such as GBP."))
                .orElse(null);
    }

    /** A whole number above zero, such as the number of a line. */
    Integer number(String name) {
        return required(name, optionalNumber(name));
    }

    /** @return null when absent */
    Integer optionalNumber(String name) {
        return given(name)
                .filter(value -> holds(
                        name,
                        value.isIntegralNumber() && value.canConvertToInt() && value.intValue() > 0,
                        "A whole number above zero."))
                .map(JsonNode::intValue)
                .orElse(null);
    }

    /** A day such as 2026-11-22. */
    LocalDate date(String name) {
        return required(name, optionalDate(name));
    }

    /** @return null when absent */
    LocalDate optionalDate(String name) {
        return string(name)
                .flatMap(text -> parsed(name, text, LocalDate::parse, "A day such as 2026-11-22."))
                .filter(day -> holds(name, !day.isBefore(EARLIEST) && !day.isAfter(LATEST), "A day from 1900 to 2999."))
                .orElse(null);
    }

    /** A moment such as 2026-11-22T10:00:00Z. */
    Instant instant(String name) {
        return required(name, optionalInstant(name));
    }

    /** @return null when absent */
    Instant optionalInstant(String name) {
        return string(name)
                .flatMap(text -> parsed(name, text, Instant::parse, "A moment such as 2026-11-22T10:00:00Z."))
                .filter(moment -> holds(
                        name,
                        !moment.isBefore(Instant.parse(EARLIEST + "T00:00:00Z"))
                                && !moment.isAfter(Instant.parse(LATEST + "T00:00:00Z")),
                        "A moment from 1900 to 2999."))
                .orElse(null);
    }

    /** @return false when absent */
    boolean flag(String name) {
        return given(name)
                .filter(value -> holds(name, value.isBoolean(), "true or false."))
                .map(JsonNode::booleanValue)
                .orElse(false);
    }

    /** One of the names of an enumeration. */
    <E extends Enum<E>> E choice(String name, Class<E> type) {
        return required(name, optionalChoice(name, type));
    }

    /** @return null when absent */
    <E extends Enum<E>> E optionalChoice(String name, Class<E> type) {
        List<E> choices = Arrays.asList(type.getEnumConstants());
        Optional<String> text = string(name);
        Optional<E> chosen = text.flatMap(wanted ->
                choices.stream().filter(each -> each.name().equals(wanted)).findFirst());
        if (text.isPresent() && chosen.isEmpty()) {
            violations.add(ErrorCode.SCHEMA_VIOLATION
                    .at(path + name, "It is none of the values that there are.")
                    .withRemedy(Remedy.oneOf(
                            "Use one of these.",
                            choices.stream().map(Enum::name).toList())));
        }
        return chosen.orElse(null);
    }

    /** A currency by its code of ISO 4217, such as EUR. */
    Currency currency(String name) {
        Currency currency = string(name)
                .flatMap(code -> parsed(name, code, Currency::getInstance, "A currency of ISO 4217, such as EUR."))
                .filter(known -> holds(name, known.getDefaultFractionDigits() >= 0, "The currency of a country."))
                .orElse(null);
        return required(name, currency);
    }

    /** Content in base 64, at most as many bytes; absent, empty or malformed content is null. */
    byte[] content(String name, int mostBytes) {
        Optional<byte[]> content = string(name)
                .flatMap(text -> parsed(name, text, Base64.getDecoder()::decode, "Content in base 64."))
                .filter(bytes ->
                        holds(name, bytes.length > 0 && bytes.length <= mostBytes, "1 to " + mostBytes + " bytes."));
        return required(name, content.orElse(null));
    }

    /** An object of fields that must be there. */
    <T> T object(String name, Function<Fields, T> reader) {
        return required(name, optionalObject(name, reader));
    }

    /** @return null when absent */
    <T> T optionalObject(String name, Function<Fields, T> reader) {
        return given(name)
                .map(value -> read(value, path + name, violations, reader))
                .orElse(null);
    }

    /** A list of 1 to 10,000 objects. */
    <T> List<T> list(String name, Function<Fields, T> reader) {
        required(name, given(name).orElse(null));
        return optionalList(name, reader);
    }

    /** @return empty when absent; what is there has 1 to 10,000 objects */
    <T> List<T> optionalList(String name, Function<Fields, T> reader) {
        List<T> values = new ArrayList<>();
        given(name)
                .filter(array -> holds(
                        name,
                        array.isArray() && !array.isEmpty() && array.size() <= MOST_ENTRIES,
                        "A list of 1 to 10000 entries."))
                .ifPresent(array -> {
                    for (int i = 0; i < array.size(); i++) {
                        Optional.ofNullable(read(array.get(i), path + name + "[" + i + "]", violations, reader))
                                .ifPresent(values::add);
                    }
                });
        return values;
    }

    private Optional<JsonNode> given(String name) {
        asked.add(name);
        return node.hasNonNull(name) ? Optional.of(node.get(name)) : Optional.empty();
    }

    private Optional<String> string(String name) {
        return given(name)
                .filter(value -> holds(name, value.isString(), "A text in quotation marks."))
                .map(JsonNode::stringValue);
    }

    private BigDecimal decimal(String name, Pattern form, String digits) {
        return string(name)
                .filter(text -> holds(
                        name,
                        form.matcher(text).matches(),
                        "A decimal number of at most " + digits + " behind it, in quotation marks."))
                .map(BigDecimal::new)
                .orElse(null);
    }

    private <T> Optional<T> parsed(String name, String text, Function<String, T> parser, String form) {
        try {
            return Optional.of(parser.apply(text));
        } catch (DateTimeException | IllegalArgumentException otherForm) {
            holds(name, false, form);
            return Optional.empty();
        }
    }

    private boolean holds(String name, boolean valid, String form) {
        if (!valid) {
            violations.add(ErrorCode.SCHEMA_VIOLATION
                    .at(path + name, "The value has not the form that it must have.")
                    .withRemedy(Remedy.of(form)));
        }
        return valid;
    }

    private <T> T required(String name, T value) {
        if (value == null && !node.hasNonNull(name)) {
            violations.add(ErrorCode.SCHEMA_VIOLATION.at(path + name, "The field is missing."));
        }
        return value;
    }

    private void refuseUnknown() {
        for (String name : node.propertyNames()) {
            if (!asked.contains(name)) {
                String place = path.isEmpty() ? "" : path.substring(0, path.length() - 1);
                violations.add(ErrorCode.SCHEMA_VIOLATION
                        .at(place, "There is a field that is not known here.")
                        .withRemedy(Remedy.oneOf(
                                "These are known.", asked.stream().sorted().toList())));
            }
        }
    }

    /** Characters that both databases and XML can carry, without those that control something. */
    private static boolean isCharacter(int c) {
        return c >= 0x20 && c < 0x7F || c >= 0xA0 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000;
    }
}
