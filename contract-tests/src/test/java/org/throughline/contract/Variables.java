package org.throughline.contract;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The values that a case uses while it runs in one binding: those captured from earlier answers, and names beginning
 * with {@code uniqueId}, each of which gets a fresh value at its first use.
 */
final class Variables {

    private static final Pattern NAME = Pattern.compile("\\$\\{([A-Za-z][A-Za-z0-9]*)}");
    private static final Pattern TIMES = Pattern.compile("\\$\\{times\\((\\d+)\\)}(.*?)\\$\\{end}", Pattern.DOTALL);

    private static final String NAMESPACE = "soapNamespace";
    private static final int SHORTEST = 6;

    private final Map<String, String> values = new HashMap<>();

    Variables(Binding binding) {
        values.put(NAMESPACE, binding.namespace());
    }

    void set(String name, String value) {
        values.put(name, value);
    }

    /**
     * The text with each <code>${name}</code> replaced by its value, and what stands between <code>${times(N)}</code>
     * and <code>${end}</code> repeated N times. Placeholders of expected answers are left alone.
     *
     * @throws IllegalArgumentException when no earlier answer has given a name its value
     */
    String resolve(String text) {
        return resolve(text, UnaryOperator.identity());
    }

    /** As above, for the target of an HTTP request: the values are percent-encoded. */
    String resolveTarget(String text) {
        return resolve(text, value -> URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    /** The other way round: the text with the values of this run replaced by their names. */
    String generalise(String text) {
        String result = text;
        for (Map.Entry<String, String> entry : values.entrySet()) {
            if (entry.getValue().length() >= SHORTEST && !entry.getKey().equals(NAMESPACE)) {
                result = result.replace(entry.getValue(), "${" + entry.getKey() + "}");
            }
        }
        return result;
    }

    private String resolve(String text, UnaryOperator<String> encoding) {
        String repeated = TIMES.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(match.group(2).repeat(Integer.parseInt(match.group(1)))));
        return NAME.matcher(repeated).replaceAll(match -> Matcher.quoteReplacement(value(match, encoding)));
    }

    private String value(MatchResult match, UnaryOperator<String> encoding) {
        String name = match.group(1);
        if (Placeholder.isReserved(name)) {
            return match.group();
        }
        if (name.startsWith("uniqueId")) {
            return encoding.apply(values.computeIfAbsent(name, key -> "ct-" + UUID.randomUUID()));
        }
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("nothing has captured a value for ${" + name + "}");
        }
        return encoding.apply(value);
    }
}
