package org.throughline.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ServiceFault;

/** An ERP that takes its time does not take the caller's. */
class PatientWorkersTest {

    private static final RequestKey KEY = new RequestKey("caller", "request-1");
    private static final Duration LEASE = Duration.ofMillis(600);
    private static final Duration LONG = Duration.ofSeconds(60);

    private final Clock clock = Clock.systemUTC();
    private final TestErp erp = new TestErp(clock);
    private final InMemoryLedger ledger = new InMemoryLedger(clock, LEASE);
    private final CountDownLatch erpAnswers = new CountDownLatch(1);
    private final PatientWorkers workers = workers(1, Duration.ofMillis(200), LONG);

    @AfterEach
    void close() {
        erpAnswers.countDown();
        workers.close();
    }

    @Test
    void anOrderThatTakesTooLongToDecideOnIsQueuedAndGoesThroughByItself() throws Exception {
        erp.onPricing = this::waitForTheErp;

        assertThat(create(workers).outcome()).isEqualTo(Placement.Outcome.QUEUED);
        erpAnswers.countDown();
        await(() -> state() == RequestState.CONFIRMED);
        assertThat(create(workers).order().id().value()).isEqualTo("SO-1");
    }

    @Test
    void anOrderThatTheErpTakesTooLongToSaveIsInDoubtAndEndsByItself() throws Exception {
        erp.beforeSaving = this::waitForTheErp;

        ServiceFault fault = catchThrowableOfType(ServiceFault.class, () -> create(workers));
        assertThat(fault.code()).isEqualTo(ErrorCode.OUTCOME_UNKNOWN);
        assertThat(state()).isEqualTo(RequestState.SUBMITTING);
        erpAnswers.countDown();
        await(() -> state() == RequestState.CONFIRMED);
        assertThat(erp.created).isEqualTo(1);
    }

    @Test
    void nobodyElseTakesOverWhileAWorkerIsAtIt() throws Exception {
        erp.beforeSaving = this::waitForTheErp;
        catchThrowableOfType(ServiceFault.class, () -> create(workers));

        Thread.sleep(LEASE.multipliedBy(2).toMillis());
        assertThat(ledger.due(10)).isEmpty();
        assertThat(catchThrowableOfType(ServiceFault.class, () -> create(workers))
                        .code())
                .isEqualTo(ErrorCode.REQUEST_IN_PROGRESS);
    }

    @Test
    void anErpThatNeverAnswersIsGivenUpSoThatItIsAsked() throws Exception {
        try (PatientWorkers hasty = workers(1, Duration.ofMillis(100), Duration.ofMillis(1))) {
            erp.beforeSaving = this::waitForTheErp;
            catchThrowableOfType(ServiceFault.class, () -> create(hasty));

            await(() -> !ledger.due(10).isEmpty());
            erpAnswers.countDown();
        }
    }

    @Test
    void whatNobodyIsFreeForIsQueued() throws Exception {
        erp.onPricing = this::waitForTheErp;
        create(workers);

        RequestKey other = new RequestKey("caller", "request-2");
        Placement second = service(workers).create(other, wanted()).value();
        assertThat(second.outcome()).isEqualTo(Placement.Outcome.QUEUED);
        assertThat(ledger.find(other).orElseThrow().isQueued()).isTrue();
    }

    @Test
    void closingLetsWorkComeToAnEnd() throws Exception {
        erp.beforeSaving = this::waitForTheErp;
        catchThrowableOfType(ServiceFault.class, () -> create(workers));

        Thread closing = new Thread(workers::close);
        closing.start();
        Thread.sleep(100);
        assertThat(closing.isAlive()).isTrue();
        erpAnswers.countDown();
        closing.join(LONG.toMillis());
        assertThat(state()).isEqualTo(RequestState.CONFIRMED);
    }

    private PatientWorkers workers(int threads, Duration answer, Duration work) {
        return new PatientWorkers(
                ledger, threads, new PatientWorkers.Patience(answer, work, LONG), UnaryOperator.identity());
    }

    private Placement create(Workers by) {
        return service(by).create(KEY, wanted()).value();
    }

    private OrderService service(Workers by) {
        HandingOver handing = new HandingOver(ledger, by, Backoff.USUAL, clock);
        return new OrderService(erp, erp.sources(), erp, handing, TestOffers.sources(erp, clock), clock);
    }

    private RequestState state() {
        return ledger.find(KEY).orElseThrow().state();
    }

    private void waitForTheErp() {
        try {
            erpAnswers.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + LONG.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - end).as("waited too long").isNegative();
            Thread.sleep(20);
        }
    }

    private static OrderRequest wanted() {
        return new Wanted().line(TestErp.BOLT, "3", null).request();
    }
}
