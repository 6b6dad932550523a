package org.throughline.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.throughline.account.AccountStatus;
import org.throughline.order.Offer.State;
import org.throughline.shared.AccountId;
import org.throughline.shared.CustomerRef;
import org.throughline.shared.Difference;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ItemId;
import org.throughline.shared.OfferId;
import org.throughline.shared.Operation;
import org.throughline.shared.PageRequest;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.Violation;
import org.throughline.stock.Origin;
import org.throughline.stock.ScheduleLine;

/** The life of an offer, as a sales clerk would tell it. Everything costs 10.00 and 20 % tax; there are 100 bolts and 5 nuts. */
class OfferTest {

    private static final RequestKey ASK = new RequestKey("caller", "offer-1");
    private static final RequestKey ORDER = new RequestKey("caller", "order-1");
    private static final Duration A_DAY = Duration.ofDays(1);
    private static final Duration LONGER_THAN_ANY_LEASE = Duration.ofMinutes(5);

    private final AdjustableClock clock = new AdjustableClock("2026-11-22T10:00:00Z");
    private final TestErp erp = new TestErp(clock);
    private final HandingOver handing = InMemoryLedger.handingOver(clock);
    private final InMemoryOffers offers = new InMemoryOffers();
    private OfferPolicy policy = TestOffers.HONOURED;

    // Making an offer

    @Test
    void anOfferSaysPriceTaxDeliveryAndUntilWhenItStands() {
        Offer offer = offer(nuts("8"));

        assertThat(offer.content().totals().gross()).isEqualByComparingTo("96.00");
        assertThat(offer.validUntil()).isEqualTo(Instant.parse("2026-11-23T10:00:00Z"));
        assertThat(offer.terms().promises().get(0).schedule())
                .containsExactly(part("2026-11-22", "5", Origin.ON_HAND), part("2026-12-06", "3", Origin.LEAD_TIME));
        assertThat(offer.terms().draft().isHeld()).isFalse();
        assertThat(offer.state()).isEqualTo(State.OPEN);
        assertThat(erp.orders).isEmpty();
    }

    @Test
    void whatIsOfferedIsReservedAndNobodyElseIsPromisedIt() {
        offer(nuts("4"));

        assertThat(erp.reserved(TestErp.NUT)).isEqualByComparingTo("4");
        assertThat(simulated(nuts("2")).content().lines().get(0).progress().allocated())
                .isEqualByComparingTo("1");
        Offer second = offer(new RequestKey("caller", "offer-2"), new OfferRequest(nuts("2"), null));
        assertThat(second.terms().promises().get(0).reservable()).isEqualByComparingTo("1");
    }

    @Test
    void boxesAreReservedInPieces() {
        offer(new Wanted().line(TestErp.BOLT, "3", "BOX").request());

        assertThat(erp.reserved(TestErp.BOLT)).isEqualByComparingTo("30");
    }

    @Test
    void anExpiredOfferKeepsNothingReserved() {
        offer(nuts("4"));
        clock.advance(A_DAY);

        assertThat(simulated(nuts("5")).content().lines().get(0).progress().allocated())
                .isEqualByComparingTo("5");
    }

    @Test
    void anOfferIsValidForAsLongAsWasAskedForWithinTheSellersLimit() {
        assertThat(offer(ASK, new OfferRequest(nuts("1"), Duration.ofMinutes(90)))
                        .validUntil())
                .isEqualTo(Instant.parse("2026-11-22T11:30:00Z"));

        for (Duration wrong : List.of(Duration.ZERO, Duration.ofDays(-1), Duration.ofDays(31))) {
            RequestKey another = new RequestKey("caller", "offer for " + wrong);
            Violation violation = refusal(() -> offer(another, new OfferRequest(nuts("1"), wrong)));
            assertThat(violation.code()).isEqualTo(ErrorCode.INVALID_VALUE);
            assertThat(violation.path()).isEqualTo("validSeconds");
            assertThat(violation.remedy().limit()).isEqualByComparingTo("2592000");
        }
    }

    @Test
    void anOfferSaysThatTheOrderWouldBeHeldForWantOfCredit() {
        erp.creditLimit = new BigDecimal("20.00");

        assertThat(offer(nuts("4")).terms().draft().holds())
                .extracting(Hold::reason)
                .containsExactly(HoldReason.CREDIT);
    }

