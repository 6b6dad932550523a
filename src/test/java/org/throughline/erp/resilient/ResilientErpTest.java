package org.throughline.erp.resilient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.throughline.shared.Answer;
import org.throughline.shared.Asks;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.Freshness;
import org.throughline.shared.MaxAge;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.Source;
import org.throughline.shared.Unhurried;

class ResilientErpTest {

    private static final Instant START = Instant.parse("2026-11-15T10:00:00Z");
    private static final Duration PAUSE = Duration.ofSeconds(7);
    private static final int WINDOW = 4;

    /** As ports are. */
    interface Things {

        Answer<String> get(String id, MaxAge maxAge);

        Answer<Map<String, Integer>> get(String colour, Collection<String> ids, MaxAge maxAge);

        @Asks
        String now();

        void change();
    }

    private final TickingClock clock = new TickingClock();
    private final Connector connector = new Connector();
    private ResilientErp erp = resilient(Duration.ofSeconds(20), 1 << 20);
    private Things things = erp.around(Things.class, connector);

    @AfterEach
    void close() {
        connector.hold.countDown();
        erp.close();
    }

    // Reading

    @Test
    void aReadThatWorksIsAsItWas() {
        assertThat(things.get("A", MaxAge.ANY)).isEqualTo(Answer.live("thing A", START));
        clock.tick(Duration.ofHours(1));
        things.get("A", MaxAge.ANY);
        assertThat(connector.asked).containsExactly("A", "A");
    }

    @Test
    void whileTheErpIsDownItIsSaidWhatIsKnownAndHowOldThatIs() {
        things.get("A", MaxAge.ANY);
        clock.tick(Duration.ofHours(1));
        connector.failure = down();

        assertThat(things.get("A", MaxAge.ANY)).isEqualTo(new Answer<>("thing A", degraded(START)));
        assertThat(erp.degradedAnswers()).isEqualTo(1);
    }

    @Test
    void whatIsFreshIsNotAskedAgainAndSaysHowOldItIs() {
        remember(Duration.ofSeconds(10));
        things.get("A", MaxAge.ANY);
        clock.tick(Duration.ofSeconds(10));
        assertThat(things.get("A", MaxAge.ANY)).isEqualTo(new Answer<>("thing A", new Freshness(START, Source.CACHED)));
        clock.tick(Duration.ofMillis(1));
        assertThat(things.get("A", MaxAge.ANY).freshness().source()).isEqualTo(Source.LIVE);
        assertThat(connector.asked).containsExactly("A", "A");
    }

    @Test
    void whoWantsItYoungerGetsItYounger() {
        remember(Duration.ofSeconds(10));
        things.get("A", MaxAge.ANY);
        clock.tick(Duration.ofSeconds(5));
        things.get("A", MaxAge.ofSeconds(4));
        things.get("A", MaxAge.LIVE);
        assertThat(connector.asked).containsExactly("A", "A", "A");
    }

    @Test
    void nothingIsFreshThatWasReadBeforeAChange() {
        remember(Duration.ofSeconds(10));
        things.get("A", MaxAge.ANY);
        things.change();
        assertThat(things.get("A", MaxAge.ANY).freshness().source()).isEqualTo(Source.LIVE);
    }

    @Test
    void whatWasNeverAskedIsUnavailableAndTheCallerIsToldWhenToTryAgain() {
        things.get("A", MaxAge.ANY);
        connector.failure = down();

        ServiceFault fault = catchThrowableOfType(ServiceFault.class, () -> things.get("B", MaxAge.ANY));
        assertThat(fault.code()).isEqualTo(ErrorCode.ERP_UNAVAILABLE);
        assertThat(fault.retryAfter()).contains(PAUSE);
        assertThat(fault.getCause()).isSameAs(connector.failure);
    }

