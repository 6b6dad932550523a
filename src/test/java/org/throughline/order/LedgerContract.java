package org.throughline.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.throughline.order.LedgerEntry.State;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.OrderId;
import org.throughline.shared.Remedy;
import org.throughline.shared.Violation;

/** What every ledger keeps its word on. */
public abstract class LedgerContract {

    private static final Duration LONGER_THAN_ANY_LEASE = Duration.ofHours(1);
    private static int lastRequest;

    protected final AdjustableClock clock = new AdjustableClock("2026-11-22T10:00:00Z");

    private final RequestKey key = newKey();

    protected abstract Ledger ledger();

    @Test
    void aNewRequestIsWrittenDownAndGranted() {
        Claim claim = ledger().claim(key, "digest");

        assertThat(claim).isInstanceOf(Claim.Granted.class);
        LedgerEntry entry = ledger().find(key).orElseThrow();
        assertThat(entry.state()).isEqualTo(State.RECEIVED);
        assertThat(entry.digest()).isEqualTo("digest");
        assertThat(entry.receivedAt()).isEqualTo(clock.instant());
    }

    @Test
    void anUnknownRequestIsNotFound() {
        assertThat(ledger().find(key)).isEmpty();
    }

    @Test
    void theSameIdOfAnotherCallerIsAnotherRequest() {
        granted();

        assertThat(ledger().claim(new RequestKey("somebody else", key.requestId()), "other"))
                .isInstanceOf(Claim.Granted.class);
    }

    @Test
    void otherContentUnderTheSameIdIsToldApart() {
        Claim.Granted claim = granted();
        assertThat(ledger().claim(key, "other")).isInstanceOf(Claim.OtherContent.class);

        ledger().placed(claim, new OrderId("main", "SO-1"), false);
        assertThat(ledger().claim(key, "other")).isInstanceOf(Claim.OtherContent.class);
    }

    @Test
    void aRequestThatSomebodyWorksOnIsInProgress() {
        Claim.Granted claim = granted();
        assertThat(ledger().claim(key, "digest")).isInstanceOf(Claim.InProgress.class);

        ledger().submitting(claim);
        assertThat(ledger().claim(key, "digest")).isInstanceOf(Claim.InProgress.class);
    }

    @Test
    void aConfirmedOrderIsFinishedForYears() {
        Claim.Granted claim = granted();
        assertThat(ledger().submitting(claim)).isTrue();
        assertThat(ledger().placed(claim, new OrderId("main", "SO-1"), false)).isTrue();

        clock.advance(Duration.ofDays(3650));
        LedgerEntry entry = finished();
        assertThat(entry.state()).isEqualTo(State.CONFIRMED);
        assertThat(entry.orderId()).isEqualTo(new OrderId("main", "SO-1"));
    }

    @Test
    void aHeldOrderIsFinished() {
        ledger().placed(granted(), new OrderId("main", "SO-1"), true);

        assertThat(finished().state()).isEqualTo(State.HELD);
    }

    @Test
    void aRefusalIsKeptWithAllViolations() {
        List<Violation> violations = List.of(
                ErrorCode.INSUFFICIENT_STOCK
                        .at("order.line[3].quantity", "There are too few.")
                        .withRemedy(Remedy.atMost("Order less.", new BigDecimal("12.500"))),
                ErrorCode.UNIT_NOT_FOUND
                        .at("order.line[4].unit")
                        .withRemedy(Remedy.oneOf("Use a unit of the item.", List.of("EA", "BOX12"))),
                ErrorCode.OFFER_PRICE_CHANGED.at("offer.line[0].net").withDifference("40.00", "44.00"),
                ErrorCode.ACCOUNT_ON_HOLD.at("order.customer"));

        assertThat(ledger().refused(granted(), violations)).isTrue();

        LedgerEntry entry = finished();
        assertThat(entry.state()).isEqualTo(State.REFUSED);
        assertThat(entry.violations()).isEqualTo(violations);
    }

    @Test
    void aReleasedRequestCanBeClaimedAtOnce() {
        ledger().release(granted(), false);
        assertThat(granted().entry().state()).isEqualTo(State.RECEIVED);
    }

    @Test
    void aDoubtfulReleaseIsRemembered() {
        Claim.Granted claim = granted();
        ledger().submitting(claim);
        ledger().release(claim, true);

        assertThat(granted().entry().state()).isEqualTo(State.UNKNOWN);
    }

    @Test
    void aCrashedWorkersRequestIsGrantedToTheNextOneWithItsState() {
        Claim.Granted crashed = granted();
        ledger().submitting(crashed);

        clock.advance(LONGER_THAN_ANY_LEASE);
        assertThat(granted().entry().state()).isEqualTo(State.SUBMITTING);
    }

    @Test
    void aWorkerThatLostItsClaimChangesNothing() {
        Claim.Granted slow = granted();
        clock.advance(LONGER_THAN_ANY_LEASE);
        Claim.Granted next = granted();

        assertThat(ledger().submitting(slow)).isFalse();
        assertThat(ledger().placed(slow, new OrderId("main", "SO-1"), false)).isFalse();
        assertThat(ledger().refused(slow, List.of(ErrorCode.NO_PRICE.at("")))).isFalse();
        ledger().release(slow, true);
        assertThat(ledger().find(key).orElseThrow().state()).isEqualTo(State.RECEIVED);
        assertThat(ledger().submitting(next)).isTrue();
    }

    @Test
    void ofManyAtOnceExactlyOneIsGranted() throws Exception {
        assertThat(grantedOf(16)).isEqualTo(1);
    }

    @Test
    void ofManyAtOnceExactlyOneTakesOverFromACrash() throws Exception {
        granted();
        clock.advance(LONGER_THAN_ANY_LEASE);

        assertThat(grantedOf(16)).isEqualTo(1);
    }

    private long grantedOf(int threads) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<Claim>> claims = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                claims.add(pool.submit(() -> {
                    start.await();
                    return ledger().claim(key, "digest");
                }));
            }
            start.countDown();
            long granted = 0;
            for (Future<Claim> claim : claims) {
                Claim result = claim.get(60, TimeUnit.SECONDS);
                assertThat(result).isInstanceOfAny(Claim.Granted.class, Claim.InProgress.class);
                granted += result instanceof Claim.Granted ? 1 : 0;
            }
            return granted;
        } finally {
            pool.shutdownNow();
        }
    }

    private Claim.Granted granted() {
        Claim claim = ledger().claim(key, "digest");
        assertThat(claim).isInstanceOf(Claim.Granted.class);
        return (Claim.Granted) claim;
    }

    private LedgerEntry finished() {
        Claim claim = ledger().claim(key, "digest");
        assertThat(claim).isInstanceOf(Claim.Finished.class);
        return claim.entry();
    }

    private static synchronized RequestKey newKey() {
        return new RequestKey("caller", "request-" + ++lastRequest);
    }
}