    @Test
    void askingTwiceWithTheSameIdIsOneOffer() {
        Offer first = offer(nuts("4"));
        erp.price = new BigDecimal("11.00");

        OfferReply second =
                service().create(ASK, new OfferRequest(nuts("4.0"), null)).value();

        assertThat(second.offer()).isEqualTo(first);
        assertThat(second.replayed()).isTrue();
        assertThat(erp.reserved(TestErp.NUT)).isEqualByComparingTo("4");
        assertThat(refusal(() -> offer(nuts("3"))).code()).isEqualTo(ErrorCode.REQUEST_ID_REUSED);
    }

    @Test
    void aRefusedOfferReservesNothingAndStaysRefusedUnderItsRequestId() {
        OrderRequest strict =
                new Wanted().line(TestErp.NUT, "6", null).refuseShortages().request();

        Violation violation = refusal(() -> offer(strict));
        assertThat(violation.code()).isEqualTo(ErrorCode.INSUFFICIENT_STOCK);
        assertThat(violation.path()).isEqualTo("order.line[0].quantity");
        assertThat(violation.remedy().limit()).isEqualByComparingTo("5");
        assertThat(erp.reservations).isEmpty();

        erp.onHand.put(TestErp.NUT, BigDecimal.TEN);
        assertThat(refusal(() -> offer(strict))).isEqualTo(violation);
        RequestKey another = new RequestKey("caller", "offer-2");
        assertThat(offer(another, new OfferRequest(strict, null)).state()).isEqualTo(State.OPEN);
    }

    @Test
    void goodsThatWereSoldWhileTheOfferWasWorkedOutAreNotOffered() {
        erp.beforeReserving = () -> erp.onHand.put(TestErp.NUT, new BigDecimal("2"));

        Offer offer = offer(nuts("4"));

        assertThat(offer.terms().promises().get(0).reservable()).isEqualByComparingTo("2");
        assertThat(offer.content().lines().get(0).progress().allocated()).isEqualByComparingTo("2");
        assertThat(erp.reserved(TestErp.NUT)).isEqualByComparingTo("2");
    }

    @Test
    void anErpThatCannotReserveMakesNoOffers() {
        erp.unsupported = Set.of(Operation.CREATE_OFFER);

        assertThat(refusal(() -> offer(nuts("4"))).code()).isEqualTo(ErrorCode.NOT_SUPPORTED_BY_ERP);
    }

    @Test
    void moreLinesThanATokenCanCarryAreRefused() {
        Wanted wanted = new Wanted();
        for (int i = 0; i <= OfferRequest.MAX_LINES; i++) {
            wanted.line(TestErp.BOLT, "1", null);
        }
        assertThat(refusal(() -> offer(wanted.request())).code()).isEqualTo(ErrorCode.TOO_MANY_LINES);
    }

    // Ordering it

    @Test
    void anOrderIsPlacedAtTheTermsOfTheOfferWhateverThePricesAreNow() {
        Offer offer = offer(nuts("4"));
        erp.price = new BigDecimal("99.00");
        clock.advance(Duration.ofHours(23));

        Order order = place(accept(offer)).order();

        assertThat(order.content().totals()).isEqualTo(offer.content().totals());
        assertThat(order.content().taxes()).isEqualTo(offer.content().taxes());
        assertThat(order.content().lines()).isEqualTo(offer.content().lines());
        assertThat(order.content().orderDate()).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(erp.reservations).isEmpty();
    }

    @Test
    void theTokenIsAsGoodAsTheReference() {
        Offer offer = offer(nuts("4"));

        assertThat(place(new OfferAcceptance(new OfferAcceptance.ByToken(offer.token()), null, "PO-7", false, null))
                        .order()
                        .content()
                        .customerReference())
                .isEqualTo("PO-7");
        assertThat(stateOf(offer)).isEqualTo(State.ORDERED);
    }

    @Test
    void anOfferIsOrderedOnce() {
        Offer offer = offer(nuts("2"));
        Placement first = place(accept(offer));

        assertThat(place(accept(offer)).replayed()).isTrue();
        Violation second = refusal(() -> place(new RequestKey("caller", "order-2"), accept(offer)));
        assertThat(second.code()).isEqualTo(ErrorCode.OFFER_ALREADY_ORDERED);
        assertThat(second.remedy().allowedValues())
                .containsExactly(first.order().id().value());
        assertThat(erp.created).isEqualTo(1);
    }

