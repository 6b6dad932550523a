package org.throughline.app;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.throughline.order.Mismatch;
import org.throughline.order.Mismatch.Stage;
import org.throughline.order.Mismatches;

/** Counts mismatches in {@code throughline.parity.mismatches}, by stage: order or invoice. */
final class CountedMismatches implements Mismatches {

    private final Mismatches mismatches;
    private final Map<Stage, Counter> counters = new EnumMap<>(Stage.class);

    CountedMismatches(Mismatches mismatches, MeterRegistry meters) {
        this.mismatches = mismatches;
        for (Stage stage : Stage.values()) {
            counters.put(
                    stage,
                    Counter.builder("throughline.parity.mismatches")
                            .description("amounts and quantities that differ between documents that must be equal")
                            .tag("stage", stage.name().toLowerCase(Locale.ROOT))
                            .register(meters));
        }
    }

    @Override
    public void add(List<Mismatch> found) {
        mismatches.add(found);
        count(found);
    }

    @Override
    public List<Mismatch> latest(int max) {
        return mismatches.latest(max);
    }

    @Override
    public Optional<String> position(String dataset) {
        return mismatches.position(dataset);
    }

    @Override
    public boolean moveOn(String dataset, String from, String to, List<Mismatch> found) {
        boolean moved = mismatches.moveOn(dataset, from, to, found);
        if (moved) {
            count(found);
        }
        return moved;
    }

    private void count(List<Mismatch> found) {
        found.forEach(mismatch -> counters.get(mismatch.stage()).increment());
    }
}
