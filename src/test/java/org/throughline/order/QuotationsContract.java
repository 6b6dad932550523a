package org.throughline.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.throughline.shared.AccountId;
import org.throughline.shared.CustomerRef;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ItemId;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;
import org.throughline.shared.QuotationId;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.Violation;

/** What every ERP does with quotations. */
public abstract class QuotationsContract {

    private HandingOver handing;

    protected abstract OrderWorld world();

    protected abstract Quotations quotations();

    @Test
    void aQuotationSaysWhatItCostsAndReservesNothing() {
        ItemId item = world().item("10");
        Quotation quotation = quote(wanted(world().account("5.00")).line(item, "20", "EA"));

        assertThat(quotation.content().totals().gross()).isEqualByComparingTo("240.00");
        assertThat(quotation.validUntil()).isEqualTo(today().plusDays(30));
        assertThat(quotation.state(today())).isEqualTo(Quotation.State.OPEN);
        assertThat(quotation.content().lines().get(0).progress().allocated()).isEqualByComparingTo("0");
        assertThat(world().allocated(item)).isEqualByComparingTo("0");
        assertThat(quotations().get(quotation.id(), MaxAge.LIVE).value()).isEqualTo(quotation);
        assertThat(quotations().findByReference(quotation.reference())).contains(quotation);
    }

    @Test
    void aQuotationIsMadeOnceHoweverOftenItIsAskedFor() {
        RequestKey key = key();
        QuotationRequest request = new QuotationRequest(
                wanted(world().account(null)).line(world().item("1"), "1", "EA").request(), null);
        QuotationService service = service();

        Handed.Done<Quotation> first = service.create(key, request).value();
        Handed.Done<Quotation> second = service.create(key, request).value();

        assertThat(second.replayed()).isTrue();
        assertThat(second.value()).isEqualTo(first.value());
    }

    @Test
    void itsPricesAreKeptWhileItIsValidAndBothKnowEachOther() {
        ItemId item = world().item("100");
        Quotation quotation = quote(wanted(world().account(null)).line(item, "2", "EA"));
        world().price(item, "99.00");

        Order order = promote(quotation).order();

        assertThat(order.content().totals()).isEqualTo(quotation.content().totals());
        assertThat(order.quotation()).isEqualTo(quotation.id());
        assertThat(order.content().lines().get(0).progress().allocated()).isEqualByComparingTo("2");
        Quotation after = read(quotation.id());
        assertThat(after.ordered()).containsOnlyKeys(1).containsValue(order.id());
        assertThat(after.state(today())).isEqualTo(Quotation.State.ORDERED);
        assertThat(found(quotation.id())).containsExactly(order);
    }

    @Test
    void promotedTwiceItIsTheSameOrder() {
        ItemId item = world().item("100");
        Quotation quotation = quote(wanted(world().account(null)).line(item, "2", "EA"));

        Order first = promote(quotation).order();
        Order second = promote(quotation).order();

        assertThat(second).isEqualTo(first);
        assertThat(world().allocated(item)).isEqualByComparingTo("2");
    }

    @Test
    void someLinesCanBeOrderedAndTheOthersLater() {
        ItemId one = world().item("100");
        ItemId other = world().item("100");
        Quotation quotation =
                quote(wanted(world().account(null)).line(one, "2", "EA").line(other, "3", "EA"));
        world().price(other, "99.00");

        Order second = promote(quotation, 2).order();
        assertThat(second.content().lines()).extracting(OrderLine::number).containsExactly(2);
        assertThat(second.content().totals().gross()).isEqualByComparingTo("36.00");
        assertThat(read(quotation.id()).state(today())).isEqualTo(Quotation.State.PARTLY_ORDERED);

        assertThat(violations(() -> promote(quotation)))
                .extracting(Violation::code, Violation::path, violation -> violation
                        .remedy()
                        .allowedValues())
                .containsExactly(tuple(ErrorCode.QUOTATION_ALREADY_ORDERED, "quotation.line[1].number", List.of("1")));

        Order first = promote(quotation, 1).order();
        assertThat(first.id()).isNotEqualTo(second.id());
        assertThat(read(quotation.id()).state(today())).isEqualTo(Quotation.State.ORDERED);
        assertThat(promote(quotation, 2).order().id()).isEqualTo(second.id());
    }

    @Test
    void linesThatNobodyAskedForAreNotFound() {
        Quotation quotation = quote(wanted(world().account(null)).line(world().item("1"), "1", "EA"));

        assertThat(violations(() -> promote(quotation, 1, 9)))
                .extracting(Violation::code, Violation::path)
                .containsExactly(tuple(ErrorCode.LINE_NOT_FOUND, "line[1]"));
    }

    @Test
    void anExpiredQuotationSaysWhatHasChangedAndIsOrderedWhenThatIsAccepted() {
        ItemId item = world().item("100");
        Quotation quotation = quote(wanted(world().account(null)).line(item, "2", "EA"));
        world().price(item, "11.00");
        world().clock().advance(Duration.ofDays(31));

        assertThat(violations(() -> promote(quotation)))
                .extracting(Violation::code, Violation::path)
                .contains(
                        tuple(ErrorCode.QUOTATION_EXPIRED, "quotation"),
                        tuple(ErrorCode.OFFER_PRICE_CHANGED, "quotation.line[0].unitPrice"),
                        tuple(ErrorCode.OFFER_TOTAL_CHANGED, "quotation.totals.gross"));

        Promotion accepted =
                new Promotion(quotation.id(), List.of(), "PO-9", CreditPolicy.HOLD, StockPolicy.BACKORDER, true, null);
        Order order = service().promote(key(), accepted).value().order();
        assertThat(order.content().totals().gross()).isEqualByComparingTo("26.40");
        assertThat(order.content().customerReference()).isEqualTo("PO-9");
        assertThat(order.content().orderDate()).isEqualTo(today());
    }

