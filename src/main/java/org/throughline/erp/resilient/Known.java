package org.throughline.erp.resilient;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.throughline.shared.Answer;
import org.throughline.shared.Freshness;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Source;

/** What the ERP said last, question by question: in the heap, the least used forgotten first. */
final class Known {

    private final Cache<Question.Part, Answer<?>> answers;
    private final Duration degradedFor;
    private final Clock clock;

    Known(Duration degradedFor, long memoryBytes, Clock clock) {
        this.degradedFor = degradedFor;
        this.clock = clock;
        this.answers = Caffeine.newBuilder()
                .maximumWeight(memoryBytes)
                .weigher((Question.Part part, Answer<?> answer) -> weight(part, answer))
                .expireAfterWrite(degradedFor)
                .executor(Runnable::run)
                .build();
    }

    void remember(Question question, Answer<?> answer) {
        question.parts(answer).forEach(answers::put);
    }

    /** What is known, as old as it is; empty when a part is not known, or too old for the caller or for us. */
    Optional<Answer<?>> answer(Question question, MaxAge maxAge) {
        Instant now = clock.instant();
        Map<Object, Answer<?>> parts = new HashMap<>();
        for (Object key : question.keys()) {
            Answer<?> known = answers.getIfPresent(question.about(key));
            if (known == null || !isAllowed(known.freshness().asOf(), maxAge, now)) {
                return Optional.empty();
            }
            parts.put(key, known);
        }
        return Optional.of(question.whole(parts, now)).map(Known::degraded);
    }

    private boolean isAllowed(Instant asOf, MaxAge maxAge, Instant now) {
        return maxAge.allows(asOf, now) && new MaxAge(degradedFor).allows(asOf, now);
    }

    private static Answer<?> degraded(Answer<?> answer) {
        return new Answer<>(answer.value(), new Freshness(answer.freshness().asOf(), Source.DEGRADED));
    }

    private static int weight(Question.Part part, Answer<?> answer) {
        return (int) Math.min(Integer.MAX_VALUE, Weight.of(part) + Weight.of(answer));
    }
}
