package org.throughline.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The service is killed at each step that a request takes: before and after every call of the ledger, the offers, the ERP's orders and
 * its reservations, within the ERP's transaction, and before and after each commit. The steps are not listed here: they are those that
 * the errands are seen to take. What the customer was doing is left in doubt until the end, and only then asked for again.
 */
@Tag("crash")
class NamedStepsIT {

    /** What dispatchers do in their own time, whether or not there is an errand. */
    private static final Pattern ON_ITS_OWN = Pattern.compile("Ledger\\.(due|backlog):.*");

    private static final long SEED = Long.getLong("crash.seed", 7);
    private static final Duration PATIENCE = Duration.ofSeconds(150);

    @TempDir
    private Path folder;

    private final List<Errand> errands = new ArrayList<>();
    private Premises premises;
    private Iterator<Wish> wishes;

    @Test
    void nothing_is_lost_or_doubled_on_derby() throws Exception {
        survive(Database.derby(folder));
    }

    @Test
    void nothing_is_lost_or_doubled_on_postgresql() throws Exception {
        survive(Database.postgresql(folder.resolve("postgresql")));
    }

    private void survive(Database database) throws Exception {
        try (Premises opened = Premises.open(database, folder)) {
            premises = opened;
            List<Wish> simulated = Wishes.simulated(premises.url(), SEED);
            wishes = Stream.generate(() -> simulated).flatMap(List::stream).iterator();
            for (Map.Entry<String, Errand.Kind> step : steps().entrySet()) {
                killAt(step.getKey(), step.getValue());
            }
            finishAll();
            assertThat(Audit.of(premises, errands)).isEmpty();
        }
    }

    /** Each step, with the first kind of errand that takes it. */
    private Map<String, Errand.Kind> steps() throws IOException {
        Map<String, Errand.Kind> steps = new LinkedHashMap<>();
        for (Errand.Kind kind : Errand.Kind.values()) {
            premises.noteSteps();
            Errand errand = begun(kind);
            while (!errand.isFinished()) {
                errand.goOn(wire(), premises.url());
            }
            premises.stepsTaken().stream()
                    .filter(step -> !ON_ITS_OWN.matcher(step).matches())
                    .forEach(step -> steps.putIfAbsent(step, kind));
        }
        System.out.println("crash: " + steps.size() + " steps: " + steps);
        return steps;
    }

    private void killAt(String step, Errand.Kind kind) {
        premises.killAt(step);
        Errand errand = begun(kind);
        try {
            while (!errand.isFinished()) {
                errand.goOn(wire(), premises.url());
            }
            throw new AssertionError(kind + " did not come to " + step);
        } catch (IOException killed) {
            premises.awaitEnd();
        }
        System.out.println("crash: killed at " + step + " of " + kind);
        premises.start();
        premises.awaitAnswer();
    }

    private void finishAll() throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (errands.stream().anyMatch(errand -> !errand.isFinished()) && System.nanoTime() < deadline) {
            for (Errand errand : errands) {
                if (!errand.isFinished()) {
                    errand.goOn(wire(), premises.url());
                }
            }
            Thread.sleep(200);
        }
    }

    private Errand begun(Errand.Kind kind) {
        Errand errand = new Errand("errand-" + errands.size(), kind, wishes.next());
        errands.add(errand);
        return errand;
    }

    private Wire wire() {
        return errands.size() % 2 == 0 ? Wire.SOAP : Wire.REST;
    }
}
