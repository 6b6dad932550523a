package org.throughline.endpoint.json;

import org.throughline.endpoint.contract.SimpleType;
import tools.jackson.databind.JsonNode;

/** Which kind of JSON value each type is written as. */
final class JsonKinds {

    private JsonKinds() {}

    static boolean fits(String primitive, JsonNode value) {
        return switch (primitive) {
            case "decimal" -> value.isString() || value.isIntegralNumber();
            case "int" -> value.isIntegralNumber();
            case "boolean" -> value.isBoolean();
            default -> value.isString();
        };
    }

    /** What to send instead, for people. */
    static String expectation(SimpleType type, JsonNode found) {
        if (type.primitive().equals("decimal") && found.isFloatingPointNumber()) {
            return "Expected is a decimal as a JSON string such as \"12.50\"; JSON numbers with a fraction are not exact.";
        }
        return "Expected is " + kind(type.primitive()) + ": " + type.expectation() + ".";
    }

    private static String kind(String primitive) {
        return switch (primitive) {
            case "int" -> "a JSON number";
            case "boolean" -> "a JSON boolean";
            default -> "a JSON string";
        };
    }
}