    @Test
    void creditAndStockAreDecidedWhenItIsOrdered() {
        ItemId item = world().item("1");
        Quotation quotation = quote(wanted(world().account("5.00")).line(item, "2", "EA"));
        Promotion strict =
                new Promotion(quotation.id(), List.of(), null, CreditPolicy.REFUSE, StockPolicy.REFUSE, false, null);

        assertThat(violations(() -> service().promote(key(), strict)))
                .extracting(Violation::code, Violation::path)
                .containsExactly(
                        tuple(ErrorCode.INSUFFICIENT_STOCK, "quotation.line[0].quantity"),
                        tuple(ErrorCode.CREDIT_EXCEEDED, "quotation.customer"));
        assertThat(read(quotation.id()).ordered()).isEmpty();
        assertThat(promote(quotation).order().isHeld()).isTrue();
    }

    @Test
    void otherTotalsThanExpectedAreRefused() {
        Quotation quotation = quote(wanted(world().account(null)).line(world().item("1"), "1", "EA"));
        Promotion promotion = new Promotion(
                quotation.id(),
                List.of(),
                null,
                CreditPolicy.HOLD,
                StockPolicy.BACKORDER,
                false,
                new ExpectedTotals(null, null, new BigDecimal("1.00")));

        assertThat(violations(() -> service().promote(key(), promotion)))
                .extracting(Violation::code, Violation::path)
                .containsExactly(tuple(ErrorCode.TOTAL_MISMATCH, "expected.gross"));
    }

    @Test
    void pagesShowEveryQuotationOnceTheNewestFirst() {
        AccountId account = world().account(null);
        ItemId item = world().item("1");
        Quotation first = quote(wanted(account).line(item, "1", "EA"));
        Quotation second = quote(wanted(account).line(item, "2", "EA"));
        QuotationFilter filter = new QuotationFilter(List.of(account), null, null, null);

        Page<Quotation> page =
                quotations().find(filter, PageRequest.first(1), MaxAge.LIVE).value();
        Page<Quotation> next = quotations()
                .find(filter, new PageRequest(1, page.nextCursor()), MaxAge.LIVE)
                .value();

        assertThat(page.entries()).containsExactly(second);
        assertThat(next.entries()).containsExactly(first);
        assertThat(next.nextCursor()).isEmpty();
    }

    @Test
    void anUnknownQuotationIsNotFound() {
        QuotationId nothing = new QuotationId(world().erp().dataset(), "NOTHING");
        assertThat(violations(() -> quotations().get(nothing, MaxAge.LIVE)))
                .extracting(Violation::code)
                .containsExactly(ErrorCode.QUOTATION_NOT_FOUND);
    }

    @Test
    void aDayOfValidityThatHasPassedIsRefused() {
        OrderRequest order =
                wanted(world().account(null)).line(world().item("1"), "1", "EA").request();
        assertThat(violations(() -> service().create(key(), new QuotationRequest(order, today().minusDays(1)))))
                .extracting(Violation::code, Violation::path)
                .containsExactly(tuple(ErrorCode.INVALID_VALUE, "validUntil"));
    }

    private Quotation quote(Wanted wanted) {
        return service()
                .create(key(), new QuotationRequest(wanted.request(), null))
                .value()
                .value();
    }

    private Placement promote(Quotation quotation, Integer... lines) {
        Promotion promotion = new Promotion(
                quotation.id(), List.of(lines), null, CreditPolicy.HOLD, StockPolicy.BACKORDER, false, null);
        return service().promote(key(), promotion).value();
    }

    private Quotation read(QuotationId id) {
        return quotations().get(id, MaxAge.LIVE).value();
    }

    private List<Order> found(QuotationId quotation) {
        OrderFilter filter = new OrderFilter(List.of(), null, null, null, null, null, null, null, null, quotation);
        return world().orders()
                .find(filter, new PageRequest(10, Optional.empty()), MaxAge.LIVE)
                .value()
                .entries();
    }

    private QuotationService service() {
        if (handing == null) {
            handing = InMemoryLedger.handingOver(world().clock());
        }
        return new QuotationService(
                world().erp(), world().sources(), world().orders(), quotations(), handing, world().clock());
    }

    private LocalDate today() {
        return LocalDate.now(world().clock());
    }

    private static RequestKey key() {
        return new RequestKey("caller", UUID.randomUUID().toString());
    }

    private static Wanted wanted(AccountId account) {
        return new Wanted().customer(new CustomerRef.ByAccount(account));
    }

    private static List<Violation> violations(Callable<?> call) {
        ServiceFault fault = catchThrowableOfType(ServiceFault.class, call::call);
        assertThat(fault).isNotNull();
        return fault.violations();
    }
}