    @Test
    void anExpiredOfferIsRefusedWithWhatEachLineWouldBeNow() {
        Offer offer = offer(nuts("4"));
        clock.advance(A_DAY);
        erp.price = new BigDecimal("11.00");
        erp.onHand.put(TestErp.NUT, BigDecimal.ONE);

        assertThat(refusals(() -> place(accept(offer))))
                .extracting(Violation::code, Violation::path, Violation::difference)
                .containsExactly(
                        tuple(
                                ErrorCode.OFFER_EXPIRED,
                                "offer",
                                new Difference("2026-11-23T10:00:00Z", "2026-11-23T10:00:00Z")),
                        tuple(
                                ErrorCode.OFFER_PRICE_CHANGED,
                                "offer.line[0].unitPrice",
                                new Difference("10.00", "11.00")),
                        tuple(ErrorCode.OFFER_PRICE_CHANGED, "offer.line[0].net", new Difference("40.00", "44.00")),
                        tuple(ErrorCode.OFFER_TOTAL_CHANGED, "offer.totals.net", new Difference("40.00", "44.00")),
                        tuple(ErrorCode.OFFER_TOTAL_CHANGED, "offer.totals.tax", new Difference("8.00", "8.80")),
                        tuple(ErrorCode.OFFER_TOTAL_CHANGED, "offer.totals.gross", new Difference("48.00", "52.80")),
                        tuple(
                                ErrorCode.OFFER_STOCK_CHANGED,
                                "offer.line[0].schedule",
                                new Difference("4 on 2026-11-22", "1 on 2026-11-23, 3 on 2026-12-07")));
        assertThat(erp.created).isZero();
    }

    @Test
    void theTermsOfNowAreOrderedWhenTheyWereAccepted() {
        Offer offer = offer(nuts("4"));
        clock.advance(A_DAY);
        erp.price = new BigDecimal("11.00");

        Order order = place(new OfferAcceptance(reference(offer), null, null, true, totals("44.00", "8.80", "52.80")))
                .order();

        assertThat(order.content().totals().gross()).isEqualByComparingTo("52.80");
        assertThat(stateOf(offer)).isEqualTo(State.ORDERED);
    }

    @Test
    void theTermsOfNowAreNotOrderedWhenTheyAreNotThoseThatWereExpected() {
        Offer offer = offer(nuts("4"));
        clock.advance(A_DAY);
        erp.price = new BigDecimal("12.00");

        Violation violation = refusals(() -> place(
                        new OfferAcceptance(reference(offer), null, null, true, totals("44.00", "8.80", "52.80"))))
                .get(0);

        assertThat(violation.code()).isEqualTo(ErrorCode.TOTAL_MISMATCH);
        assertThat(violation.path()).isEqualTo("offer.expected.net");
        assertThat(stateOf(offer)).isEqualTo(State.OPEN);
    }

    @Test
    void aSellerWhoRepricesSaysWhatHasChanged() {
        policy = TestOffers.REPRICED;
        Offer offer = offer(nuts("4"));
        erp.price = new BigDecimal("9.50");

        assertThat(refusals(() -> place(accept(offer))))
                .extracting(Violation::code)
                .containsOnly(ErrorCode.OFFER_PRICE_CHANGED, ErrorCode.OFFER_TOTAL_CHANGED);

        RequestKey again = new RequestKey("caller", "order-2");
        Order order = place(again, new OfferAcceptance(reference(offer), null, null, true, null))
                .order();
        assertThat(order.content().totals().net()).isEqualByComparingTo("38.00");
    }

    @Test
    void aSellerWhoRepricesKeepsAnOfferWhosePricesStillStand() {
        policy = TestOffers.REPRICED;
        Offer offer = offer(nuts("5"));

        assertThat(place(accept(offer)).order().content().lines())
                .isEqualTo(offer.content().lines());
    }

    @Test
    void goodsThatAreGoneAreSaidLineByLine() {
        Offer offer = offer(new Wanted()
                .line(TestErp.BOLT, "3", null)
                .line(TestErp.NUT, "4", null)
                .request());
        erp.onHand.put(TestErp.NUT, BigDecimal.ONE);

        Violation violation = refusal(() -> place(accept(offer)));

        assertThat(violation.code()).isEqualTo(ErrorCode.OFFER_STOCK_CHANGED);
        assertThat(violation.path()).isEqualTo("offer.line[1].schedule");
        assertThat(violation.difference())
                .isEqualTo(new Difference("4 on 2026-11-22", "1 on 2026-11-22, 3 on 2026-12-06"));
        assertThat(erp.reserved(TestErp.NUT)).isEqualByComparingTo("4");
        assertThat(stateOf(offer)).isEqualTo(State.OPEN);
    }

