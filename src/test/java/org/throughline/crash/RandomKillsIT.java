package org.throughline.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The service is killed at random moments, while it starts, works and recovers; then everything is counted. A few times
 * here, 200 times with {@code mvn -Pcrash}.
 */
class RandomKillsIT {

    private static final int KILLS = Integer.getInteger("crash.kills", 2);
    private static final long SEED = Long.getLong("crash.seed", System.currentTimeMillis());
    private static final int REPORT_EVERY = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(150);

    /** How long it lives after it answers, or, when it is killed while it starts, after its start. */
    private static final int LONGEST_LIFE_MILLIS = 3_500;

    private static final int ONE_IN_SO_MANY_STARTS = 4;

    @TempDir
    private Path folder;

    @Test
    void nothing_is_lost_or_doubled_on_derby() throws Exception {
        survive(Database.derby(folder));
    }

    @Test
    void nothing_is_lost_or_doubled_on_postgresql() throws Exception {
        survive(Database.postgresql(folder.resolve("postgresql")));
    }

    private void survive(Database database) throws Exception {
        System.out.println("crash: " + KILLS + " kills on " + database + ", -Dcrash.seed=" + SEED);
        try (Premises premises = Premises.open(database, folder)) {
            Crowd crowd = Crowd.of(premises.url(), SEED, Wishes.simulated(premises.url(), SEED));
            killAgainAndAgain(premises, crowd);
            premises.awaitAnswer();
            List<Errand> errands = crowd.finish(PATIENCE);
            askAgain(errands, premises.url());
            assertThat(Audit.of(premises, errands))
                    .as("kills: %s, seed: %s", KILLS, SEED)
                    .isEmpty();
            assertThat(crowd.cutOff()).as("requests that a kill cut off").isPositive();
        }
    }

    private static void killAgainAndAgain(Premises premises, Crowd crowd) throws InterruptedException {
        Random random = new Random(SEED);
        long begin = System.nanoTime();
        for (int kill = 1; kill <= KILLS; kill++) {
            if (random.nextInt(ONE_IN_SO_MANY_STARTS) > 0) {
                premises.awaitAnswer();
            }
            Thread.sleep(random.nextInt(LONGEST_LIFE_MILLIS));
            premises.kill();
            premises.start();
            if (kill % REPORT_EVERY == 0 || kill == KILLS) {
                System.out.printf(
                        "crash: %d kills, %d errands finished, %d requests cut off, %d s%n",
                        kill, crowd.finished(), crowd.cutOff(), (System.nanoTime() - begin) / 1_000_000_000);
            }
        }
    }

    /** The same request has the same outcome, however late it is repeated. */
    private static void askAgain(List<Errand> errands, String url) throws Exception {
        for (int i = 0; i < errands.size(); i += Math.max(1, errands.size() / 50)) {
            errands.get(i).repeat(i % 2 == 0 ? Wire.SOAP : Wire.REST, url);
        }
    }
}
