package org.throughline.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.throughline.order.RequestOutcome.Committed;
import org.throughline.order.RequestOutcome.InProgress;
import org.throughline.order.RequestOutcome.NotCommitted;
import org.throughline.order.RequestOutcome.Standing;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.OrderId;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.Violation;

/** What becomes of requests that could not be carried out at once. */
class DispatcherTest {

    private static final RequestKey KEY = new RequestKey("caller", "request-1");
    private static final Duration LONGER_THAN_ANY_LEASE = Duration.ofMinutes(5);

    private final AdjustableClock clock = new AdjustableClock("2026-11-22T10:00:00Z");
    private final TestErp erp = new TestErp(clock);
    private final InMemoryLedger ledger = new InMemoryLedger(clock);
    private final HandingOver handing = InMemoryLedger.handingOver(ledger, clock);
    private final OfferSources offers = TestOffers.sources(erp, clock);
    private final OrderService orders = new OrderService(erp, erp.sources(), erp, handing, offers, clock);
    private final OfferService offering = new OfferService(erp, erp.sources(), erp, handing, offers, clock);
    private final Dispatcher dispatcher = dispatcher();

    // The ERP is not available

    @Test
    void aQueuedOrderGoesThroughWhenTheErpIsBack() {
        unavailable();
        assertThat(create().outcome()).isEqualTo(Placement.Outcome.QUEUED);
        assertThat(standing()).isInstanceOfSatisfying(InProgress.class, it -> {
            assertThat(it.doubtful()).isFalse();
            assertThat(it.estimatedAt()).contains(clock.instant().plusSeconds(5));
            assertThat(it.why()).extracting(Violation::code).containsExactly(ErrorCode.ERP_UNAVAILABLE);
        });

        available();
        assertThat(dispatcher.dispatchOne()).isFalse();
        clock.advance(Duration.ofSeconds(5));
        assertThat(dispatcher.dispatchOne()).isTrue();

        assertThat(standing()).isEqualTo(new Committed(DocumentRef.of(new OrderId("main", "SO-1")), false));
        assertThat(create().outcome()).isEqualTo(Placement.Outcome.CONFIRMED);
        assertThat(erp.created).isEqualTo(1);
    }

    @Test
    void anErpThatStaysAwayIsAskedLessAndLessOften() {
        unavailable();
        create();

        List<Long> waits = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Duration due = ledger.find(KEY).orElseThrow().due().orElseThrow();
            waits.add(due.toSeconds());
            clock.advance(due);
            assertThat(dispatcher.dispatchOne()).isFalse();
        }

