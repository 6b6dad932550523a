package org.throughline.endpoint.contract;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.namespace.QName;

/**
 * A type of text.
 *
 * @param primitive the type of XML Schema that it restricts: string, decimal, int, boolean, date, dateTime, base64Binary
 * @param facets restrictions by name: minLength, pattern ...
 * @param values the enumeration's values with their documentation; empty when it is none
 */
public record SimpleType(
        QName name, String documentation, String primitive, Map<String, String> facets, Map<String, String> values) {

    private static final String NO_BLANKS_AT_ITS_ENDS = "\\S(.*\\S)?";

    /** What a value must look like, for people. */
    public String expectation() {
        return values.isEmpty() ? primitiveText() + facetText() : "one of " + String.join(", ", values.keySet());
    }

    public List<String> allowedValues() {
        return List.copyOf(values.keySet());
    }

    private String primitiveText() {
        return switch (primitive) {
            case "string" -> "text";
            case "decimal" -> "a decimal number without exponent";
            case "int" -> "a whole number";
            case "boolean" -> "true or false";
            case "date" -> "a date such as 2026-11-22";
            case "dateTime" -> "a time with its zone such as 2026-11-22T09:30:00Z";
            case "base64Binary" -> "bytes in base64";
            default -> throw new IllegalStateException("unexpected type " + primitive);
        };
    }

    private String facetText() {
        return Stream.of(
                        phrase("minLength", "at least %s characters"),
                        phrase("maxLength", "at most %s characters"),
                        phrase("totalDigits", "at most %s digits"),
                        phrase("fractionDigits", "at most %s decimals"),
                        phrase("minInclusive", "not less than %s"),
                        phrase("maxInclusive", "not more than %s"),
                        patternText())
                .filter(phrase -> !phrase.isEmpty())
                .collect(Collectors.joining(", "))
                .transform(phrases -> phrases.isEmpty() ? "" : ", " + phrases);
    }

    private String patternText() {
        if (!primitive.equals("string")) {
            return "";
        }
        return NO_BLANKS_AT_ITS_ENDS.equals(facets.get("pattern"))
                ? "without blanks at its ends"
                : phrase("pattern", "of the pattern %s");
    }

    private String phrase(String facet, String text) {
        return facets.containsKey(facet) ? text.formatted(facets.get(facet)) : "";
    }
}