    @Test
    void theCallersMaxAgeDecidesWhetherThatWillDo() {
        things.get("A", MaxAge.ANY);
        clock.tick(Duration.ofSeconds(60));
        connector.failure = down();

        assertThat(things.get("A", MaxAge.ofSeconds(60)).freshness()).isEqualTo(degraded(START));
        assertUnavailable(() -> things.get("A", MaxAge.ofSeconds(59)));
        assertUnavailable(() -> things.get("A", MaxAge.LIVE));
    }

    @Test
    void nobodyIsGivenWhatIsOlderThanTheSettingsAllow() {
        things.get("A", MaxAge.ANY);
        connector.failure = down();
        clock.tick(Duration.ofHours(24));
        assertThat(things.get("A", MaxAge.ANY).freshness()).isEqualTo(degraded(START));
        clock.tick(Duration.ofSeconds(1));
        assertUnavailable(() -> things.get("A", MaxAge.ANY));
        assertUnavailable(() -> things.get("A", MaxAge.ofSeconds(1_000_000)));
    }

    @Test
    void manyThingsAreKnownOneByOneAndAreAsOldAsTheOldest() {
        things.get("red", List.of("A", "B"), MaxAge.ANY);
        clock.tick(Duration.ofSeconds(10));
        things.get("red", List.of("C", "UNKNOWN"), MaxAge.ANY);
        connector.failure = down();

        assertThat(things.get("red", List.of("C", "B"), MaxAge.ANY))
                .isEqualTo(new Answer<>(Map.of("B", 1, "C", 1), degraded(START)));
        assertThat(things.get("red", List.of("C"), MaxAge.ANY).freshness()).isEqualTo(degraded(START.plusSeconds(10)));
        assertThat(things.get("red", List.of(), MaxAge.ANY).value()).isEmpty();
        assertUnavailable(() -> things.get("red", List.of("A", "NEVER ASKED"), MaxAge.ANY));
        assertUnavailable(() -> things.get("red", List.of("A", "UNKNOWN"), MaxAge.ANY));
        assertUnavailable(() -> things.get("blue", List.of("A"), MaxAge.ANY));
    }

    @Test
    void whatAnErpThatIsWellSaysNoToIsNoOutage() {
        things.get("A", MaxAge.ANY);
        connector.failure = new ServiceFault(ErrorCode.ITEM_NOT_FOUND.at("id"));
        for (int i = 0; i < 3 * WINDOW; i++) {
            assertThatThrownBy(() -> things.get("A", MaxAge.ANY)).isSameAs(connector.failure);
        }
        assertThat(erp.circuit()).isEqualTo("CLOSED");
    }

    @Test
    void aDefectIsNotTakenForAnOutage() {
        things.get("A", MaxAge.ANY);
        connector.failure = new IllegalStateException("nonsense");
        assertThatThrownBy(() -> things.get("A", MaxAge.ANY)).isSameAs(connector.failure);
    }

    @Test
    void onlySoMuchIsRemembered() {
        use(resilient(Duration.ofSeconds(20), 10_000));
        for (int i = 0; i < 1_000; i++) {
            things.get("thing " + i, MaxAge.ANY);
        }
        connector.failure = down();
        assertThat(IntStream.range(0, 1_000).filter(i -> isKnown("thing " + i))).hasSizeBetween(10, 100);
    }

    private boolean isKnown(String thing) {
        try {
            things.get(thing, MaxAge.ANY);
            return true;
        } catch (ServiceFault unavailable) {
            return false;
        }
    }

    // The circuit

    @Test
    void anErpThatIsDownIsLeftAlone() {
        breakTheCircuit();
        connector.asked.clear();

        assertUnavailable(() -> things.get("NEVER ASKED", MaxAge.ANY));
        assertThat(things.get("A", MaxAge.ANY).freshness().source()).isEqualTo(Source.DEGRADED);
        assertThat(connector.asked).isEmpty();
        assertThat(erp.circuit()).isEqualTo("OPEN");
    }