        assertThat(waits).containsExactly(5L, 10L, 20L, 40L, 60L, 60L);
        assertThat(((InProgress) standing()).attempts()).isEqualTo(7);
    }

    @Test
    void aQueuedOrderThatIsRefusedInTheEndIsNotCommittedAndSaysWhy() {
        unavailable();
        orders.create(
                KEY, new Wanted().line(TestErp.NUT, "5", null).refuseShortages().request());
        available();
        erp.onHand.put(TestErp.NUT, BigDecimal.ONE);

        clock.advance(Duration.ofSeconds(5));
        assertThat(dispatcher.dispatchOne()).isTrue();

        assertThat(standing()).isInstanceOfSatisfying(NotCommitted.class, it -> assertThat(it.violations())
                .extracting(Violation::code)
                .containsExactly(ErrorCode.INSUFFICIENT_STOCK));
        assertThat(ledger.backlog()).isEqualTo(new Ledger.Backlog(0, 0));
    }

    @Test
    void anOrderOnAnOfferThatCameInTimeIsPlacedThoughTheErpWasLate() {
        Offer offer = offering.create(
                        new RequestKey("caller", "offer-1"), new OfferRequest(wanted(), Duration.ofSeconds(30)))
                .value()
                .offer();
        unavailable();
        OfferAcceptance acceptance =
                new OfferAcceptance(new OfferAcceptance.ByReference(offer.id()), null, null, false, null);
        assertThat(orders.create(KEY, acceptance).value().outcome()).isEqualTo(Placement.Outcome.QUEUED);
        available();

        clock.advance(Duration.ofMinutes(10));
        assertThat(dispatcher.dispatchOne()).isTrue();
        assertThat(standing()).isInstanceOf(Committed.class);
    }

    @Test
    void anOfferIsNotMadeBehindItsCallersBack() {
        unavailable();
        ServiceFault fault =
                catchThrowableOfType(ServiceFault.class, () -> offering.create(KEY, new OfferRequest(wanted(), null)));
        assertThat(fault.code()).isEqualTo(ErrorCode.ERP_UNAVAILABLE);
        available();

        clock.advance(Duration.ofDays(1));
        assertThat(dispatcher.dispatchOne()).isFalse();
        assertThat(standing()).isInstanceOfSatisfying(NotCommitted.class, it -> assertThat(it.violations())
                .extracting(Violation::code)
                .containsExactly(ErrorCode.ERP_UNAVAILABLE));

        OfferReply reply =
                offering.create(KEY, new OfferRequest(wanted(), null)).value();
        assertThat(standing())
                .isEqualTo(new Committed(DocumentRef.of(reply.offer().id()), false));
    }

    @Test
    void whatBreaksBeforeAnythingIsSentIsTriedAgain() {
        erp.onPricing = () -> {
            throw new IllegalStateException("a defect");
        };
        assertThat(create().outcome()).isEqualTo(Placement.Outcome.QUEUED);
        available();

        clock.advance(Duration.ofSeconds(5));
        assertThat(dispatcher.dispatchOne()).isTrue();
        assertThat(standing()).isInstanceOf(Committed.class);
    }

    // Crashes and lost answers

    @Test
    void anOrderWhoseAnswerWasLostIsFoundAndNotSentAgain() {
        erp.afterSaving = () -> {
            throw new IllegalStateException("connection lost");
        };
        assertThatThrownBy(this::create).isInstanceOf(ServiceFault.class);
        assertThat(standing()).isInstanceOfSatisfying(InProgress.class, it -> assertThat(it.doubtful())
                .isTrue());

        clock.advance(Duration.ofSeconds(5));
        assertThat(dispatcher.dispatchOne()).isTrue();
        assertThat(standing()).isEqualTo(new Committed(DocumentRef.of(new OrderId("main", "SO-1")), false));
        assertThat(erp.created).isEqualTo(1);
    }

    @Test
    void nothingIsSentAgainBeforeTheErpHasSaidThatItHasNotGotIt() {
        erp.beforeSaving = () -> {
            throw new IllegalStateException("connection lost");
        };
        assertThatThrownBy(this::create).isInstanceOf(ServiceFault.class);
        erp.beforeSaving = () -> {
            throw new AssertionError("sent without having asked");
        };
        erp.onFindByReference = () -> {
            throw new IllegalStateException("still down");
        };
        clock.advance(Duration.ofSeconds(5));
        assertThat(dispatcher.dispatchOne()).isFalse();

        erp.beforeSaving = () -> {};
        erp.onFindByReference = () -> {};
        clock.advance(Duration.ofSeconds(10));
        assertThat(dispatcher.dispatchOne()).isTrue();
        assertThat(erp.created).isEqualTo(1);
        assertThat(standing()).isInstanceOf(Committed.class);
    }

    @Test
    void anOrderThatArrivesLateIsNotRefused() {
        erp.beforeSaving = () -> {
            throw new IllegalStateException("connection lost");
        };
        OrderRequest strict =
                new Wanted().line(TestErp.NUT, "5", null).refuseShortages().request();
        assertThatThrownBy(() -> orders.create(KEY, strict)).isInstanceOf(ServiceFault.class);
        erp.beforeSaving = () -> {};
        erp.onPricing = () -> {
            erp.onPricing = () -> {};
            erp.create(KEY.reference(), orders.simulate(strict).value(), draft -> draft);
        };

        clock.advance(Duration.ofSeconds(5));
        assertThat(dispatcher.dispatchOne()).isTrue();
        assertThat(standing()).isInstanceOf(Committed.class);
        assertThat(erp.created).isEqualTo(1);
    }

    @Test
    void aNodeThatDiedIsReplacedByAnyOtherWhenItsLeaseHasEnded() {
        erp.onPricing = () -> {
            throw new Crash();
        };
        assertThatThrownBy(this::create).isInstanceOf(Crash.class);
        available();
        assertThat(dispatcher.dispatchOne()).isFalse();
        assertThat(((InProgress) standing()).estimatedAt()).isEmpty();

        clock.advance(LONGER_THAN_ANY_LEASE);
        assertThat(((InProgress) standing()).estimatedAt()).contains(clock.instant());
        assertThat(dispatcher().dispatchOne()).isTrue();
        assertThat(erp.created).isEqualTo(1);
        assertThat(standing()).isInstanceOf(Committed.class);
    }

    @Test
    void aRequestThatNeverCameInIsNotKnown() {
        ServiceFault fault = catchThrowableOfType(ServiceFault.class, () -> orders.outcome(KEY));

        assertThat(fault.code()).isEqualTo(ErrorCode.REQUEST_NOT_FOUND);
    }

    private static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    private Dispatcher dispatcher() {
        List<Procedure<?, ?>> procedures = new ArrayList<>(orders.procedures());
        procedures.addAll(offering.procedures());
        return new Dispatcher(handing, procedures);
    }

    private void unavailable() {
        erp.onPricing = () -> {
            throw new ServiceFault(ErrorCode.ERP_UNAVAILABLE.at(""));
        };
        erp.beforeSaving = erp.onPricing;
    }

    private void available() {
        erp.onPricing = () -> {};
        erp.beforeSaving = () -> {};
    }

    private Placement create() {
        return orders.create(KEY, wanted()).value();
    }

    private Standing standing() {
        return orders.outcome(KEY).value().standing();
    }

    private static OrderRequest wanted() {
        return new Wanted().line(TestErp.BOLT, "3", null).request();
    }
}
