package org.throughline.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.throughline.shared.AccountId;
import org.throughline.shared.CustomerRef;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ItemId;
import org.throughline.shared.MaxAge;
import org.throughline.shared.ServiceFault;
import org.throughline.stock.AvailabilityRequest;

/** What offers keep their word on with every ERP that can reserve. */
public abstract class OfferingContract {

    private static final int THREADS = 16;

    private InMemoryOffers offers;
    private HandingOver handing;

    protected abstract OrderWorld world();

    @BeforeEach
    void empty() {
        offers = new InMemoryOffers();
        handing = InMemoryLedger.handingOver(world().clock());
    }

    // Reserving

    @Test
    void whatIsOfferedCountsAsClaimedForEverybodyElse() {
        ItemId item = world().item("5");
        offer(simple(item, "3"));

        assertThat(available(item, "5")).isEqualByComparingTo("2");
        assertThat(world().allocated(item)).isEqualByComparingTo("0");
        assertThat(place(strict(item, "3"))).isEqualTo(ErrorCode.INSUFFICIENT_STOCK);
        assertThat(place(strict(item, "2"))).isInstanceOf(Order.class);
    }

    @Test
    void aReservationEndsByItselfAtItsTime() {
        ItemId item = world().item("5");
        offers().create(newKey(), new OfferRequest(simple(item, "5"), Duration.ofMinutes(10)));

        world().clock().advance(Duration.ofMinutes(10).minusSeconds(1));
        assertThat(available(item, "5")).isEqualByComparingTo("0");
        world().clock().advance(Duration.ofSeconds(1));
        assertThat(available(item, "5")).isEqualByComparingTo("5");
        assertThat(offer(simple(item, "5")).content().lines().get(0).progress().allocated())
                .isEqualByComparingTo("5");
    }

    @Test
    void aCancelledOfferGivesItsGoodsBack() {
        ItemId item = world().item("5");
        Offer offer = offer(simple(item, "5"));

        offers().cancel(offer.id());

        assertThat(available(item, "5")).isEqualByComparingTo("5");
    }

    @Test
    void anOrderTakesOverWhatWasReservedForIt() {
        ItemId item = world().item("5");
        Offer offer = offer(strict(item, "5"));

        Order order = (Order) order(offer);

        assertThat(order.content().lines().get(0).progress().allocated()).isEqualByComparingTo("5");
        assertThat(world().allocated(item)).isEqualByComparingTo("5");
        assertThat(available(item, "1")).isEqualByComparingTo("0");
        world().clock().advance(Duration.ofDays(2));
        assertThat(available(item, "1")).isEqualByComparingTo("0");
        world().orders()
                .cancel(new OrderChange(order.id(), order.version(), "CANCEL-1", OrderChange.Kind.CANCELLATION));
        assertThat(available(item, "5")).isEqualByComparingTo("5");
    }

    @Test
    void anOrderThatIsRefusedLeavesTheReservation() {
        ItemId item = world().item("5");
        Offer offer = offer(simple(item, "5"));
        world().count(item, "4");

        assertThat(order(offer)).isEqualTo(ErrorCode.OFFER_STOCK_CHANGED);
        world().count(item, "5");

        assertThat(available(item, "5")).isEqualByComparingTo("0");
        assertThat(order(offer)).isInstanceOf(Order.class);
    }

    @Test
    void boxesAndPiecesOfOneItemAreReservedTogether() {
        ItemId item = world().item("25");
        Offer offer = offer(wanted(account(null))
                .line(item, "2", "BOX")
                .line(item, "5", "EA")
                .request());

        assertThat(offer.content().lines().get(1).progress().allocated()).isEqualByComparingTo("5");
        assertThat(available(item, "1")).isEqualByComparingTo("0");
    }

    @Test
    void creditThatIsGoneIsFoundUnderTheLockOfTheAccount() {
        AccountId account = account("60.00");
        ItemId item = world().item("100");
        Offer offer = offer(wanted(account).line(item, "3", "EA").request());
        assertThat(place(wanted(account).line(item, "3", "EA").request())).isInstanceOf(Order.class);

        assertThat(order(offer)).isEqualTo(ErrorCode.OFFER_CREDIT_CHANGED);
    }

    // Races

