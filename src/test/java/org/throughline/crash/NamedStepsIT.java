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
import java.util.Set;
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
class NamedStepsIT {

    /** What changes nothing leaves the state that it found. */
    private static final Pattern READING = Pattern.compile(
            "Ledger\\.(lease|holds|find|due|backlog)|Orders\\.(warehouseFor|get|find).*|Offers\\.find.*");

    /** What dispatchers do in their own time, whether or not there is an errand. */
    private static final Pattern ON_ITS_OWN = Pattern.compile("Ledger\\.(due|backlog):.*");

    /** What comes right after a commit of the ERP, which is killed after as well. */
    private static final Set<String> COMMITTED = Set.of("Orders.create:after", "Reservations.reserve:after");

    private static final boolean FULL = Boolean.getBoolean("crash.full");
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
    @Tag("crash")
    void nothing_is_lost_or_doubled_on_postgresql() throws Exception {
        survive(Database.postgresql(folder.resolve("postgresql")));
    }

    private void survive(Database database) throws Exception {
        try (Premises opened = Premises.open(database, folder)) {
            premises = opened;
            List<Wish> simulated = Wishes.simulated(premises.url(), SEED);
            wishes = Stream.generate(() -> simulated).flatMap(List::stream).iterator();
            for (Map.Entry<String, Errand.Kind> step : steps().entrySet()) {
                if (FULL || isState(step.getKey())) {
                    killAt(step.getKey(), step.getValue());
                }
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

    /** Whether the step leaves a state that no step before has left: what comes after a change. Before a step is after the one before. */
    private static boolean isState(String step) {
        String call = step.substring(0, step.indexOf(':'));
        return step.equals("Ledger.claim:before")
                || step.endsWith(":after") && !READING.matcher(call).matches() && !COMMITTED.contains(step);
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
