package org.throughline.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database drops the service's connections in the middle of transactions, and is then stopped and started again; the service runs on. */
@Tag("crash")
class ConnectionDropsIT {

    private static final String DROP = "select pg_terminate_backend(pid) from pg_stat_activity"
            + " where pid <> pg_backend_pid() and backend_type = 'client backend'";
    private static final Duration PATIENCE = Duration.ofSeconds(150);
    private static final int DROPS = Integer.getInteger("crash.drops", 10);

    @TempDir
    private Path folder;

    @Test
    void nothing_is_lost_or_doubled_and_the_service_recovers_by_itself() throws Exception {
        Database.Postgres database = Database.postgresql(folder.resolve("postgresql"));
        try (Premises premises = Premises.open(database, folder)) {
            Crowd crowd = Crowd.of(premises.url(), 3, Wishes.simulated(premises.url(), 3));
            for (int i = 0; i < DROPS; i++) {
                Thread.sleep(400);
                dropAll(database);
            }
            database.restart();
            int before = crowd.finished();
            crowd.awaitFinished(before + 20, PATIENCE);

            List<Errand> errands = crowd.finish(PATIENCE);

            assertThat(premises.isAlive()).isTrue();
            assertThat(Audit.of(premises, errands)).isEmpty();
            assertThat(crowd.putOff())
                    .as("answers to requests that were not done at once")
                    .isNotEmpty();
        }
    }

    private static void dropAll(Database database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(DROP);
        }
    }
}
