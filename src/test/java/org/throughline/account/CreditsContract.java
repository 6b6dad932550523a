package org.throughline.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.throughline.account.AccountWorld.TODAY;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.throughline.shared.AccountId;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Money;
import org.throughline.shared.ServiceFault;

/** What every ERP's {@link Credits}, {@link ExchangeRates} and {@link Activities} do. */
public abstract class CreditsContract {

    protected abstract AccountWorld world();

    @Test
    void anAccountWithoutDocumentsOwesNothing() {
        CreditStatus status = status(account("1000"));
        assertThat(status.limit()).contains(new BigDecimal("1000.00"));
        assertThat(status.exposure()).isEqualTo("0.00");
        assertThat(status.headroom()).contains(new BigDecimal("1000.00"));
        assertThat(status.onHold()).isFalse();
        assertThat(status.asOf()).isEqualTo(TODAY);
        assertThat(status.currency().getCurrencyCode()).isEqualTo("GBP");
    }

    @Test
    void openInvoicesAreAgedByTheDaysThatTheyArePastDue() {
        AccountId account = account("1000");
        dueDaysAgo(account, -5, "1.00");
        dueDaysAgo(account, 0, "2.00");
        dueDaysAgo(account, 1, "4.00");
        dueDaysAgo(account, 30, "8.00");
        dueDaysAgo(account, 31, "16.00");
        dueDaysAgo(account, 60, "32.00");
        dueDaysAgo(account, 61, "64.00");
        dueDaysAgo(account, 90, "128.00");
        dueDaysAgo(account, 91, "256.00");
        AgedBalances balances = status(account).invoices();
        assertThat(List.of(
                        balances.current(),
                        balances.days1To30(),
                        balances.days31To60(),
                        balances.days61To90(),
                        balances.over90()))
                .containsExactly(
                        new BigDecimal("3.00"),
                        new BigDecimal("12.00"),
                        new BigDecimal("48.00"),
                        new BigDecimal("192.00"),
                        new BigDecimal("256.00"));
        assertThat(status(account).openInvoices()).isEqualTo("511.00");
        assertThat(status(account).overdue()).isEqualTo("508.00");
    }

    @Test
    void onlyWhatIsNotSettledCounts() {
        AccountId account = account("1000");
        world().invoice(account, "INVOICE", "GBP", "2026-11-01", "2026-12-01", "100.00", "30.00");
        world().invoice(account, "INVOICE", "GBP", "2026-11-01", "2026-12-01", "50.00", "50.00");
        assertThat(status(account).openInvoices()).isEqualTo("70.00");
    }

    @Test
    void cashAndCreditNotesThatAreNotAllocatedReduceTheExposure() {
        AccountId account = account("1000");
        String invoice = world().invoice(account, "INVOICE", "GBP", "2026-10-01", "2026-12-01", "100.00", "40.00");
        world().payment(account, "GBP", "2026-10-05", "60.00", invoice, "40.00");
        world().payment(account, "GBP", "2026-10-06", "5.00", null, null);
        world().invoice(account, "CREDIT_NOTE", "GBP", "2026-10-07", "2026-10-07", "10.00", "3.00");
        CreditStatus status = status(account);
        assertThat(status.openInvoices()).isEqualTo("60.00");
        assertThat(status.unallocatedCash()).isEqualTo("32.00");
        assertThat(status.exposure()).isEqualTo("28.00");
        assertThat(status.headroom()).contains(new BigDecimal("972.00"));
    }

