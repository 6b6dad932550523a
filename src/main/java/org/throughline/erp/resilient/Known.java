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
    private final Duration freshFor;
    private final Clock clock;
    private volatile Instant changed = Instant.MIN;

    Known(Duration degradedFor, Duration freshFor, long memoryBytes, Clock clock) {
        this.degradedFor = degradedFor;
        this.freshFor = freshFor;
        this.clock = clock;
        Duration longest = degradedFor.compareTo(freshFor) > 0 ? degradedFor : freshFor;
        this.answers = Caffeine.newBuilder()
                .maximumWeight(memoryBytes)
                .weigher((Question.Part part, Answer<?> answer) -> weight(part, answer))
                .expireAfterWrite(longest)
                .executor(Runnable::run)
                .build();
    }

    void remember(Question question, Answer<?> answer) {
        question.parts(answer).forEach(answers::put);
    }

    /** Something was changed through us: what was read before is no longer fresh. */
    void isChanged() {
        changed = clock.instant();
    }

    /** What is known so well that the ERP need not be asked; empty when a part is not, or too old for the caller or for us. */
    Optional<Answer<?>> fresh(Question question, MaxAge maxAge) {
        return freshFor.isZero()
                ? Optional.empty()
                : answer(question, maxAge, freshFor)
                        .filter(answer -> answer.freshness().asOf().isAfter(changed))
                        .map(answer -> told(answer, Source.CACHED));
    }

    /** What is known, as old as it is; empty when a part is not known, or too old for the caller or for us. */
    Optional<Answer<?>> degraded(Question question, MaxAge maxAge) {
        return answer(question, maxAge, degradedFor).map(answer -> told(answer, Source.DEGRADED));
    }

    private Optional<Answer<?>> answer(Question question, MaxAge maxAge, Duration allowed) {
        Instant now = clock.instant();
        Map<Object, Answer<?>> parts = new HashMap<>();
        for (Object key : question.keys()) {
            Answer<?> known = answers.getIfPresent(question.about(key));
            if (known == null || !isAllowed(known.freshness().asOf(), maxAge, allowed, now)) {
                return Optional.empty();
            }
            parts.put(key, known);
        }
        return Optional.of(question.whole(parts, now));
    }

    private static boolean isAllowed(Instant asOf, MaxAge maxAge, Duration allowed, Instant now) {
        return maxAge.allows(asOf, now) && new MaxAge(allowed).allows(asOf, now);
    }

    private static Answer<?> told(Answer<?> answer, Source source) {
        return new Answer<>(answer.value(), new Freshness(answer.freshness().asOf(), source));
    }

    private static int weight(Question.Part part, Answer<?> answer) {
        return (int) Math.min(Integer.MAX_VALUE, Weight.of(part) + Weight.of(answer));
    }
}