    @Test
    void racingForTheLastUnitsOffersNeverPromiseMoreThanThereIs() throws Exception {
        ItemId item = world().item("5");

        List<Object> outcomes = inParallel(i -> makeOffer(strict(item, "1")));

        assertThat(outcomes.stream().filter(Offer.class::isInstance)).hasSize(5);
        assertThat(outcomes.stream().filter(ErrorCode.INSUFFICIENT_STOCK::equals))
                .hasSize(THREADS - 5);
        assertThat(available(item, "5")).isEqualByComparingTo("0");
    }

    @Test
    void racingOffersThatTakeWhatTheyGetShareWhatThereIs() throws Exception {
        ItemId item = world().item("10");

        List<Object> outcomes = inParallel(i -> makeOffer(simple(item, "3")));

        BigDecimal promised = outcomes.stream()
                .map(Offer.class::cast)
                .map(offer -> offer.terms().promises().get(0).reservable())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(promised).isEqualByComparingTo("10");
    }

    @Test
    void racingForTheLastUnitsOffersAndOrdersNeverPromiseMoreThanThereIs() throws Exception {
        ItemId item = world().item("5");

        List<Object> outcomes = inParallel(i -> i % 2 == 0 ? makeOffer(strict(item, "1")) : place(strict(item, "1")));

        assertThat(outcomes.stream().filter(outcome -> !(outcome instanceof ErrorCode)))
                .hasSize(5);
        assertThat(outcomes.stream().filter(ErrorCode.INSUFFICIENT_STOCK::equals))
                .hasSize(THREADS - 5);
        assertThat(available(item, "5")).isEqualByComparingTo("0");
    }

    @Test
    void whoHasAnOfferGetsHisGoodsHoweverManyWantThem() throws Exception {
        ItemId item = world().item("8");
        List<Offer> mine =
                Stream.generate(() -> offer(strict(item, "1"))).limit(8).toList();

        List<Object> outcomes = inParallel(i -> i % 2 == 0 ? order(mine.get(i / 2)) : place(strict(item, "1")));

        assertThat(outcomes.stream().filter(Order.class::isInstance)).hasSize(8);
        assertThat(outcomes.stream().filter(ErrorCode.INSUFFICIENT_STOCK::equals))
                .hasSize(8);
        assertThat(world().allocated(item)).isEqualByComparingTo("8");
    }

    @Test
    void racingForOneOfferMakesOneOrder() throws Exception {
        ItemId item = world().item("100");
        Offer offer = offer(strict(item, "2"));

        List<Object> outcomes = inParallel(i -> order(offer));

        assertThat(outcomes.stream().filter(Order.class::isInstance)).hasSize(1);
        assertThat(outcomes.stream().filter(outcome -> !(outcome instanceof Order)))
                .allMatch(code -> code == ErrorCode.OFFER_BEING_ORDERED || code == ErrorCode.OFFER_ALREADY_ORDERED);
        assertThat(world().allocated(item)).isEqualByComparingTo("2");
    }

    @Test
    void racingWithOneRequestIdMakesOneOffer() throws Exception {
        ItemId item = world().item("100");
        OrderRequest request = simple(item, "2");
        RequestKey key = newKey();

        List<Object> outcomes = inParallel(i -> makeOffer(key, request));

        assertThat(outcomes.stream().filter(Offer.class::isInstance).distinct()).hasSize(1);
        assertThat(outcomes.stream().filter(outcome -> !(outcome instanceof Offer)))
                .allMatch(ErrorCode.REQUEST_IN_PROGRESS::equals);
        assertThat(available(item, "100")).isEqualByComparingTo("98");
    }

    @Test
    void cancellingAndOrderingAtTheSameTimeDoesOneOfBoth() throws Exception {
        ItemId item = world().item("100");
        Offer offer = offer(strict(item, "2"));

        List<Object> outcomes = inParallel(i -> i % 2 == 0
                ? order(offer)
                : codeOr(() -> offers().cancel(offer.id()).value()));

        boolean ordered = outcomes.stream().anyMatch(Order.class::isInstance);
        assertThat(outcomes.stream().anyMatch(Offer.class::isInstance)).isNotEqualTo(ordered);
        assertThat(world().allocated(item)).isEqualByComparingTo(ordered ? "2" : "0");
        assertThat(available(item, "100")).isEqualByComparingTo(ordered ? "98" : "100");
    }

