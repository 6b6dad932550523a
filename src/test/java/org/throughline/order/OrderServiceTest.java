package org.throughline.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.throughline.account.AccountStatus;
import org.throughline.shared.AccountId;
import org.throughline.shared.CompanyId;
import org.throughline.shared.CustomerRef;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ItemId;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Operation;
import org.throughline.shared.PageRequest;
import org.throughline.shared.Retryable;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.Violation;

class OrderServiceTest {

    private static final Duration LONGER_THAN_ANY_LEASE = Duration.ofHours(1);
    private static final RequestKey KEY = new RequestKey("caller", "request-1");

    private final AdjustableClock clock = new AdjustableClock("2026-11-22T10:00:00Z");
    private final TestErp erp = new TestErp(clock);
    private final InMemoryLedger ledger = new InMemoryLedger(clock);
    private final OrderService service = service(ledger);

    // Deciding

    @Test
    void aSimpleOrderIsConfirmedPricedAndReserved() {
        Placement placement = create(order(TestErp.BOLT, "3"));

        assertThat(placement.held()).isFalse();
        assertThat(placement.replayed()).isFalse();
        OrderContent content = placement.order().content();
        assertThat(content.totals().gross()).isEqualByComparingTo("36.00");
        assertThat(content.orderDate()).isEqualTo(LocalDate.of(2026, 11, 22));
        assertThat(content.shipTo().city()).isEqualTo("Leeds");
        assertThat(content.lines().get(0).progress().allocated()).isEqualByComparingTo("3");
        assertThat(content.lines().get(0).warehouse()).isEqualTo("MAIN");
        assertThat(placement.order().status())
                .isEqualTo(new OrderStatus(Approval.APPROVED, Progress.FULL, Delivery.NONE, Progress.NONE));
    }

    @Test
    void aUnitLeftOutIsTheBaseUnitAndABoxHoldsTen() {
        assertThat(simulate(order(TestErp.BOLT, "3"))
                        .content()
                        .lines()
                        .get(0)
                        .quantity()
                        .unit())
                .isEqualTo("EA");
        OrderDraft boxes = simulate(new Wanted().line(TestErp.BOLT, "2", "BOX").request());
        assertThat(boxes.content().lines().get(0).baseQuantity()).isEqualByComparingTo("20");
        assertThat(boxes.content().totals().net()).isEqualByComparingTo("200.00");
    }

    @Test
    void aSimulationSavesNothing() {
        OrderDraft draft = simulate(order(TestErp.BOLT, "3"));

        assertThat(draft.isHeld()).isFalse();
        assertThat(draft.content().totals().gross()).isEqualByComparingTo("36.00");
        assertThat(erp.orders).isEmpty();
        assertThat(ledger.find(KEY)).isEmpty();
    }

    @Test
    void whatIsMissingIsBackordered() {
        Placement placement = create(order(TestErp.NUT, "8"));

        OrderLine line = placement.order().content().lines().get(0);
        assertThat(line.progress().allocated()).isEqualByComparingTo("5");
        assertThat(line.backordered()).isEqualByComparingTo("3");
        assertThat(placement.order().status().allocation()).isEqualTo(Progress.PARTIAL);
    }

    @Test
    void aShortageIsRefusedOnRequestWithTheQuantityThatCanBePromised() {
        Violation violation = onlyViolation(
                new Wanted().line(TestErp.NUT, "8", null).refuseShortages().request());

        assertThat(violation.code()).isEqualTo(ErrorCode.INSUFFICIENT_STOCK);
        assertThat(violation.path()).isEqualTo("order.line[0].quantity");
        assertThat(violation.remedy().limit()).isEqualByComparingTo("5");
    }

    @Test
    void linesOfTheSameItemCompeteForItsStock() {
        Violation violation = onlyViolation(new Wanted()
                .line(TestErp.NUT, "4", null)
                .line(TestErp.NUT, "4", null)
                .refuseShortages()
                .request());

        assertThat(violation.path()).isEqualTo("order.line[1].quantity");
        assertThat(violation.remedy().limit()).isEqualByComparingTo("1");
    }

