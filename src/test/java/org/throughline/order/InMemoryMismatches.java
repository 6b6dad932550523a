package org.throughline.order;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Mismatches in memory, for tests. */
public final class InMemoryMismatches implements Mismatches {

    public final List<Mismatch> found = new ArrayList<>();
    private final Map<String, String> positions = new HashMap<>();

    @Override
    public void add(List<Mismatch> more) {
        found.addAll(more);
    }

    @Override
    public List<Mismatch> latest(int max) {
        return List.copyOf(found);
    }

    @Override
    public Optional<String> position(String dataset) {
        return Optional.ofNullable(positions.get(dataset));
    }

    @Override
    public boolean moveOn(String dataset, String from, String to, List<Mismatch> more) {
        if (!Objects.equals(positions.get(dataset), from)) {
            return false;
        }
        positions.put(dataset, to);
        return found.addAll(more) || more.isEmpty();
    }
}
