package org.throughline.shared;

import java.math.BigDecimal;
import java.util.List;

/**
 * What would make a refused request pass.
 *
 * @param text for people; null when there is nothing to say
 * @param limit the largest value that would pass, or the smallest where less is what is refused (the text says which); null
 *     when it cannot be computed
 * @param allowedValues the values that would pass; empty when they cannot be listed
 */
public record Remedy(String text, BigDecimal limit, List<String> allowedValues) {

    public static final Remedy NONE = new Remedy(null, null, List.of());

    public Remedy {
        allowedValues = List.copyOf(allowedValues);
    }

    public static Remedy of(String text) {
        return new Remedy(text, null, List.of());
    }

    public static Remedy atMost(String text, BigDecimal limit) {
        return new Remedy(text, limit, List.of());
    }

    public static Remedy atLeast(String text, BigDecimal limit) {
        return new Remedy(text, limit, List.of());
    }

    public static Remedy oneOf(String text, List<String> allowedValues) {
        return new Remedy(text, null, allowedValues);
    }
}