    @Test
    void anOrderBeyondTheCreditIsHeld() {
        erp.creditLimit = new BigDecimal("20.00");

        Placement placement = create(order(TestErp.BOLT, "3"));

        assertThat(placement.held()).isTrue();
        assertThat(placement.order().holds()).extracting(Hold::reason).containsExactly(HoldReason.CREDIT);
        assertThat(placement.order().status().approval()).isEqualTo(Approval.PENDING);
        assertThat(state()).isEqualTo(RequestState.HELD);
    }

    @Test
    void anOrderBeyondTheCreditIsRefusedOnRequestWithTheCreditLeft() {
        erp.creditLimit = new BigDecimal("20.00");

        Violation violation = onlyViolation(
                new Wanted().line(TestErp.BOLT, "3", null).refuseShortages().request());

        assertThat(violation.code()).isEqualTo(ErrorCode.CREDIT_EXCEEDED);
        assertThat(violation.remedy().limit()).isEqualByComparingTo("20.00");
    }

    @Test
    void anOrderOfAnAccountOnHoldIsHeld() {
        erp.accountStatus = AccountStatus.ON_HOLD;

        assertThat(create(order(TestErp.BOLT, "3")).order().holds())
                .extracting(Hold::reason)
                .containsExactly(HoldReason.ACCOUNT);
    }

    @Test
    void anOrderOfAnInactiveAccountIsRefusedInAnyCase() {
        erp.accountStatus = AccountStatus.INACTIVE;

        Violation violation = onlyViolation(order(TestErp.BOLT, "3"));
        assertThat(violation.code()).isEqualTo(ErrorCode.ACCOUNT_ON_HOLD);
        assertThat(violation.path()).isEqualTo("order.customer");
    }

    @Test
    void anUnknownAccountIsRefused() {
        Violation violation = onlyViolation(new Wanted()
                .customer(new CustomerRef.ByAccount(new AccountId("main", "NOBODY")))
                .line(TestErp.BOLT, "1", null)
                .request());
        assertThat(violation.code()).isEqualTo(ErrorCode.ACCOUNT_NOT_FOUND);
        assertThat(violation.path()).isEqualTo("order.customer");
    }

    @Test
    void anUnlinkedCompanyIsRefused() {
        Violation violation = onlyViolation(new Wanted()
                .customer(new CustomerRef.ByCompany(new CompanyId("crm", "42")))
                .line(TestErp.BOLT, "1", null)
                .request());
        assertThat(violation.code()).isEqualTo(ErrorCode.COMPANY_NOT_LINKED);
        assertThat(violation.path()).isEqualTo("order.customer.company");
    }

    @Test
    void otherTotalsThanExpectedAreRefusedWithTheDifference() {
        ServiceFault fault = refusal(new Wanted()
                .line(TestErp.BOLT, "3", null)
                .expected("30.00", "5.99", "36.01")
                .request());

        assertThat(fault.violations())
                .extracting(Violation::path)
                .containsExactly("order.expected.tax", "order.expected.gross");
        assertThat(fault.violations())
                .extracting(Violation::message)
                .containsExactly(
                        "The tax total computed here is 0.01 higher than expected.",
                        "The gross total computed here is 0.01 lower than expected.");
        assertThat(fault.violations().get(1).remedy().allowedValues()).containsExactly("36.00");
    }

