package org.throughline.contract;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What was answered to a step, in a form that can be compared between the bindings.
 *
 * @param values path to text
 * @param volatilePaths where the expected answer has a placeholder, so that nothing can be said about the value
 */
record Answer(boolean fault, Map<String, String> values, Set<String> volatilePaths) {

    /** What a fault says in both bindings; the rest is the binding's own. */
    private static final Pattern OF_A_FAULT = Pattern.compile("(violation\\[\\d+]\\.)?(code|path|retryable)\\[0]");

    static Answer of(boolean fault, Map<String, String> values, Map<String, String> expected) {
        return new Answer(
                fault,
                values,
                expected.entrySet().stream()
                        .filter(entry -> Placeholder.isIn(entry.getValue()))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet()));
    }

    /** The values that must be the same in the other binding's answer. */
    Map<String, String> comparableTo(Answer other) {
        Set<String> ignored = new TreeSet<>(volatilePaths);
        ignored.addAll(other.volatilePaths);
        Map<String, String> result = new TreeMap<>(values);
        result.keySet()
                .removeIf(path -> ignored.contains(path)
                        || fault && !OF_A_FAULT.matcher(path).matches());
        return result;
    }
}