    @Test
    void afterThePauseItIsTriedAgainAndWhenItIsBackAllIsWell() throws Exception {
        use(new ResilientErp("main", policy(Duration.ofSeconds(20), 1 << 20, Duration.ofMillis(50)), clock));
        breakTheCircuit();
        connector.failure = null;
        Thread.sleep(100);

        assertThat(things.get("A", MaxAge.ANY).freshness().source()).isEqualTo(Source.LIVE);
        assertThat(erp.circuit()).isEqualTo("CLOSED");
    }

    // Time

    @Test
    void nobodyWaitsLongerThanTheTimeOut() {
        use(resilient(Duration.ofMillis(100), 1 << 20));
        things.get("A", MaxAge.ANY);
        connector.isSlow = true;

        assertThat(things.get("A", MaxAge.ANY).freshness().source()).isEqualTo(Source.DEGRADED);
        assertThatThrownBy(things::change).isInstanceOfSatisfying(ServiceFault.class, fault -> assertThat(fault.code())
                .isEqualTo(ErrorCode.OUTCOME_UNKNOWN));
    }

    @Test
    void anErpThatHangsGetsNoMoreCallsThanItMayHave() {
        use(resilient(Duration.ofMillis(10), 1 << 20));
        connector.isSlow = true;
        for (int i = 0; i < 3; i++) {
            assertUnavailable(() -> things.get("A", MaxAge.ANY));
        }
        assertThat(connector.asked).hasSize(2);
    }

    @Test
    void theErpsLogCarriesTheCallersCorrelationId() {
        MDC.put("correlationId", "c-1");
        try {
            things.get("A", MaxAge.ANY);
        } finally {
            MDC.clear();
        }
        assertThat(connector.correlationId).isEqualTo("c-1");
    }

    /** Another thread would wait for the locks of the transaction, and not see what it has written. */
    @Test
    void whatATransactionAsksStaysOnItsThread() {
        TransactionSynchronizationManager.setActualTransactionActive(true);
        try {
            things.get("A", MaxAge.ANY);
        } finally {
            TransactionSynchronizationManager.setActualTransactionActive(false);
        }
        assertThat(connector.thread).isSameAs(Thread.currentThread());
    }

    @Test
    void whatTheErpAsksWhileItWorksStaysOnItsThread() {
        List<Thread> threads = new ArrayList<>();
        connector.whenChanging = () -> {
            threads.add(Thread.currentThread());
            things.get("A", MaxAge.ANY);
            threads.add(connector.thread);
        };
        things.change();
        assertThat(threads.get(0)).isSameAs(threads.get(1)).isNotSameAs(Thread.currentThread());
    }

    @Unhurried
    interface Handovers {

        void change();
    }

    @Test
    void whatNobodyWaitsForMayTakeLonger() throws Exception {
        use(resilient(Duration.ofMillis(50), 1 << 20));
        connector.isSlow = true;
        Handovers handovers = erp.around(Handovers.class, connector::change);
        CompletableFuture<Void> change = CompletableFuture.runAsync(handovers::change);
        Thread.sleep(200);
        assertThat(change).isNotDone();
        connector.hold.countDown();
        assertThat(change).succeedsWithin(Duration.ofSeconds(20));
    }

    // Changing

    @Test
    void aChangeThatDidNotReachTheErpCanBeTriedAgain() {
        connector.failure = new CannotCreateTransactionException("no connection");
        assertThatThrownBy(things::change).isInstanceOfSatisfying(ServiceFault.class, fault -> {
            assertThat(fault.code()).isEqualTo(ErrorCode.ERP_UNAVAILABLE);
            assertThat(fault.retryAfter()).contains(PAUSE);
        });
        breakTheCircuit();
        assertUnavailable(() -> {
            things.change();
            return null;
        });
    }

    @Test
    void ofAChangeThatMayHaveReachedTheErpTheOutcomeIsUnknown() {
        for (RuntimeException lost : List.of(down(), new TransactionSystemException("commit failed"))) {
            connector.failure = lost;
            assertThatThrownBy(things::change)
                    .isInstanceOfSatisfying(ServiceFault.class, fault -> assertThat(fault.code())
                            .isEqualTo(ErrorCode.OUTCOME_UNKNOWN));
        }
    }