    @Test
    void goodsThatAreGoneAreWaitedForAtTheOfferedPriceWhenThatWasAccepted() {
        Offer offer = offer(nuts("4"));
        erp.onHand.put(TestErp.NUT, BigDecimal.ONE);
        erp.price = new BigDecimal("99.00");

        Order order = place(new OfferAcceptance(reference(offer), null, null, true, null))
                .order();

        assertThat(order.content().totals()).isEqualTo(offer.content().totals());
        assertThat(order.content().lines().get(0).progress().allocated()).isEqualByComparingTo("1");
    }

    @Test
    void whatHadToBeOrderedInIsStillKeptDaysLater() {
        Offer offer = offer(ASK, new OfferRequest(nuts("8"), Duration.ofDays(10)));
        clock.advance(Duration.ofDays(9));

        assertThat(place(accept(offer))
                        .order()
                        .content()
                        .lines()
                        .get(0)
                        .progress()
                        .allocated())
                .isEqualByComparingTo("5");
    }

    @Test
    void creditThatIsGoneIsSaid() {
        Offer offer = offer(nuts("4"));
        erp.creditLimit = new BigDecimal("20.00");

        Violation violation = refusal(() -> place(accept(offer)));

        assertThat(violation.code()).isEqualTo(ErrorCode.OFFER_CREDIT_CHANGED);
        assertThat(violation.path()).isEqualTo("offer.customer");
        assertThat(violation.difference()).isEqualTo(new Difference("CONFIRMED", "HELD"));
        assertThat(violation.remedy().limit()).isEqualByComparingTo("20.00");
        assertThat(place(
                                new RequestKey("caller", "order-2"),
                                new OfferAcceptance(reference(offer), null, null, true, null))
                        .held())
                .isTrue();
    }

    @Test
    void anOfferThatSaidHeldIsPlacedAndHeld() {
        erp.creditLimit = new BigDecimal("20.00");
        Offer offer = offer(nuts("4"));

        assertThat(place(accept(offer)).held()).isTrue();
    }

    @Test
    void anAccountThatIsNoLongerTradedWithOrdersNothing() {
        Offer offer = offer(nuts("4"));
        erp.accountStatus = AccountStatus.INACTIVE;

        assertThat(refusal(() -> place(accept(offer))).code()).isEqualTo(ErrorCode.ACCOUNT_ON_HOLD);
    }

    @Test
    void aGiftThatIsNoLongerGivenIsADifferenceAndNeverInTheWay() {
        OfferTerms without = offer(nuts("2")).terms();
        OrderLine nut = without.draft().content().lines().get(0);
        OfferTerms withGift = without.with(
                without.draft().with(List.of(), List.of(nut, nut)),
                List.of(without.promises().get(0), without.promises().get(0)));

        assertThat(OfferDifferences.ofPrices(withGift, without))
                .extracting(Violation::code, Violation::path, Violation::difference)
                .containsExactly(
                        tuple(ErrorCode.OFFER_PRICE_CHANGED, "offer.line[1].quantity", new Difference("2", "0")));
        assertThat(OfferDifferences.ofPromises(withGift, without.promises(), LocalDate.of(2026, 11, 22)))
                .isEmpty();
    }

    // Whose offer it is

    @Test
    void anOfferToAnotherCustomerIsRefused() {
        Offer offer = offer(nuts("4"));
        CustomerRef other = new CustomerRef.ByAccount(new AccountId("main", "A2"));

        Violation violation = refusal(() -> place(new OfferAcceptance(reference(offer), other, null, true, null)));

        assertThat(violation.code()).isEqualTo(ErrorCode.OFFER_OF_OTHER_CUSTOMER);
        assertThat(violation.path()).isEqualTo("offer.customer");
    }

    @Test
    void anUnknownOfferIsNotFound() {
        assertThat(refusal(() -> place(new OfferAcceptance(
                                new OfferAcceptance.ByReference(new OfferId("main", "OF-0")), null, null, true, null)))
                        .code())
                .isEqualTo(ErrorCode.OFFER_NOT_FOUND);
    }

