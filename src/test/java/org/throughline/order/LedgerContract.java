package org.throughline.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.throughline.shared.CompanyId;
import org.throughline.shared.CustomerRef;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.OfferId;
import org.throughline.shared.OrderId;
import org.throughline.shared.Remedy;
import org.throughline.shared.Violation;

/** What every ledger keeps its word on. */
public abstract class LedgerContract {

    private static final AtomicInteger LAST_REQUEST = new AtomicInteger();
    private static final DocumentRef ORDER = DocumentRef.of(new OrderId("main", "SO-1"));
    private static final OrderRequest WANTED = new Wanted()
            .customerReference("PO-1")
            .line(TestErp.BOLT, "1.50", "BOX")
            .expected("10.00", "2.00", "12.00")
            .request();

    protected final AdjustableClock clock = new AdjustableClock("2026-11-22T10:00:00Z");

    private final RequestKey key = newKey();

    protected abstract Ledger ledger();

    /** Lets the time of the ledger itself go by, further than any claim lasts. */
    protected abstract void allLeasesEnd();

    // One worker

    @Test
    void aNewRequestIsWrittenDownAndGranted() {
        Claim claim = ledger().claim(request("digest"));

        assertThat(claim).isInstanceOf(Claim.Granted.class);
        LedgerEntry entry = entry();
        assertThat(entry.kind()).isEqualTo(RequestKind.CREATE_ORDER);
        assertThat(entry.state()).isEqualTo(RequestState.RECEIVED);
        assertThat(entry.digest()).isEqualTo("digest");
        assertThat(entry.attempts()).isEqualTo(1);
        assertThat(entry.claimed()).isTrue();
        assertThat(entry.isQueued()).isFalse();
        assertThat(entry.receivedAt()).isEqualTo(clock.instant());
    }

    @Test
    void anUnknownRequestIsNotFound() {
        assertThat(ledger().find(key)).isEmpty();
    }

    @Test
    void theSameIdOfAnotherCallerIsAnotherRequest() {
        granted();

        RequestKey other = new RequestKey("somebody else", key.requestId());
        assertThat(ledger().claim(new LedgerRequest(other, RequestKind.CREATE_ORDER, "other", WANTED)))
                .isInstanceOf(Claim.Granted.class);
    }

    @Test
    void otherContentUnderTheSameIdIsToldApart() {
        Claim.Granted claim = granted();
        assertThat(ledger().claim(request("other"))).isInstanceOf(Claim.OtherContent.class);

        commit(claim, false);
        assertThat(ledger().claim(request("other"))).isInstanceOf(Claim.OtherContent.class);
    }

    @Test
    void anotherKindUnderTheSameIdIsToldApart() {
        granted();

        Demand offer = new OfferRequest(WANTED, null);
        assertThat(ledger().claim(new LedgerRequest(key, RequestKind.CREATE_OFFER, "digest", offer)))
                .isInstanceOf(Claim.OtherContent.class);
    }

    @Test
    void aRequestThatSomebodyWorksOnIsInProgress() {
        Claim.Granted claim = granted();
        assertThat(ledger().claim(request("digest"))).isInstanceOf(Claim.InProgress.class);
        assertThat(ledger().resume(entry())).isEmpty();

        ledger().submitting(claim);
        assertThat(ledger().claim(request("digest"))).isInstanceOf(Claim.InProgress.class);
        assertThat(ledger().holds(claim)).isTrue();
    }

    @Test
    void aConfirmedOrderIsFinishedForYears() {
        Claim.Granted claim = granted();
        assertThat(ledger().submitting(claim)).isTrue();
        assertThat(ledger().committed(claim, ORDER, false)).isTrue();

        clock.advance(Duration.ofDays(3650));
        allLeasesEnd();
        LedgerEntry entry = finished();
        assertThat(entry.state()).isEqualTo(RequestState.CONFIRMED);
        assertThat(entry.document()).isEqualTo(ORDER);
        assertThat(entry.due()).isEmpty();
    }

    @Test
    void aHeldOrderIsFinished() {
        commit(granted(), true);

        assertThat(finished().state()).isEqualTo(RequestState.HELD);
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
        assertThat(entry.state()).isEqualTo(RequestState.REFUSED);
        assertThat(entry.violations()).isEqualTo(violations);
    }