    // To the cent

    @Test
    void theOrderOfAnyBasketIsItsOfferToTheCent() {
        Random random = new Random(20261122);
        List<ItemId> items =
                Stream.generate(() -> world().item("1000")).limit(5).toList();
        AccountId account = account(null);
        for (int basket = 0; basket < 60; basket++) {
            Wanted wanted = wanted(account);
            int lines = 1 + random.nextInt(6);
            for (int line = 0; line < lines; line++) {
                ItemId item = items.get(random.nextInt(items.size()));
                wanted.line(item, String.valueOf(1 + random.nextInt(9)), random.nextBoolean() ? "EA" : "BOX");
            }
            Offer offer = offer(wanted.request());

            Order order = (Order) order(offer);

            assertThat(order.content().totals()).isEqualTo(offer.content().totals());
            assertThat(order.content().taxes()).isEqualTo(offer.content().taxes());
            assertThat(order.content().lines())
                    .usingRecursiveComparison()
                    .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                    .isEqualTo(offer.content().lines());
        }
    }

    private Offer offer(OrderRequest request) {
        return offers().create(newKey(), new OfferRequest(request, null))
                .value()
                .offer();
    }

    private Object makeOffer(OrderRequest request) {
        return makeOffer(newKey(), request);
    }

    private Object makeOffer(RequestKey key, OrderRequest request) {
        return codeOr(() ->
                offers().create(key, new OfferRequest(request, null)).value().offer());
    }

    private Object place(OrderRequest request) {
        return codeOr(() -> orders().create(newKey(), request).value().order());
    }

    private Object order(Offer offer) {
        OfferAcceptance acceptance =
                new OfferAcceptance(new OfferAcceptance.ByReference(offer.id()), null, null, false, null);
        return codeOr(() -> orders().create(newKey(), acceptance).value().order());
    }

    /** What comes of the call, or the code that it is refused with. */
    private static Object codeOr(Callable<Object> call) {
        List<Object> result = new ArrayList<>();
        ServiceFault fault = catchThrowableOfType(ServiceFault.class, () -> result.add(call.call()));
        return fault == null ? result.get(0) : fault.code();
    }

    private BigDecimal available(ItemId item, String quantity) {
        AvailabilityRequest.Line line = new AvailabilityRequest.Line(
                item, new BigDecimal(quantity), Optional.of("EA"), Optional.empty(), Optional.empty(), true);
        return world().sources()
                .stock()
                .checkAvailability(new AvailabilityRequest(List.of(line)), MaxAge.LIVE)
                .value()
                .get(0)
                .promise()
                .confirmed();
    }

    private AccountId account(String creditLimit) {
        return world().account(creditLimit);
    }

    private static Wanted wanted(AccountId account) {
        return new Wanted().customer(new CustomerRef.ByAccount(account));
    }

    private OrderRequest simple(ItemId item, String quantity) {
        return wanted(account(null)).line(item, quantity, "EA").request();
    }

    private OrderRequest strict(ItemId item, String quantity) {
        return wanted(account(null))
                .line(item, quantity, "EA")
                .refuseShortages()
                .request();
    }

    private static RequestKey newKey() {
        return new RequestKey("caller", UUID.randomUUID().toString());
    }

    private OfferService offers() {
        return new OfferService(
                world().erp(), world().sources(), world().orders(), handing, offerSources(), world().clock());
    }

    private OrderService orders() {
        return new OrderService(
                world().erp(), world().sources(), world().orders(), handing, offerSources(), world().clock());
    }

    private OfferSources offerSources() {
        return TestOffers.sources(world().reservations(), offers, TestOffers.HONOURED);
    }

    private interface Attempt {
        Object run(int number);
    }

    private static List<Object> inParallel(Attempt attempt) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<Object>> running = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int number = i;
                running.add(pool.submit(() -> {
                    start.await();
                    return attempt.run(number);
                }));
            }
            start.countDown();
            List<Object> outcomes = new ArrayList<>();
            for (Future<Object> outcome : running) {
                outcomes.add(outcome.get(120, TimeUnit.SECONDS));
            }
            return outcomes;
        } finally {
            pool.shutdownNow();
        }
    }
}
