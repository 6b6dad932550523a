package org.throughline.erp.resilient;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.throughline.shared.Answer;
import org.throughline.shared.Freshness;

/**
 * What an ERP was asked. A question about many keys falls apart into one for each key, so that what is known can be put together
 * for other keys.
 *
 * @param keys what it is about; one that does not fall apart is about the whole only
 */
record Question(Reading reading, Scope scope, Set<Object> keys) {

    private static final Set<Object> THE_WHOLE = Set.of("");

    /** A question about one key. */
    record Part(Scope scope, Object key) {}

    /** @param arguments of the method, the caller's maxAge last */
    static Question of(Reading reading, Object[] arguments) {
        List<Object> others = new ArrayList<>(Arrays.asList(arguments).subList(0, arguments.length - 1));
        Set<Object> keys = reading.keys().isEmpty()
                ? THE_WHOLE
                : Set.copyOf((Collection<?>) others.remove(reading.keys().getAsInt()));
        return new Question(reading, new Scope(reading.method(), others), keys);
    }

    Part about(Object key) {
        return new Part(scope, key);
    }

    /** What is to be remembered of an answer. That something is not there is not: nobody could be told how old that is. */
    Map<Part, Answer<?>> parts(Answer<?> answer) {
        if (reading.keys().isEmpty()) {
            return Map.of(about(""), answer);
        }
        Map<?, ?> found = (Map<?, ?>) answer.value();
        return keys.stream()
                .filter(found::containsKey)
                .collect(toMap(this::about, key -> new Answer<>(found.get(key), answer.freshness())));
    }

    /** The reverse: the answer that consists of these; as old as the oldest. */
    Answer<?> whole(Map<Object, Answer<?>> parts, Instant now) {
        if (reading.keys().isEmpty()) {
            return parts.values().iterator().next();
        }
        Map<Object, Object> found = new HashMap<>();
        parts.forEach((key, part) -> found.put(key, part.value()));
        return new Answer<>(
                found,
                parts.values().stream()
                        .map(Answer::freshness)
                        .reduce(Freshness::and)
                        .orElseGet(() -> Freshness.live(now)));
    }
}