    @Test
    void statesChangeOnlyAsTheyMay() {
        Claim.Granted claim = granted();
        assertThat(ledger().committed(claim, ORDER, false)).isFalse();
        ledger().release(claim, true, Optional.empty(), List.of());
        assertThat(entry().state()).isEqualTo(RequestState.RECEIVED);

        commit(claim, false);
        ledger().release(claim, true, Optional.empty(), List.of());
        assertThat(ledger().submitting(claim)).isFalse();
        assertThat(ledger().refused(claim, List.of())).isFalse();
        assertThat(entry().state()).isEqualTo(RequestState.CONFIRMED);
    }

    // Going on

    @Test
    void aReleasedRequestCanBeClaimedAtOnceAndSaysWhatWasInTheWay() {
        List<Violation> why = List.of(ErrorCode.ERP_UNAVAILABLE.at(""));
        ledger().release(granted(), false, Optional.of(Duration.ofMinutes(5)), why);

        assertThat(entry().isQueued()).isTrue();
        assertThat(entry().violations()).isEqualTo(why);
        assertThat(entry().due().orElseThrow()).isBetween(Duration.ofMinutes(4), Duration.ofMinutes(5));
        LedgerEntry again = granted().entry();
        assertThat(again.state()).isEqualTo(RequestState.RECEIVED);
        assertThat(again.attempts()).isEqualTo(2);
    }

    @Test
    void aDoubtfulReleaseIsRemembered() {
        Claim.Granted claim = granted();
        ledger().submitting(claim);
        ledger().release(claim, true, Optional.empty(), List.of());

        assertThat(granted().entry().state()).isEqualTo(RequestState.UNKNOWN);
    }

    @Test
    void aCrashedWorkersRequestIsGrantedToTheNextOneWithItsState() {
        Claim.Granted crashed = granted();
        ledger().submitting(crashed);
        assertThat(dueKeys()).doesNotContain(key);

        allLeasesEnd();
        assertThat(dueKeys()).contains(key);
        assertThat(granted().entry().state()).isEqualTo(RequestState.SUBMITTING);
    }

    @Test
    void theClocksOfNodesDoNotEndLeases() {
        Claim.Granted claim = granted();

        clock.advance(nodesAreAhead());
        assertThat(ledger().claim(request("digest"))).isInstanceOf(Claim.InProgress.class);
        assertThat(ledger().holds(claim)).isTrue();
    }

    @Test
    void whatWasPutOffIsGoneOnWithWhenItsTimeHasCome() {
        ledger().release(granted(), false, Optional.of(Duration.ofMinutes(5)), List.of());
        assertThat(dueKeys()).doesNotContain(key);

        allLeasesEnd();
        assertThat(dueKeys()).contains(key);
        Ledger.Resumed resumed = ledger().resume(entry()).orElseThrow();
        assertThat(resumed.demand()).isEqualTo(WANTED);
        assertThat(resumed.claim().entry().attempts()).isEqualTo(2);
        assertThat(ledger().holds(resumed.claim())).isTrue();
    }

    @Test
    void whatWasNotPutOffIsLeftAlone() {
        ledger().release(granted(), false, Optional.empty(), List.of());

        allLeasesEnd();
        assertThat(dueKeys()).doesNotContain(key);
        assertThat(entry().isQueued()).isFalse();
    }

    @Test
    void aRequestThatSomebodyHasWorkedOnSinceItWasReadIsNotResumed() {
        ledger().release(granted(), false, Optional.of(Duration.ZERO), List.of());
        LedgerEntry read = entry();
        ledger().release(granted(), false, Optional.of(Duration.ZERO), List.of());

        assertThat(ledger().resume(read)).isEmpty();
        assertThat(ledger().resume(entry())).isPresent();
    }

    @Test
    void aRenewedClaimIsNotDue() {
        Claim.Granted claim = granted();
        allLeasesEnd();
        assertThat(ledger().renew(claim)).isTrue();

        assertThat(dueKeys()).doesNotContain(key);
    }

