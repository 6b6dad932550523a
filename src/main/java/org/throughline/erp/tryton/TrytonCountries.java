package org.throughline.erp.tryton;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** The countries that Tryton knows, and their regions: both are loaded into it once, from ISO 3166. */
@Component
class TrytonCountries {

    private static final TrytonQuery COUNTRIES = TrytonQuery.of("country.country", "code");
    private static final TrytonQuery REGIONS = TrytonQuery.of("country.subdivision", "code", "country.code");

    private final Kept<Map<String, Long>> countries;
    private final Kept<Map<String, TrytonRecord>> regions;

    TrytonCountries(TrytonClient tryton, Clock clock) {
        this.countries = new Kept<>(
                () -> tryton.searchRead(COUNTRIES.where("code", "!=", null)).stream()
                        .collect(toMap(row -> row.text("code"), TrytonRecord::id, (one, other) -> one, TreeMap::new)),
                clock);
        this.regions = new Kept<>(
                () -> tryton.searchRead(REGIONS.where("code", "!=", null)).stream()
                        .collect(
                                toMap(row -> row.text("code"), Function.identity(), (one, other) -> one, TreeMap::new)),
                clock);
    }

    /** @return id in Tryton */
    Optional<Long> find(String code) {
        return Optional.ofNullable(countries.get().get(code));
    }

    /** @return id in Tryton */
    Optional<Long> region(String code) {
        return Optional.ofNullable(code).map(regions.get()::get).map(TrytonRecord::id);
    }

    List<String> codes() {
        return List.copyOf(countries.get().keySet());
    }

    List<String> regions(String country) {
        return regions.get().entrySet().stream()
                .filter(entry -> country.equals(entry.getValue().text("country.code")))
                .map(Map.Entry::getKey)
                .toList();
    }
}