    @Test
    void aTokenThatIsNotTheOneHandedOutIsForged() {
        Offer offer = offer(nuts("4"));
        OfferAcceptance other =
                new OfferAcceptance(new OfferAcceptance.ByToken(offer.token() + " and more"), null, null, true, null);

        assertThat(refusal(() -> place(other)).code()).isEqualTo(ErrorCode.OFFER_FORGED);
    }

    // Cancelling and finding

    @Test
    void aCancelledOfferGivesItsGoodsBackAndCannotBeOrdered() {
        Offer offer = offer(nuts("4"));

        assertThat(service().cancel(offer.id()).value().state()).isEqualTo(State.CANCELLED);
        assertThat(service().cancel(offer.id()).value().state()).isEqualTo(State.CANCELLED);

        assertThat(erp.reserved(TestErp.NUT)).isEqualByComparingTo("0");
        assertThat(refusal(() -> place(accept(offer))).code()).isEqualTo(ErrorCode.OFFER_CANCELLED);
    }

    @Test
    void anOrderedOfferCannotBeCancelled() {
        Offer offer = offer(nuts("4"));
        Order order = place(accept(offer)).order();

        Violation violation = refusal(() -> service().cancel(offer.id()));
        assertThat(violation.code()).isEqualTo(ErrorCode.OFFER_ALREADY_ORDERED);
        assertThat(violation.remedy().allowedValues())
                .containsExactly(order.id().value());
    }

    @Test
    void offersAreReadAndFoundByCustomer() {
        Offer offer = offer(nuts("4"));

        assertThat(service().get(offer.id()).value()).isEqualTo(offer);
        assertThat(service()
                        .find(new CustomerRef.ByAccount(TestErp.ACCOUNT), PageRequest.first(10))
                        .value()
                        .entries())
                .containsExactly(offer);
        assertThat(refusal(() -> service().get(new OfferId("main", "OF-0"))).code())
                .isEqualTo(ErrorCode.OFFER_NOT_FOUND);
    }

    // Breaking on the way

    @Test
    void aCrashWhileTheOfferIsMadeLeavesNothingBeyondItsTimeAndARetryMakesIt() {
        erp.afterReserving = () -> {
            throw new Crash();
        };
        assertThatThrownBy(() -> offer(nuts("4"))).isInstanceOf(Crash.class);
        erp.afterReserving = () -> {};
        assertThat(refusal(() -> offer(nuts("4"))).code()).isEqualTo(ErrorCode.REQUEST_IN_PROGRESS);

        clock.advance(LONGER_THAN_ANY_LEASE);
        assertThat(offer(nuts("4")).state()).isEqualTo(State.OPEN);
        assertThat(erp.reserved(TestErp.NUT)).isEqualByComparingTo("4");
        clock.advance(A_DAY);
        assertThat(erp.reserved(TestErp.NUT)).isEqualByComparingTo("0");
    }

    @Test
    void anErpThatFailsWhileReservingCanBeAskedAgainAtOnce() {
        erp.beforeReserving = () -> {
            throw new ServiceFault(ErrorCode.SERVICE_BUSY.at(""));
        };
        assertThat(refusal(() -> offer(nuts("4"))).code()).isEqualTo(ErrorCode.SERVICE_BUSY);
        erp.beforeReserving = () -> {};

        assertThat(offer(nuts("4")).state()).isEqualTo(State.OPEN);
    }

    @Test
    void aCrashAfterTheOrderWasSavedLeadsToThatOrder() {
        Offer offer = offer(nuts("4"));
        crash(offer, () -> erp.afterSaving = OfferTest::crash);

        clock.advance(LONGER_THAN_ANY_LEASE);
        Placement retried = place(accept(offer));
        assertThat(retried.order().id().value()).isEqualTo("SO-1");
        assertThat(stateOf(offer)).isEqualTo(State.ORDERED);
        assertThat(erp.created).isEqualTo(1);
    }

