package org.throughline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.throughline.database.TestDatabase;
import org.throughline.order.AdjustableClock;
import org.throughline.pricing.Answers.Kind;
import org.throughline.pricing.KeptAnswer;
import org.throughline.shared.AnswerId;

/** What becomes of answers that are kept, on every database. */
abstract class AnswersContract {

    private static final Duration RETENTION = Duration.ofDays(10);

    private final AdjustableClock clock = new AdjustableClock("2026-11-22T10:00:00Z");

    abstract TestDatabase database();

    @Test
    void anAnswerIsFoundBeforeItIsWrittenAndAfterARestart() {
        AnswerId id;
        try (JdbcAnswers answers = answers()) {
            id = answers.keep(Kind.PRICE, 1, () -> bytes("what was said")).orElseThrow();
            assertThat(text(answers, id)).contains("what was said");
        }
        try (JdbcAnswers restarted = answers()) {
            KeptAnswer kept = restarted.find(id).orElseThrow();
            assertThat(kept.kind()).isEqualTo(Kind.PRICE);
            assertThat(kept.givenAt()).isEqualTo(clock.instant());
            assertThat(new String(kept.message(), StandardCharsets.UTF_8)).isEqualTo("what was said");
        }
    }

    @Test
    void withinASecondAnAnswerIsWritten() throws Exception {
        try (JdbcAnswers answers = answers();
                JdbcAnswers otherNode = answers()) {
            AnswerId id = answers.keep(Kind.TAX, 1, () -> bytes("soon")).orElseThrow();
            Optional<String> found = Optional.empty();
            for (int i = 0; i < 200 && found.isEmpty(); i++) {
                TimeUnit.MILLISECONDS.sleep(50);
                found = text(otherNode, id);
            }
            assertThat(found).contains("soon");
        }
    }

    @Test
    void manyThreadsGetIdsOfTheirOwn() throws Exception {
        Map<AnswerId, String> kept = new ConcurrentHashMap<>();
        try (JdbcAnswers answers = answers()) {
            ExecutorService pool = Executors.newFixedThreadPool(16);
            for (int thread = 0; thread < 16; thread++) {
                int number = thread;
                pool.submit(() -> {
                    for (int i = 0; i < 250; i++) {
                        String text = "answer " + number + "/" + i;
                        kept.put(answers.keep(Kind.PRICE, 1, () -> bytes(text)).orElseThrow(), text);
                    }
                });
            }
            pool.shutdown();
            assertThat(pool.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(kept).hasSize(4000);
        try (JdbcAnswers restarted = answers()) {
            assertThat(new ArrayList<>(kept.keySet()).subList(0, 200))
                    .allSatisfy(id -> assertThat(text(restarted, id)).contains(kept.get(id)));
        }
    }

    @Test
    void anOldAnswerIsGone() {
        AnswerId id = keptBefore("old");
        try (JdbcAnswers answers = answers()) {
            clock.advance(RETENTION);
            assertThat(answers.find(id)).isPresent();
            clock.advance(Duration.ofSeconds(1));
            assertThat(answers.find(id)).isEmpty();
        }
        keptBefore("new");
        assertThat(database()
                        .store()
                        .sql("select count(*) from answer_batch where id = ?")
                        .param(id.value().substring(0, 16))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whatIsNoIdOfOursIsNotFound() {
        String batch = keptBefore("one").value().substring(0, 16);
        try (JdbcAnswers answers = answers()) {
            for (String other : List.of("x", batch, batch + "0001", batch + "ffff", "0".repeat(20), "' or 1=1 --")) {
                assertThat(answers.find(new AnswerId(other))).as(other).isEmpty();
            }
        }
    }

    @Test
    void aDatabaseThatIsAwayCostsAnswersAndNoTime() {
        JdbcClient away = JdbcClient.create(new DriverManagerDataSource("jdbc:derby:memory:not-there"));
        JdbcAnswers answers = new JdbcAnswers(away, clock, RETENTION);
        HashSet<AnswerId> ids = new HashSet<>();
        long start = System.nanoTime();
        for (int i = 0; i < 100; i++) {
            answers.keep(Kind.PRICE, 1000, () -> bytes("lost")).ifPresent(ids::add);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        assertThat(ids).hasSizeBetween(30, 60);
        assertThat(answers.lost()).isEqualTo(100 - ids.size());
        answers.close();
    }

    /** Kept by a service that has ended since. */
    private AnswerId keptBefore(String text) {
        try (JdbcAnswers answers = answers()) {
            return answers.keep(Kind.PRICE, 1, () -> bytes(text)).orElseThrow();
        }
    }

    private JdbcAnswers answers() {
        return new JdbcAnswers(database().store(), clock, RETENTION);
    }

    private static Optional<String> text(JdbcAnswers answers, AnswerId id) {
        return answers.find(id).map(kept -> new String(kept.message(), StandardCharsets.UTF_8));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
