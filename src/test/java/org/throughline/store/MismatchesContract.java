package org.throughline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.throughline.database.TestDatabase;
import org.throughline.order.AdjustableClock;
import org.throughline.order.Mismatch;
import org.throughline.order.Mismatch.Stage;
import org.throughline.order.Mismatches;

/** What is written down of mismatches, on every database. */
abstract class MismatchesContract {

    abstract TestDatabase database();

    @Test
    void theLatestComeFirst() {
        mismatches().add(List.of(order("SO-1", "totals.tax"), order("SO-1", "totals.gross")));
        mismatches().add(List.of(order("SO-2", "line")));
        assertThat(mismatches().latest(2)).containsExactly(order("SO-2", "line"), order("SO-1", "totals.gross"));
    }

    @Test
    void textsOfAnyLengthAreKeptAsFarAsThereIsRoom() {
        mismatches().add(List.of(order("SO-3", "x".repeat(1_000))));
        assertThat(mismatches().latest(1).get(0).path()).isEqualTo("x".repeat(200));
    }

    @Test
    void thePositionMovesOnceAndTakesWhatWasFoundAlong() {
        Mismatches mismatches = mismatches();
        assertThat(mismatches.position("d1")).isEmpty();
        assertThat(mismatches.moveOn("d1", null, "1", List.of())).isTrue();
        assertThat(mismatches.moveOn("d1", null, "1", List.of(order("SO-9", "twice"))))
                .isFalse();
        assertThat(mismatches.moveOn("d1", "1", "2", List.of(order("SO-4", "first"))))
                .isTrue();
        assertThat(mismatches.moveOn("d1", "1", "2", List.of(order("SO-4", "second"))))
                .isFalse();
        assertThat(mismatches.position("d1")).contains("2");
        assertThat(mismatches.position("d2")).isEmpty();
        assertThat(mismatches.latest(100))
                .extracting(Mismatch::path)
                .contains("first")
                .doesNotContain("twice", "second");
    }

    private Mismatches mismatches() {
        return new JdbcMismatches(
                database().store(), database().storeTransactions(), new AdjustableClock("2026-11-22T10:00:00Z"));
    }

    private static Mismatch order(String id, String path) {
        return new Mismatch(Instant.parse("2026-11-22T10:00:00Z"), Stage.ORDER, "main", id, null, path, "1.00", "2.00");
    }
}
