package org.throughline.endpoint.contract;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a text is a value of a simple type. Used only in requests that the schema's validator has already refused: it
 * loses its place at the first violation, and callers want to know of the others too.
 */
final class ValueCheck {

    private static final Pattern DECIMAL = Pattern.compile("[+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)");
    private static final Pattern INT = Pattern.compile("[+-]?0*[0-9]{1,10}");
    private static final String ZONE = "(?:Z|[+-](?:0[0-9]|1[0-3]):[0-5][0-9]|[+-]14:00)";
    private static final Pattern DATE = Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})" + ZONE + "?");
    private static final Pattern DATE_TIME = Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})"
            + "T(?:(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\\.[0-9]{1,9})?|24:00:00(?:\\.0{1,9})?)" + ZONE + "?");
    private static final int LONGEST_NUMBER = 100;

    private ValueCheck() {}

    static boolean allows(SimpleType type, String text) {
        String value = type.primitive().equals("string") ? text : text.strip();
        return isPrimitive(type.primitive(), value)
                && (type.values().isEmpty() || type.values().containsKey(value))
                && type.facets().entrySet().stream().allMatch(facet -> allows(facet, value));
    }

    private static boolean isPrimitive(String primitive, String value) {
        return switch (primitive) {
            case "decimal" ->
                value.length() <= LONGEST_NUMBER && DECIMAL.matcher(value).matches();
            case "int" -> INT.matcher(value).matches() && isInt(new BigDecimal(value));
            case "boolean" -> value.matches("true|false|0|1");
            case "date" -> hasDay(DATE.matcher(value));
            case "dateTime" -> hasDay(DATE_TIME.matcher(value));
            default -> true;
        };
    }

    private static boolean allows(Map.Entry<String, String> facet, String value) {
        String limit = facet.getValue();
        return switch (facet.getKey()) {
            case "minLength" -> length(value) >= Integer.parseInt(limit);
            case "maxLength" -> length(value) <= Integer.parseInt(limit);
            case "pattern" -> value.matches(limit);
            case "totalDigits" -> digits(value) <= Integer.parseInt(limit);
            case "fractionDigits" -> decimals(value) <= Integer.parseInt(limit);
            case "minInclusive" -> new BigDecimal(value).compareTo(new BigDecimal(limit)) >= 0;
            case "maxInclusive" -> new BigDecimal(value).compareTo(new BigDecimal(limit)) <= 0;
            default -> true;
        };
    }

    private static int length(String value) {
        return value.codePointCount(0, value.length());
    }

    private static int digits(String value) {
        BigDecimal number = new BigDecimal(value).stripTrailingZeros();
        return Math.max(number.precision(), number.scale());
    }

    private static int decimals(String value) {
        return Math.max(new BigDecimal(value).stripTrailingZeros().scale(), 0);
    }

    private static boolean isInt(BigDecimal number) {
        return number.compareTo(BigDecimal.valueOf(number.intValue())) == 0;
    }

    private static boolean hasDay(Matcher matcher) {
        if (!matcher.matches()) {
            return false;
        }
        try {
            LocalDate.parse(matcher.group(1));
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