    @Test
    void theDocumentsAreNamedAndAddUpToTheExposure() {
        AccountId account = account("1000");
        world().rate("NOK", "GBP", "2026-01-01", "0.333");
        String invoice = world().invoice(account, "INVOICE", "GBP", "2026-10-01", "2026-11-01", "100.00", "40.00");
        String swiss = world().invoice(account, "INVOICE", "NOK", "2026-10-02", "2026-12-01", "10.00", "0.00");
        String note = world().invoice(account, "CREDIT_NOTE", "GBP", "2026-10-07", "2026-10-07", "10.00", "3.00");
        String order = world().order(account, "APPROVED", "GBP", "2026-11-10", "100.00", "120.00", 6, 2);
        String held = world().order(account, "PENDING", "GBP", "2026-11-11", "100.00", "120.00", 0, 0);
        world().payment(account, "GBP", "2026-11-12", "5.00", null, null);
        CreditStatus status = status(account);
        assertThat(status.documents())
                .extracting(
                        each -> each.document().kind(), each -> each.document().id(), CountedDocument::counted)
                .startsWith(
                        tuple(OpenDocument.Kind.INVOICE, invoice, new BigDecimal("60.00")),
                        tuple(OpenDocument.Kind.INVOICE, swiss, new BigDecimal("3.33")),
                        tuple(OpenDocument.Kind.CREDIT_NOTE, note, new BigDecimal("-7.00")))
                .contains(
                        tuple(OpenDocument.Kind.DELIVERY, order, new BigDecimal("48.00")),
                        tuple(OpenDocument.Kind.ORDER, order, new BigDecimal("48.00")),
                        tuple(OpenDocument.Kind.HELD_ORDER, held, new BigDecimal("120.00")))
                .hasSize(7);
        assertThat(status.documents().get(0).daysOverdue()).isEqualTo(14);
        assertThat(status.documents().get(1).document().amount()).isEqualTo("10.00");
        assertThat(status.documents().stream().map(CountedDocument::counted).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualTo(status.exposure());
    }

    @Test
    void ordersCountUntilTheyAreInvoiced() {
        AccountId account = account("1000");
        world().order(account, "APPROVED", "GBP", "2026-11-10", "100.00", "120.00", 0, 0);
        world().order(account, "PENDING", "GBP", "2026-11-10", "100.00", "120.00", 6, 2);
        world().order(account, "APPROVED", "GBP", "2026-11-10", "100.00", "120.00", 0, 3);
        world().order(account, "APPROVED", "GBP", "2026-11-10", "100.00", "120.00", 10, 10);
        world().order(account, "CANCELLED", "GBP", "2026-11-10", "100.00", "120.00", 0, 0);
        world().order(account, "REJECTED", "GBP", "2026-11-10", "100.00", "120.00", 0, 0);
        CreditStatus status = status(account);
        assertThat(status.openOrders()).isEqualTo("252.00");
        assertThat(status.uninvoicedDeliveries()).isEqualTo("48.00");
    }

    @Test
    void anEarlierDayShowsWhatWasOpenThen() {
        AccountId account = account("1000");
        String invoice = world().invoice(account, "INVOICE", "GBP", "2026-09-01", "2026-10-01", "100.00", "75.00");
        world().payment(account, "GBP", "2026-10-20", "60.00", invoice, "50.00");
        world().creditNoteFor(account, invoice, "GBP", "2026-11-01", "25.00");
        world().invoice(account, "INVOICE", "GBP", "2026-11-10", "2026-12-10", "500.00", "0.00");
        assertThat(on(account, "2026-08-31").openInvoices()).isEqualTo("0.00");
        assertThat(on(account, "2026-10-01").invoices().current()).isEqualTo("100.00");
        assertThat(on(account, "2026-10-19").invoices().days1To30()).isEqualTo("100.00");
        assertThat(on(account, "2026-10-20").invoices().days1To30()).isEqualTo("50.00");
        assertThat(on(account, "2026-10-19").unallocatedCash()).isEqualTo("0.00");
        assertThat(on(account, "2026-10-20").unallocatedCash()).isEqualTo("10.00");
        assertThat(on(account, "2026-11-01").openInvoices()).isEqualTo("25.00");
        assertThat(status(account).openInvoices()).isEqualTo("525.00");
    }

    @Test
    void documentsInOtherCurrenciesAreConvertedByTheRateOfTheDay() {
        AccountId account = account("1000");
        world().rate("CHF", "GBP", "2026-01-01", "0.80");
        world().rate("CHF", "GBP", "2026-11-15", "0.90");
        world().rate("CHF", "GBP", "2026-11-16", "0.10");
        world().invoice(account, "INVOICE", "CHF", "2026-01-02", "2026-12-01", "10.00", "0.00");
        world().invoice(account, "INVOICE", "GBP", "2026-01-02", "2026-12-01", "1.00", "0.00");
        assertThat(status(account).openInvoices()).isEqualTo("10.00");
        assertThat(on(account, "2026-11-14").openInvoices()).isEqualTo("9.00");
    }

    @Test
    void aCurrencyWithoutARateIsAFaultAndNotLeftOut() {
        AccountId account = account("1000");
        world().invoice(account, "INVOICE", "SEK", "2026-01-02", "2026-12-01", "10.00", "0.00");
        assertThatThrownBy(() -> status(account))
                .isInstanceOfSatisfying(
                        ServiceFault.class, fault -> assertThat(fault.code()).isEqualTo(ErrorCode.NO_EXCHANGE_RATE));
    }

    @Test
    void anAmountUpToTheHeadroomPassesAndOneCentMoreDoesNot() {
        AccountId account = account("100");
        world().invoice(account, "INVOICE", "GBP", "2026-11-01", "2026-12-01", "30.00", "0.00");
        CreditStatus status = status(account);
        assertThat(status.check(Money.of("70.00", "GBP")).passes()).isTrue();
        CreditVerdict exceeded = status.check(Money.of("70.01", "GBP"));
        assertThat(exceeded.passes()).isFalse();
        assertThat(exceeded.objections()).containsExactly(ErrorCode.CREDIT_EXCEEDED);
        assertThat(exceeded.largest()).contains(Money.of("70.00", "GBP"));
        assertThat(exceeded.headroom()).contains(new BigDecimal("70.00"));
    }

    @Test
    void withoutALimitEverythingPassesUnlessTheAccountIsOnHold() {
        CreditVerdict free =
                status(world().account("GBP", null, AccountStatus.ACTIVE)).check(Money.of("999999999", "GBP"));
        assertThat(free.passes()).isTrue();
        assertThat(free.largest()).isEmpty();
        for (AccountStatus stopped : List.of(AccountStatus.ON_HOLD, AccountStatus.INACTIVE)) {
            CreditVerdict held = status(world().account("GBP", null, stopped)).check(Money.of("0.01", "GBP"));
            assertThat(held.objections()).containsExactly(ErrorCode.ACCOUNT_ON_HOLD);
            assertThat(held.largest()).contains(Money.of("0.00", "GBP"));
        }
    }

    @Test
    void manyAccountsAreReadAtOnceAndUnknownOnesLeftOut() {
        AccountId one = account("1");
        AccountId two = account("2");
        AccountId unknown = new AccountId(one.dataset(), "NOT-THERE");
        world().invoice(two, "INVOICE", "GBP", "2026-11-01", "2026-12-01", "30.00", "0.00");
        var found = world().credits()
                .status(List.of(one, two, unknown), TODAY, MaxAge.LIVE)
                .value();
        assertThat(found).containsOnlyKeys(one, two);
        assertThat(found.get(one).exposure()).isEqualTo("0.00");
        assertThat(found.get(two).exposure()).isEqualTo("30.00");
        assertThatThrownBy(() -> status(unknown))
                .isInstanceOfSatisfying(
                        ServiceFault.class, fault -> assertThat(fault.code()).isEqualTo(ErrorCode.ACCOUNT_NOT_FOUND));
    }

    @Test
    void ratesAreDirectInverseOrOverAThirdCurrency() {
        world().rate("EUR", "USD", "2026-01-01", "1.25");
        world().rate("EUR", "JPY", "2026-01-01", "160");
        assertThat(rate("EUR", "USD", "2026-01-01")).isEqualByComparingTo("1.25");
        assertThat(rate("USD", "EUR", "2026-06-01")).isEqualByComparingTo("0.8");
        assertThat(rate("USD", "JPY", "2026-06-01")).isEqualByComparingTo("128");
        assertThat(rate("USD", "USD", "2000-01-01")).isEqualTo(BigDecimal.ONE);
        assertThat(world().rates()
                        .rate(currency("EUR"), currency("USD"), LocalDate.of(2025, 12, 31), MaxAge.ANY)
                        .value())
                .isEmpty();
        assertThat(world().rates()
                        .rate(currency("EUR"), currency("XAU"), TODAY, MaxAge.ANY)
                        .value())
                .isEmpty();
    }

    @Test
    void activityHoldsWhatIsOpenNewestFirstAndNamesTheAccount() {
        AccountId one = account("1");
        AccountId two = account("1");
        String old = world().order(one, "APPROVED", "GBP", "2026-10-01", "10.00", "12.00", 4, 0);
        String recent = world().order(two, "PENDING", "GBP", "2026-11-01", "10.00", "12.00", 0, 0);
        world().order(one, "APPROVED", "GBP", "2026-11-02", "10.00", "12.00", 10, 10);
        world().order(one, "CANCELLED", "GBP", "2026-11-02", "10.00", "12.00", 0, 0);
        world().invoice(one, "INVOICE", "GBP", "2026-10-02", "2026-11-02", "12.00", "2.00");
        world().shipment(one, old, "2026-10-02", "IN_TRANSIT");
        world().shipment(one, old, "2026-10-03", "DELIVERED");
        world().goodsReturn(two, "2026-11-03", "AUTHORISED");
        world().goodsReturn(two, "2026-11-04", "CREDITED");
        world().contract(one, "2026-01-01", "2027-01-01", "99.00");
        world().contract(one, "2025-11-15", "2026-11-15", "99.00");
        Activity activity = activity(10, one, two);
        assertThat(activity.openOrders().rows())
                .extracting(order -> order.id().value(), Activity.OpenOrder::account, Activity.OpenOrder::delivery)
                .containsExactly(tuple(recent, two, "NONE"), tuple(old, one, "PARTIAL"));
        assertThat(activity.openOrders().more()).isFalse();
        assertThat(activity.lastInvoices().rows())
                .singleElement()
                .satisfies(invoice -> assertThat(invoice.outstanding()).isEqualTo("10.00"));
        assertThat(activity.shipmentsUnderWay().rows())
                .singleElement()
                .satisfies(shipment -> assertThat(shipment.order().value()).isEqualTo(old));
        assertThat(activity.openReturns().rows()).singleElement().satisfies(open -> assertThat(open.status())
                .isEqualTo("AUTHORISED"));
        assertThat(activity.contracts().rows()).singleElement().satisfies(contract -> assertThat(contract.endsOn())
                .isEqualTo("2027-01-01"));
    }

    @Test
    void activitySaysWhenThereIsMore() {
        AccountId account = account("1");
        Stream.of("2026-10-01", "2026-10-02", "2026-10-03")
                .forEach(day -> world().order(account, "APPROVED", "GBP", day, "10.00", "12.00", 0, 0));
        Excerpt<Activity.OpenOrder> orders = activity(2, account).openOrders();
        assertThat(orders.rows())
                .extracting(order -> order.orderedOn().toString())
                .containsExactly("2026-10-03", "2026-10-02");
        assertThat(orders.more()).isTrue();
        assertThat(activity(3, account).openOrders().more()).isFalse();
    }

    private void dueDaysAgo(AccountId account, int days, String gross) {
        world().invoice(
                        account,
                        "INVOICE",
                        "GBP",
                        "2026-01-01",
                        TODAY.minusDays(days).toString(),
                        gross,
                        "0.00");
    }

    private AccountId account(String limit) {
        return world().account("GBP", limit, AccountStatus.ACTIVE);
    }

    private CreditStatus status(AccountId account) {
        return world().credits().status(account, TODAY, MaxAge.LIVE).value();
    }

    private CreditStatus on(AccountId account, String day) {
        return world().credits()
                .status(account, LocalDate.parse(day), MaxAge.LIVE)
                .value();
    }

    private Activity activity(int rows, AccountId... accounts) {
        return world().activities()
                .of(List.of(accounts), rows, TODAY, MaxAge.LIVE)
                .value();
    }

    private BigDecimal rate(String from, String to, String day) {
        return world().rates()
                .rate(currency(from), currency(to), LocalDate.parse(day), MaxAge.ANY)
                .value()
                .orElseThrow();
    }

    private static Currency currency(String code) {
        return Currency.getInstance(code);
    }
}