    @Test
    void whatElseAChangeThrowsIsThrownOn() {
        connector.failure = new DuplicateKeyException("there already");
        assertThatThrownBy(things::change).isSameAs(connector.failure);
        connector.error = new AssertionError("broken");
        assertThatThrownBy(things::change).isSameAs(connector.error);
    }

    @Test
    void aQuestionThatOnlyThePresentAnswersIsUnavailable() {
        assertThat(things.now()).isEqualTo("now");
        connector.failure = down();
        assertUnavailable(() -> things.now());
    }

    @Test
    void theDecoratedPortIsAnObjectLikeAnyOther() {
        assertThat(things).hasToString("the connector").isEqualTo(things).isNotEqualTo(connector);
        assertThat(things.hashCode()).isEqualTo(things.hashCode());
    }

    private void breakTheCircuit() {
        connector.failure = null;
        things.get("A", MaxAge.ANY);
        connector.failure = down();
        for (int i = 0; i < WINDOW; i++) {
            assertThatThrownBy(() -> things.get("NEVER ASKED", MaxAge.ANY)).isInstanceOf(ServiceFault.class);
        }
    }

    private void use(ResilientErp other) {
        erp.close();
        erp = other;
        things = erp.around(Things.class, connector);
    }

    private ResilientErp resilient(Duration timeOut, long memory) {
        return new ResilientErp("main", policy(timeOut, memory, PAUSE), clock);
    }

    private static ResiliencePolicy policy(Duration timeOut, long memory, Duration pause) {
        return policy(timeOut, memory, pause, Duration.ZERO);
    }

    private static ResiliencePolicy policy(Duration timeOut, long memory, Duration pause, Duration freshFor) {
        return new ResiliencePolicy(
                timeOut, timeOut.multipliedBy(1_000), 2, WINDOW, pause, Duration.ofHours(24), freshFor, memory);
    }

    private void remember(Duration freshFor) {
        use(new ResilientErp("main", policy(Duration.ofSeconds(20), 1 << 20, PAUSE, freshFor), clock));
    }

    private static Freshness degraded(Instant asOf) {
        return new Freshness(asOf, Source.DEGRADED);
    }

    private static RuntimeException down() {
        return new DataAccessResourceFailureException("connection refused");
    }

    private static void assertUnavailable(Callable<?> call) {
        assertThat(catchThrowableOfType(ServiceFault.class, call::call).code()).isEqualTo(ErrorCode.ERP_UNAVAILABLE);
    }

    private final class Connector implements Things {

        private final List<String> asked = new ArrayList<>();
        private final CountDownLatch hold = new CountDownLatch(1);
        private Runnable whenChanging = () -> {};
        private RuntimeException failure;
        private Error error;
        private boolean isSlow;
        private Thread thread;
        private String correlationId;

        @Override
        public Answer<String> get(String id, MaxAge maxAge) {
            work(id);
            return Answer.live("thing " + id, clock.instant());
        }

        @Override
        public Answer<Map<String, Integer>> get(String colour, Collection<String> ids, MaxAge maxAge) {
            work(new TreeSet<>(ids).toString());
            return Answer.live(
                    ids.stream().filter(id -> !id.equals("UNKNOWN")).collect(Collectors.toMap(id -> id, id -> 1)),
                    clock.instant());
        }

        @Override
        public String now() {
            work("now");
            return "now";
        }

        @Override
        public void change() {
            whenChanging.run();
            work("change");
        }

        @Override
        public String toString() {
            return "the connector";
        }

        private void work(String what) {
            asked.add(what);
            thread = Thread.currentThread();
            correlationId = MDC.get("correlationId");
            if (isSlow) {
                await();
            }
            if (error != null) {
                throw error;
            }
            if (failure != null) {
                throw failure;
            }
        }

        private void await() {
            try {
                hold.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static final class TickingClock extends Clock {

        private Instant now = START;

        private void tick(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new AssertionError("this test does not expect another zone");
        }
    }
}
