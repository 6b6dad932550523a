package org.throughline.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.throughline.order.Offer.State;
import org.throughline.shared.AccountId;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.OfferId;
import org.throughline.shared.OrderId;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;
import org.throughline.shared.ServiceFault;

/** What every record of offers keeps its word on. */
public abstract class OffersContract {

    private static final int THREADS = 16;

    protected final AdjustableClock clock = new AdjustableClock("2026-11-22T10:00:00Z");

    private final TestErp erp = new TestErp(clock);
    private final OfferId id = new OfferId("main", "OF-" + UUID.randomUUID());
    private final RequestKey ask = new RequestKey("caller", UUID.randomUUID().toString());
    private final RequestKey buy = new RequestKey("caller", UUID.randomUUID().toString());

    protected abstract Offers offers();

    @Test
    void anOfferIsKeptWithEverythingInIt() {
        Offer offer = made(id, clock.instant());

        assertThat(offers().find(id)).contains(offer);
    }

    @Test
    void theFirstOfferUnderAnIdIsTheOneThatIsKept() {
        Offer first = made(id, clock.instant());

        assertThat(offers().add(offer(id, clock.instant().plusSeconds(60)))).isEqualTo(first);
        assertThat(offers().find(id)).contains(first);
    }

    @Test
    void anOfferIsOrderedByOneRequest() {
        made(id, clock.instant());

        Offer mine = offers().startOrdering(id, buy).orElseThrow();
        assertThat(mine.state()).isEqualTo(State.ORDERING);
        assertThat(mine.orderedBy()).isEqualTo(buy);
        assertThat(offers().startOrdering(id, ask).orElseThrow().orderedBy()).isEqualTo(buy);
        assertThat(offers().cancel(id).orElseThrow().state()).isEqualTo(State.ORDERING);

        offers().ordered(buy, new OrderId("main", "SO-1"));
        Offer ordered = offers().find(id).orElseThrow();
        assertThat(ordered.state()).isEqualTo(State.ORDERED);
        assertThat(ordered.order()).isEqualTo(new OrderId("main", "SO-1"));
    }

    @Test
    void anOfferThatWasNotOrderedAfterAllIsOpenAgain() {
        Offer offer = made(id, clock.instant());
        offers().startOrdering(id, buy);

        offers().reopen(buy);

        assertThat(offers().find(id)).contains(offer);
    }

    @Test
    void anOrderedOfferIsNeitherOpenedNorCancelled() {
        made(id, clock.instant());
        offers().startOrdering(id, buy);
        offers().ordered(buy, new OrderId("main", "SO-1"));

        offers().reopen(buy);

        assertThat(offers().cancel(id).orElseThrow().state()).isEqualTo(State.ORDERED);
    }

    @Test
    void aCancelledOfferIsNotOrdered() {
        made(id, clock.instant());

        assertThat(offers().cancel(id).orElseThrow().state()).isEqualTo(State.CANCELLED);
        assertThat(offers().startOrdering(id, buy).orElseThrow().state()).isEqualTo(State.CANCELLED);
    }

    @Test
    void whatIsNotThereIsNotChanged() {
        assertThat(offers().find(id)).isEmpty();
        assertThat(offers().cancel(id)).isEmpty();
        assertThat(offers().startOrdering(id, buy)).isEmpty();
    }

    @Test
    void sixteenRequestsForOneOfferMakeOneOrder() throws Exception {
        made(id, clock.instant());

        List<RequestKey> winners = inParallel(i -> offers().startOrdering(id, new RequestKey("caller", id + "-" + i))
                .orElseThrow()
                .orderedBy());

        assertThat(winners.stream().distinct()).hasSize(1);
    }

    @Test
    void sixteenWorkersWithOneRequestMakeOneOffer() throws Exception {
        List<Offer> made =
                inParallel(i -> offers().add(offer(id, clock.instant().plusSeconds(i))));

        assertThat(made.stream().distinct()).hasSize(1);
    }

    protected Offer made(OfferId offerId, Instant at) {
        Offer offer = offer(offerId, at);
        assertThat(offers().add(offer)).isEqualTo(offer);
        return offer;
    }

    private Offer offer(OfferId offerId, Instant at) {
        OrderDesk desk = new OrderDesk(erp.sources(), erp, clock);
        OfferTerms terms = desk.terms(new Wanted()
                .customerReference("PO-1")
                .line(TestErp.BOLT, "2", "BOX")
                .line(TestErp.NUT, "8", "EA")
                .request());
        return Offer.open(offerId, terms, at, at.plus(Duration.ofHours(24)), "header.payload.signature");
    }

    /** Pages of a store that has an order of its own. */
    protected void checkPages() {
        Set<OfferId> all = new HashSet<>();
        for (int i = 0; i < 5; i++) {
            OfferId one = new OfferId("main", "OF-" + UUID.randomUUID());
            made(one, clock.instant().plusSeconds(i / 2));
            all.add(one);
        }
        List<AccountId> accounts = List.of(TestErp.ACCOUNT);
        List<Offer> read = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Page<Offer> page = offers().find(accounts, new PageRequest(2, cursor));
            read.addAll(page.entries());
            cursor = page.nextCursor();
        } while (cursor.isPresent());
        assertThat(read.stream().map(Offer::id)).doesNotHaveDuplicates().containsAll(all);
        assertThat(read.stream().map(Offer::createdAt)).isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThatThrownBy(() -> offers().find(accounts, new PageRequest(2, Optional.of("AAAA"))))
                .isInstanceOfSatisfying(
                        ServiceFault.class, fault -> assertThat(fault.code()).isEqualTo(ErrorCode.INVALID_CURSOR));
        assertThat(offers().find(List.of(), PageRequest.first(10)).entries()).isEmpty();
    }

    private interface Attempt<T> {
        T run(int number);
    }

    private static <T> List<T> inParallel(Attempt<T> attempt) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int number = i;
                Callable<T> task = () -> {
                    start.await();
                    return attempt.run(number);
                };
                running.add(pool.submit(task));
            }
            start.countDown();
            List<T> outcomes = new ArrayList<>();
            for (Future<T> outcome : running) {
                outcomes.add(outcome.get(120, TimeUnit.SECONDS));
            }
            return outcomes;
        } finally {
            pool.shutdownNow();
        }
    }
}