    @Test
    void afterSuchACrashAnotherRequestLearnsOfTheOrder() {
        Offer offer = offer(nuts("4"));
        crash(offer, () -> erp.afterSaving = OfferTest::crash);
        RequestKey other = new RequestKey("caller", "order-2");
        assertThat(refusal(() -> place(other, accept(offer))).code()).isEqualTo(ErrorCode.OFFER_BEING_ORDERED);

        clock.advance(LONGER_THAN_ANY_LEASE);
        Violation violation = refusal(() -> place(other, accept(offer)));
        assertThat(violation.code()).isEqualTo(ErrorCode.OFFER_ALREADY_ORDERED);
        assertThat(violation.remedy().allowedValues()).containsExactly("SO-1");
        assertThat(stateOf(offer)).isEqualTo(State.ORDERED);
    }

    @Test
    void aCrashBeforeTheOrderWasSavedLetsAnotherRequestOrder() {
        Offer offer = offer(nuts("4"));
        crash(offer, () -> erp.beforeSaving = OfferTest::crash);
        clock.advance(LONGER_THAN_ANY_LEASE);

        RequestKey other = new RequestKey("caller", "order-2");
        assertThat(place(other, accept(offer)).order().id().value()).isEqualTo("SO-1");
        assertThat(refusal(() -> place(accept(offer))).code()).isEqualTo(ErrorCode.OFFER_ALREADY_ORDERED);
        assertThat(erp.created).isEqualTo(1);
    }

    @Test
    void anOfferThatACrashLeftBehindCanBeCancelled() {
        Offer offer = offer(nuts("4"));
        crash(offer, () -> erp.beforeSaving = OfferTest::crash);
        assertThat(refusal(() -> service().cancel(offer.id())).code()).isEqualTo(ErrorCode.OFFER_BEING_ORDERED);

        clock.advance(LONGER_THAN_ANY_LEASE);
        assertThat(service().cancel(offer.id()).value().state()).isEqualTo(State.CANCELLED);
        assertThat(erp.reserved(TestErp.NUT)).isEqualByComparingTo("0");
        assertThat(refusal(() -> place(accept(offer))).code()).isEqualTo(ErrorCode.OFFER_CANCELLED);
    }

    private static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    private static void crash() {
        throw new Crash();
    }

    private void crash(Offer offer, Runnable arrange) {
        arrange.run();
        assertThatThrownBy(() -> place(accept(offer))).isInstanceOf(Crash.class);
        erp.beforeSaving = () -> {};
        erp.afterSaving = () -> {};
    }

    private OfferSources offerSources() {
        return TestOffers.sources(erp, offers, policy);
    }

    private OfferService service() {
        return new OfferService(erp, erp.sources(), erp, handing, offerSources(), clock);
    }

    private Offer offer(OrderRequest order) {
        return offer(ASK, new OfferRequest(order, null));
    }

    private Offer offer(RequestKey key, OfferRequest request) {
        return service().create(key, request).value().offer();
    }

    private OrderService orders() {
        return new OrderService(erp, erp.sources(), erp, handing, offerSources(), clock);
    }

    private OrderDraft simulated(OrderRequest request) {
        return orders().simulate(request).value();
    }

    private Placement place(OfferAcceptance acceptance) {
        return place(ORDER, acceptance);
    }

    private Placement place(RequestKey key, OfferAcceptance acceptance) {
        return orders().create(key, acceptance).value();
    }

    private State stateOf(Offer offer) {
        return offers.find(offer.id()).orElseThrow().state();
    }

    private static OrderRequest nuts(String quantity) {
        return order(TestErp.NUT, quantity);
    }

    private static OrderRequest order(ItemId item, String quantity) {
        return new Wanted().line(item, quantity, null).request();
    }

    private static OfferAcceptance.Proof reference(Offer offer) {
        return new OfferAcceptance.ByReference(offer.id());
    }

    private static OfferAcceptance accept(Offer offer) {
        return new OfferAcceptance(reference(offer), null, null, false, null);
    }

    private static ExpectedTotals totals(String net, String tax, String gross) {
        return new ExpectedTotals(new BigDecimal(net), new BigDecimal(tax), new BigDecimal(gross));
    }

    private static ScheduleLine part(String on, String quantity, Origin origin) {
        return new ScheduleLine(LocalDate.parse(on), new BigDecimal(quantity), Optional.of("MAIN"), origin);
    }

    private static List<Violation> refusals(Runnable call) {
        ServiceFault fault = catchThrowableOfType(ServiceFault.class, call::run);
        assertThat(fault).isNotNull();
        return fault.violations();
    }

    private static Violation refusal(Runnable call) {
        List<Violation> violations = refusals(call);
        assertThat(violations).hasSize(1);
        return violations.get(0);
    }
}
