package org.throughline.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service's clock jumps by hours and days, forward and back, while orders are placed and offers run out. */
@Tag("crash")
class ClockJumpsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(150);
    private static final int JUMPS = Integer.getInteger("crash.jumps", 12);

    /** The demo data has the same prices from 14 November to the end of the year; the clock begins on 15 November at ten. */
    private static final int HOURS_BACK = 30;

    private static final int HOURS_FORWARD = 200;

    @TempDir
    private Path folder;

    @Test
    void nothing_is_lost_or_doubled() throws Exception {
        try (Premises premises = Premises.open(Database.derby(folder), folder)) {
            Random random = new Random(5);
            Duration usual = premises.clock();
            Crowd crowd = Crowd.of(premises.url(), 5, Wishes.simulated(premises.url(), 5));
            for (int i = 0; i < JUMPS; i++) {
                crowd.awaitFinished(crowd.finished() + 3, PATIENCE);
                premises.setClock(usual.plusHours(random.nextInt(HOURS_BACK + HOURS_FORWARD) - HOURS_BACK));
            }
            premises.kill();
            premises.setClock(usual.minusHours(HOURS_BACK));
            premises.start();
            premises.awaitAnswer();

            List<Errand> errands = crowd.finish(PATIENCE);

            assertThat(Audit.of(premises, errands)).isEmpty();
        }
    }
}