    @Test
    void aWorkerThatLostItsClaimChangesNothing() {
        Claim.Granted slow = granted();
        allLeasesEnd();
        Claim.Granted next = granted();

        assertThat(ledger().holds(slow)).isFalse();
        assertThat(ledger().renew(slow)).isFalse();
        assertThat(ledger().submitting(slow)).isFalse();
        assertThat(ledger().refused(slow, List.of(ErrorCode.NO_PRICE.at("")))).isFalse();
        ledger().release(slow, false, Optional.empty(), List.of());
        assertThat(ledger().submitting(next)).isTrue();
        assertThat(ledger().committed(slow, ORDER, false)).isFalse();
        ledger().release(slow, true, Optional.empty(), List.of());
        assertThat(entry().state()).isEqualTo(RequestState.SUBMITTING);
    }

    @Test
    void theBacklogCountsWhatHasNotComeToAnEnd() {
        Ledger.Backlog before = ledger().backlog();
        Claim.Granted claim = granted();
        assertThat(ledger().backlog()).isEqualTo(new Ledger.Backlog(before.queued() + 1, before.doubtful()));

        ledger().submitting(claim);
        assertThat(ledger().backlog()).isEqualTo(new Ledger.Backlog(before.queued(), before.doubtful() + 1));

        ledger().committed(claim, ORDER, false);
        assertThat(ledger().backlog()).isEqualTo(before);
    }

    // What is kept of requests

    @Test
    void ordersOnOffersAreKeptAsTheyCame() {
        assertKept(
                RequestKind.CREATE_ORDER,
                new OfferAcceptance(
                        new OfferAcceptance.ByToken("a.b.c"),
                        new CustomerRef.ByCompany(new CompanyId("crm", "42")),
                        "PO-2",
                        true,
                        new ExpectedTotals(new BigDecimal("1.0"), null, null)));
        assertKept(
                RequestKind.CREATE_ORDER,
                new OfferAcceptance(
                        new OfferAcceptance.ByReference(new OfferId("main", "OF-1")), null, null, false, null));
    }

    @Test
    void requestsForOffersAreKeptAsTheyCame() {
        assertKept(RequestKind.CREATE_OFFER, new OfferRequest(WANTED, Duration.ofHours(3)));
    }

    private void assertKept(RequestKind kind, Demand demand) {
        LedgerRequest request = new LedgerRequest(newKey(), kind, "digest", demand);
        Claim.Granted claim = (Claim.Granted) ledger().claim(request);
        ledger().release(claim, false, Optional.of(Duration.ZERO), List.of());

        LedgerEntry entry = ledger().find(request.key()).orElseThrow();
        assertThat(ledger().resume(entry).orElseThrow().demand()).isEqualTo(demand);
    }

    // Many workers

    @Test
    void ofManyAtOnceExactlyOneIsGranted() throws Exception {
        assertThat(grantedOf(16)).isEqualTo(1);
    }

    @Test
    void ofManyAtOnceExactlyOneTakesOverFromACrash() throws Exception {
        granted();
        allLeasesEnd();

        assertThat(grantedOf(16)).isEqualTo(1);
    }

    /** How far the clocks of nodes can be wrong without an effect. */
    protected Duration nodesAreAhead() {
        return Duration.ofDays(1);
    }

    private long grantedOf(int threads) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<Claim>> claims = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                claims.add(pool.submit(() -> {
                    start.await();
                    return ledger().claim(request("digest"));
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
        Claim claim = ledger().claim(request("digest"));
        assertThat(claim).isInstanceOf(Claim.Granted.class);
        return (Claim.Granted) claim;
    }

    private LedgerEntry finished() {
        Claim claim = ledger().claim(request("digest"));
        assertThat(claim).isInstanceOf(Claim.Finished.class);
        return claim.entry();
    }

    private void commit(Claim.Granted claim, boolean held) {
        assertThat(ledger().submitting(claim)).isTrue();
        assertThat(ledger().committed(claim, ORDER, held)).isTrue();
    }

    private LedgerEntry entry() {
        return ledger().find(key).orElseThrow();
    }

    private List<RequestKey> dueKeys() {
        return ledger().due(1_000).stream().map(LedgerEntry::key).toList();
    }

    private LedgerRequest request(String digest) {
        return new LedgerRequest(key, RequestKind.CREATE_ORDER, digest, WANTED);
    }

    private static RequestKey newKey() {
        return new RequestKey("caller", "request-" + LAST_REQUEST.incrementAndGet());
    }
}