    @Test
    void theExpectedTotalsAreAccepted() {
        assertThat(create(new Wanted()
                                .line(TestErp.BOLT, "3", null)
                                .expected("30", "6.0", "36.00")
                                .request())
                        .held())
                .isFalse();
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceWhereItStands() {
        OrderRequest request = new Wanted()
                .line(new ItemId("NOTHING"), "1", null)
                .line(TestErp.BOLT, "1", "CRATE")
                .line(TestErp.BOLT, "1.5", null)
                .line(TestErp.PRICELESS, "1", null)
                .line(TestErp.NUT, "6", null)
                .required(LocalDate.of(2026, 11, 21))
                .refuseShortages()
                .request();

        assertThat(refusal(request).violations())
                .extracting(Violation::code, Violation::path)
                .containsExactlyInAnyOrder(
                        tuple(ErrorCode.INVALID_VALUE, "order.requiredDate"),
                        tuple(ErrorCode.ITEM_NOT_FOUND, "order.line[0].item"),
                        tuple(ErrorCode.UNIT_NOT_FOUND, "order.line[1].unit"),
                        tuple(ErrorCode.INVALID_QUANTITY, "order.line[2].quantity"),
                        tuple(ErrorCode.NO_PRICE, "order.line[3].item"),
                        tuple(ErrorCode.INSUFFICIENT_STOCK, "order.line[4].quantity"));
    }

    @Test
    void anUnknownWarehouseIsRefusedWithTheKnownOnes() {
        OrderRequest request = new OrderRequest(
                new CustomerRef.ByAccount(TestErp.ACCOUNT),
                null,
                null,
                null,
                null,
                DeliveryPolicy.PARTIAL,
                CreditPolicy.HOLD,
                StockPolicy.BACKORDER,
                null,
                List.of(new OrderRequest.Line(TestErp.BOLT, BigDecimal.ONE, null, null, "MOON")));

        Violation violation = onlyViolation(request);
        assertThat(violation.code()).isEqualTo(ErrorCode.WAREHOUSE_NOT_FOUND);
        assertThat(violation.remedy().allowedValues()).containsExactly("MAIN");
    }

    // Placing once

    @Test
    void theSameRequestAgainGetsTheFirstOutcome() {
        Placement first = create(order(TestErp.BOLT, "3"));
        clock.advance(Duration.ofDays(3650));

        Placement second = create(order(TestErp.BOLT, "3.0"));

        assertThat(second.order()).isEqualTo(first.order());
        assertThat(second.replayed()).isTrue();
        assertThat(erp.created).isEqualTo(1);
    }

    @Test
    void nobodyIsToldThatNothingWasDoneWhenItWasDoneEarlier() {
        create(order(TestErp.BOLT, "3"));
        erp.onReading = () -> {
            throw new ServiceFault(ErrorCode.ERP_UNAVAILABLE.at(""));
        };

        ServiceFault fault = refusal(order(TestErp.BOLT, "3"));
        assertThat(fault.code()).isEqualTo(ErrorCode.OUTCOME_UNKNOWN);
        assertThat(fault.violations().get(0).message()).startsWith("It was carried out before");
    }

    @Test
    void aHeldOrderStaysHeldForRepetitions() {
        erp.creditLimit = BigDecimal.ZERO;
        create(order(TestErp.BOLT, "3"));
        erp.creditLimit = null;

        assertThat(create(order(TestErp.BOLT, "3")).held()).isTrue();
    }

    @Test
    void aRefusedRequestIsRefusedAgainEvenIfItWouldPassNow() {
        OrderRequest request =
                new Wanted().line(TestErp.NUT, "8", null).refuseShortages().request();
        ServiceFault first = refusal(request);
        erp.onHand.put(TestErp.NUT, new BigDecimal("1000"));

        ServiceFault second = refusal(request);
        assertThat(second.violations()).isEqualTo(first.violations());
        assertThat(state()).isEqualTo(RequestState.REFUSED);
    }

    @Test
    void theSameIdForSomethingElseIsAConflict() {
        create(order(TestErp.BOLT, "3"));

        ServiceFault fault = refusal(order(TestErp.BOLT, "4"));
        assertThat(fault.code()).isEqualTo(ErrorCode.REQUEST_ID_REUSED);
        assertThat(erp.created).isEqualTo(1);
    }

    @Test
    void aRequestThatAnotherWorkerHasIsInProgress() {
        ledger.claim(LedgerRequest.of(KEY, RequestKind.CREATE_ORDER, order(TestErp.BOLT, "3")));

        ServiceFault fault = refusal(order(TestErp.BOLT, "3"));
        assertThat(fault.code()).isEqualTo(ErrorCode.REQUEST_IN_PROGRESS);
        assertThat(fault.code().retryable()).isEqualTo(Retryable.UNCERTAIN);
    }

    @Test
    void theRequestIsInTheLedgerBeforeTheErpIsAsked() {
        erp.beforeSaving = () -> assertThat(state()).isEqualTo(RequestState.SUBMITTING);
        create(order(TestErp.BOLT, "3"));
        assertThat(state()).isEqualTo(RequestState.CONFIRMED);
    }

    @Test
    void aRefusalUnderTheErpsLocksIsAnOutcome() {
        erp.beforeSaving = () -> erp.onHand.put(TestErp.NUT, BigDecimal.ONE);

        ServiceFault fault = refusal(
                new Wanted().line(TestErp.NUT, "5", null).refuseShortages().request());
        assertThat(fault.code()).isEqualTo(ErrorCode.INSUFFICIENT_STOCK);
        assertThat(fault.violations().get(0).remedy().limit()).isEqualByComparingTo("1");
        assertThat(state()).isEqualTo(RequestState.REFUSED);
    }

    @Test
    void whatTheErpDoesNotSupportIsRefusedForGood() {
        erp.unsupported = Set.of(Operation.CREATE_ORDER);
        assertThat(refusal(order(TestErp.BOLT, "3")).code()).isEqualTo(ErrorCode.NOT_SUPPORTED_BY_ERP);
        erp.unsupported = Set.of();

        assertThat(refusal(order(TestErp.BOLT, "3")).code()).isEqualTo(ErrorCode.NOT_SUPPORTED_BY_ERP);
        assertThat(state()).isEqualTo(RequestState.REFUSED);
    }

    // Breaking on the way

    @Test
    void anOrderForAnErpThatIsNotAvailableIsQueuedAndCanBeAskedForAgainAtOnce() {
        failOnce(new ServiceFault(ErrorCode.ERP_UNAVAILABLE.at("")), true);

        Placement queued = create(order(TestErp.BOLT, "3"));
        assertThat(queued.outcome()).isEqualTo(Placement.Outcome.QUEUED);
        assertThat(queued.order()).isNull();
        assertThat(queued.estimatedAt()).isEqualTo(clock.instant().plusSeconds(5));
        assertThat(state()).isEqualTo(RequestState.RECEIVED);
        assertThat(ledger.backlog()).isEqualTo(new Ledger.Backlog(1, 0));

        assertThat(create(order(TestErp.BOLT, "3")).outcome()).isEqualTo(Placement.Outcome.CONFIRMED);
        assertThat(erp.created).isEqualTo(1);
        assertThat(ledger.backlog()).isEqualTo(new Ledger.Backlog(0, 0));
    }

    @Test
    void aRequestInDoubtStaysInDoubtWhenItCannotBeDecidedOnAgain() {
        failOnce(new IllegalStateException("connection lost"), true);
        refusal(order(TestErp.BOLT, "3"));
        erp.beforeSaving = () -> {
            throw new ServiceFault(ErrorCode.ERP_UNAVAILABLE.at(""));
        };

        assertThat(refusal(order(TestErp.BOLT, "3")).code()).isEqualTo(ErrorCode.OUTCOME_UNKNOWN);
        assertThat(state()).isEqualTo(RequestState.UNKNOWN);
        assertThat(ledger.find(KEY).orElseThrow().due()).isPresent();
    }

    @Test
    void aRefusalThatCannotBeWrittenDownIsNotGivenOut() {
        OrderService service = service(new FailingLedger(ledger));
        OrderRequest request =
                new Wanted().line(TestErp.NUT, "8", null).refuseShortages().request();

        ServiceFault fault = catchThrowableOfType(ServiceFault.class, () -> service.create(KEY, request));
        assertThat(fault.code()).isEqualTo(ErrorCode.OUTCOME_UNKNOWN);
    }

    @Test
    void whoLosesTheClaimWhileTheErpWorksWritesNothing() {
        erp.beforeSaving = () -> {
            erp.beforeSaving = () -> {};
            clock.advance(LONGER_THAN_ANY_LEASE);
            create(order(TestErp.BOLT, "3"));
        };

        assertThat(refusal(order(TestErp.BOLT, "3")).code()).isEqualTo(ErrorCode.OUTCOME_UNKNOWN);
        assertThat(erp.created).isEqualTo(1);
        assertThat(state()).isEqualTo(RequestState.CONFIRMED);
    }

    @Test
    void aLostAnswerIsUnknownAndTheRetryFindsTheSameOrder() {
        failOnce(new IllegalStateException("connection lost"), false);

        ServiceFault fault = refusal(order(TestErp.BOLT, "3"));
        assertThat(fault.code()).isEqualTo(ErrorCode.OUTCOME_UNKNOWN);
        assertThat(fault.code().retryable()).isEqualTo(Retryable.UNCERTAIN);
        assertThat(state()).isEqualTo(RequestState.UNKNOWN);

        Placement retried = create(order(TestErp.BOLT, "3"));
        assertThat(retried.order().id().value()).isEqualTo("SO-1");
        assertThat(retried.replayed()).isTrue();
        assertThat(erp.created).isEqualTo(1);
        assertThat(state()).isEqualTo(RequestState.CONFIRMED);
    }

    @Test
    void anErpThatFailedBeforeSavingIsAskedAndThenSentTheOrderAgain() {
        failOnce(new IllegalStateException("connection refused"), true);
        assertThat(refusal(order(TestErp.BOLT, "3")).code()).isEqualTo(ErrorCode.OUTCOME_UNKNOWN);

        assertThat(create(order(TestErp.BOLT, "3")).replayed()).isFalse();
        assertThat(erp.created).isEqualTo(1);
    }

    @Test
    void asLongAsTheErpCannotSayTheOutcomeStaysUnknownAndNothingIsSent() {
        failOnce(new IllegalStateException("connection lost"), false);
        refusal(order(TestErp.BOLT, "3"));
        erp.onFindByReference = () -> {
            throw new IllegalStateException("still down");
        };

        assertThat(refusal(order(TestErp.BOLT, "3")).code()).isEqualTo(ErrorCode.OUTCOME_UNKNOWN);
        assertThat(state()).isEqualTo(RequestState.UNKNOWN);
        assertThat(erp.created).isEqualTo(1);
    }

    @Test
    void aCrashAfterTheErpHasSavedLeadsToTheSameOrder() {
        crash(() -> erp.afterSaving = () -> {
            throw new Crash();
        });
        assertThat(state()).isEqualTo(RequestState.SUBMITTING);
        assertThat(refusal(order(TestErp.BOLT, "3")).code()).isEqualTo(ErrorCode.REQUEST_IN_PROGRESS);

        clock.advance(LONGER_THAN_ANY_LEASE);
        Placement retried = create(order(TestErp.BOLT, "3"));
        assertThat(retried.order().id().value()).isEqualTo("SO-1");
        assertThat(erp.created).isEqualTo(1);
        assertThat(state()).isEqualTo(RequestState.CONFIRMED);
    }

    @Test
    void aCrashBeforeTheErpHasSavedLeadsToOneOrder() {
        crash(() -> erp.beforeSaving = () -> {
            throw new Crash();
        });

        clock.advance(LONGER_THAN_ANY_LEASE);
        create(order(TestErp.BOLT, "3"));
        assertThat(erp.created).isEqualTo(1);
    }

    @Test
    void aLedgerThatFailsAfterTheErpHasSavedDoesNotMakeTheOrderAFailure() {
        OrderService service = service(new FailingLedger(ledger));

        Placement placement = service.create(KEY, order(TestErp.BOLT, "3")).value();
        assertThat(placement.order().id().value()).isEqualTo("SO-1");

        clock.advance(LONGER_THAN_ANY_LEASE);
        assertThat(create(order(TestErp.BOLT, "3")).order()).isEqualTo(placement.order());
        assertThat(erp.created).isEqualTo(1);
    }

    @Test
    void anOrderIsFoundByTheRequestItCameFrom() {
        Placement placement = create(order(TestErp.BOLT, "3"));
        OrderSearch search = new OrderSearch(null, null, null, null, null, null, null, null, KEY, null);

        assertThat(service.find(search, PageRequest.first(10), MaxAge.LIVE)
                        .value()
                        .entries())
                .containsExactly(placement.order());
    }

    private static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    private void crash(Runnable arrange) {
        arrange.run();
        assertThatThrownBy(() -> create(order(TestErp.BOLT, "3"))).isInstanceOf(Crash.class);
        erp.beforeSaving = () -> {};
        erp.afterSaving = () -> {};
    }

    private void failOnce(RuntimeException failure, boolean beforeSaving) {
        Runnable fail = () -> {
            erp.beforeSaving = () -> {};
            erp.afterSaving = () -> {};
            throw failure;
        };
        if (beforeSaving) {
            erp.beforeSaving = fail;
        } else {
            erp.afterSaving = fail;
        }
    }

    private RequestState state() {
        return ledger.find(KEY).orElseThrow().state();
    }

    private OrderService service(Ledger other) {
        return new OrderService(
                erp,
                erp.sources(),
                erp,
                InMemoryLedger.handingOver(other, clock),
                TestOffers.sources(erp, clock),
                clock);
    }

    private OrderDraft simulate(OrderRequest request) {
        return service.simulate(request).value();
    }

    private Placement create(OrderRequest request) {
        return service.create(KEY, request).value();
    }

    /** What creating is refused with; simulating must be refused with the same. */
    private Violation onlyViolation(OrderRequest request) {
        ServiceFault simulated = catchThrowableOfType(ServiceFault.class, () -> simulate(request));
        ServiceFault refused = refusal(request);
        assertThat(refused.violations()).isEqualTo(simulated.violations()).hasSize(1);
        assertThat(erp.orders).isEmpty();
        return refused.violations().get(0);
    }

    private ServiceFault refusal(OrderRequest request) {
        ServiceFault fault = catchThrowableOfType(ServiceFault.class, () -> create(request));
        assertThat(fault).isNotNull();
        return fault;
    }

    private static OrderRequest order(ItemId item, String quantity) {
        return new Wanted().line(item, quantity, null).request();
    }

    /** A ledger that breaks when it is told of an outcome. */
    private record FailingLedger(Ledger ledger) implements Ledger {

        @Override
        public Claim claim(LedgerRequest request) {
            return ledger.claim(request);
        }

        @Override
        public Optional<LedgerEntry> find(RequestKey key) {
            return ledger.find(key);
        }

        @Override
        public List<LedgerEntry> due(int max) {
            return ledger.due(max);
        }

        @Override
        public Optional<Resumed> resume(LedgerEntry entry) {
            return ledger.resume(entry);
        }

        @Override
        public Duration lease() {
            return ledger.lease();
        }

        @Override
        public boolean renew(Claim.Granted claim) {
            return ledger.renew(claim);
        }

        @Override
        public boolean holds(Claim.Granted claim) {
            return ledger.holds(claim);
        }

        @Override
        public boolean submitting(Claim.Granted claim) {
            return ledger.submitting(claim);
        }

        @Override
        public boolean committed(Claim.Granted claim, DocumentRef document, boolean held) {
            throw new IllegalStateException("disk full");
        }

        @Override
        public boolean refused(Claim.Granted claim, List<Violation> violations) {
            throw new IllegalStateException("disk full");
        }

        @Override
        public void release(Claim.Granted claim, boolean doubtful, Optional<Duration> next, List<Violation> why) {
            ledger.release(claim, doubtful, next, why);
        }

        @Override
        public Backlog backlog() {
            return ledger.backlog();
        }
    }
}
