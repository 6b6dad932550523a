package org.throughline.erp.cache;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.ehcache.Cache;
import org.throughline.shared.Answer;
import org.throughline.shared.Freshness;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Source;

/** Answers from a cache where they are young enough, and from their source where not. */
final class Memory<V> {

    private final Cache<Object, PriceCache.Timed<?>> cache;
    private final Clock clock;

    Memory(Cache<Object, PriceCache.Timed<?>> cache, Clock clock) {
        this.cache = cache;
        this.clock = clock;
    }

    /** One value; what the source throws is not remembered. */
    Answer<V> get(Object key, MaxAge maxAge, Supplier<Answer<V>> source) {
        Instant now = clock.instant();
        return young(key, maxAge, now)
                .map(timed -> new Answer<>(timed.value(), new Freshness(timed.asOf(), Source.CACHED)))
                .orElseGet(() -> {
                    Answer<V> answer = source.get();
                    remember(key, answer.value(), answer.freshness());
                    return answer;
                });
    }

    /**
     * Many values. The answer is as old as its oldest part, and cached when a part is.
     *
     * @param keyOf how a value is remembered
     * @param source is asked once, for what is missing; what it does not know is not remembered
     */
    <K> Answer<Map<K, V>> getAll(
            Collection<K> wanted,
            Function<K, Object> keyOf,
            MaxAge maxAge,
            Function<Set<K>, Answer<Map<K, V>>> source) {
        Instant now = clock.instant();
        Map<K, V> found = new HashMap<>();
        Set<K> missing = new HashSet<>();
        Instant oldest = now;
        for (K key : wanted) {
            Optional<PriceCache.Timed<V>> timed = young(keyOf.apply(key), maxAge, now);
            if (timed.isPresent()) {
                found.put(key, timed.get().value());
                oldest = timed.get().asOf().isBefore(oldest) ? timed.get().asOf() : oldest;
            } else {
                missing.add(key);
            }
        }
        Answer<Map<K, V>> remembered =
                new Answer<>(found, found.isEmpty() ? Freshness.live(now) : new Freshness(oldest, Source.CACHED));
        return missing.isEmpty() ? remembered : remembered.with(read(missing, keyOf, source), Memory::union);
    }

    private <K> Answer<Map<K, V>> read(
            Set<K> missing, Function<K, Object> keyOf, Function<Set<K>, Answer<Map<K, V>>> source) {
        Answer<Map<K, V>> answer = source.apply(missing);
        answer.value().forEach((key, value) -> remember(keyOf.apply(key), value, answer.freshness()));
        return answer;
    }

    /** What was only given because the ERP is down must not be given any more when it is back. */
    private void remember(Object key, V value, Freshness freshness) {
        if (freshness.source() != Source.DEGRADED) {
            cache.put(key, new PriceCache.Timed<>(value, freshness.asOf()));
        }
    }

    private static <K, V> Map<K, V> union(Map<K, V> one, Map<K, V> other) {
        Map<K, V> union = new HashMap<>(one);
        union.putAll(other);
        return union;
    }

    @SuppressWarnings("unchecked")
    private Optional<PriceCache.Timed<V>> young(Object key, MaxAge maxAge, Instant now) {
        return Optional.ofNullable((PriceCache.Timed<V>) cache.get(key))
                .filter(timed -> maxAge.allows(timed.asOf(), now));
    }
}
