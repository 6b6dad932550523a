package org.throughline.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

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
        assertThat(status.asOf()).isEqualTo(today());
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
        String part = world().invoice(account, "INVOICE", "GBP", "2026-11-01", "2026-12-01", "100.00");
        String whole = world().invoice(account, "INVOICE", "GBP", "2026-11-01", "2026-12-01", "50.00");
        world().payment(account, "GBP", "2026-11-02", "30.00", part, "30.00");
        world().payment(account, "GBP", "2026-11-02", "50.00", whole, "50.00");
        assertThat(status(account).openInvoices()).isEqualTo("70.00");
    }

    @Test
    void cashAndCreditNotesThatAreNotAllocatedReduceTheExposure() {
        AccountId account = account("1000");
        String invoice = world().invoice(account, "INVOICE", "GBP", "2026-10-01", "2026-12-01", "100.00");
        world().payment(account, "GBP", "2026-10-05", "60.00", invoice, "40.00");
        world().payment(account, "GBP", "2026-10-06", "5.00", null, null);
        world().invoice(account, "CREDIT_NOTE", "GBP", "2026-10-07", "2026-10-07", "10.00");
        CreditStatus status = status(account);
        assertThat(status.openInvoices()).isEqualTo("60.00");
        assertThat(status.unallocatedCash()).isEqualTo("35.00");
        assertThat(status.exposure()).isEqualTo("25.00");
        assertThat(status.headroom()).contains(new BigDecimal("975.00"));
    }

    @Test
    void ordersCountUntilTheyAreInvoiced() {
        AccountId account = account("1000");
        String counted = world().countsTaxOfOrders() ? "120.00" : "100.00";
        world().order(account, "APPROVED", "GBP", "2026-11-10", "100.00", "120.00", 0, 0);
        world().order(account, "CANCELLED", "GBP", "2026-11-10", "100.00", "120.00", 0, 0);
        CreditStatus status = status(account);
        assertThat(status.ordersWithTax()).isEqualTo(world().countsTaxOfOrders());
        assertThat(status.openOrders()).isEqualTo(counted);
        assertThat(status.exposure()).isEqualTo(counted);
        world().order(account, "APPROVED", "GBP", "2026-11-10", "100.00", "120.00", 10, 10);
        assertThat(status(account).openOrders()).isEqualTo(counted);
        assertThat(status(account).uninvoicedDeliveries()).isEqualTo("0.00");
    }

    @Test
    void anEarlierDayShowsWhatWasOpenThen() {
        AccountId account = account("1000");
        String invoice = world().invoice(account, "INVOICE", "GBP", "2026-09-01", "2026-10-01", "100.00");
        world().payment(account, "GBP", "2026-10-20", "60.00", invoice, "50.00");
        world().creditNoteFor(account, invoice, "GBP", "2026-11-01", "25.00");
        world().invoice(account, "INVOICE", "GBP", "2026-11-10", "2026-12-10", "500.00");
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
    void anAmountUpToTheHeadroomPassesAndOneCentMoreDoesNot() {
        AccountId account = account("100");
        world().invoice(account, "INVOICE", "GBP", "2026-11-01", "2026-12-01", "30.00");
        CreditStatus status = status(account);
        assertThat(status.check(Money.of("70.00", "GBP")).passes()).isTrue();
        CreditVerdict exceeded = status.check(Money.of("70.01", "GBP"));
        assertThat(exceeded.passes()).isFalse();
        assertThat(exceeded.objections()).containsExactly(ErrorCode.CREDIT_EXCEEDED);
        assertThat(exceeded.largest()).contains(Money.of("70.00", "GBP"));
        assertThat(exceeded.headroom()).contains(new BigDecimal("70.00"));
    }

    @Test
    void withoutALimitEverythingPassesUnlessTheAccountIsInactive() {
        CreditVerdict free =
                status(world().account("GBP", null, AccountStatus.ACTIVE)).check(Money.of("999999999", "GBP"));
        assertThat(free.passes()).isTrue();
        assertThat(free.largest()).isEmpty();
        assertNothingPasses(AccountStatus.INACTIVE);
    }

    protected final void assertNothingPasses(AccountStatus stopped) {
        CreditVerdict held = status(world().account("GBP", null, stopped)).check(Money.of("0.01", "GBP"));
        assertThat(held.objections()).containsExactly(ErrorCode.ACCOUNT_ON_HOLD);
        assertThat(held.largest()).contains(Money.of("0.00", "GBP"));
    }

    @Test
    void manyAccountsAreReadAtOnceAndUnknownOnesLeftOut() {
        AccountId one = account("1");
        AccountId two = account("2");
        AccountId unknown = new AccountId(one.dataset(), "NOT-THERE");
        world().invoice(two, "INVOICE", "GBP", "2026-11-01", "2026-12-01", "30.00");
        var found = world().credits()
                .status(List.of(one, two, unknown), today(), MaxAge.LIVE)
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
                        .rate(currency("EUR"), currency("USD"), world().day("2025-12-31"), MaxAge.ANY)
                        .value())
                .isEmpty();
        assertThat(world().rates()
                        .rate(currency("EUR"), currency("XAU"), today(), MaxAge.ANY)
                        .value())
                .isEmpty();
    }

    @Test
    void activityHoldsWhatIsOpenNewestFirstAndNamesTheAccount() {
        AccountId one = account("100000");
        AccountId two = account("100000");
        String old = world().order(one, "APPROVED", "GBP", "2026-10-01", "10.00", "12.00", 0, 0);
        String recent = world().order(two, "PENDING", "GBP", "2026-11-01", "10.00", "12.00", 0, 0);
        world().order(one, "CANCELLED", "GBP", "2026-11-02", "10.00", "12.00", 0, 0);
        String invoice = world().invoice(one, "INVOICE", "GBP", "2026-10-02", "2026-11-02", "12.00");
        world().payment(one, "GBP", "2026-10-03", "2.00", invoice, "2.00");
        Activity activity = activity(10, one, two);
        assertThat(activity.openOrders().rows())
                .extracting(order -> order.id().value(), Activity.OpenOrder::account, Activity.OpenOrder::orderedOn)
                .containsExactly(
                        tuple(recent, two, world().day("2026-11-01")), tuple(old, one, world().day("2026-10-01")));
        assertThat(activity.openOrders().rows())
                .extracting(Activity.OpenOrder::delivery, Activity.OpenOrder::invoicing)
                .containsOnly(tuple("NONE", "NONE"));
        assertThat(activity.openOrders().more()).isFalse();
        assertThat(activity.lastInvoices().rows()).singleElement().satisfies(last -> {
            assertThat(last.id().value()).isEqualTo(invoice);
            assertThat(last.outstanding()).isEqualTo("10.00");
            assertThat(last.issuedOn()).isEqualTo(world().day("2026-10-02"));
            assertThat(last.dueOn()).isEqualTo(world().day("2026-11-02"));
        });
    }

    @Test
    void whatIsInvoicedInFullIsNotOpen() {
        AccountId account = account("100000");
        world().order(account, "APPROVED", "GBP", "2026-11-02", "10.00", "12.00", 10, 10);
        assertThat(activity(10, account).openOrders().rows()).isEmpty();
    }

    @Test
    void activitySaysWhenThereIsMore() {
        AccountId account = account("100000");
        Stream.of("2026-10-01", "2026-10-02", "2026-10-03")
                .forEach(day -> world().order(account, "APPROVED", "GBP", day, "10.00", "12.00", 0, 0));
        Excerpt<Activity.OpenOrder> orders = activity(2, account).openOrders();
        assertThat(orders.rows())
                .extracting(Activity.OpenOrder::orderedOn)
                .containsExactly(world().day("2026-10-03"), world().day("2026-10-02"));
        assertThat(orders.more()).isTrue();
        assertThat(activity(3, account).openOrders().more()).isFalse();
    }

    private void dueDaysAgo(AccountId account, int days, String gross) {
        world().invoice(
                        account,
                        "INVOICE",
                        "GBP",
                        "2026-01-01",
                        AccountWorld.TODAY.minusDays(days).toString(),
                        gross);
    }

    protected final AccountId account(String limit) {
        return world().account("GBP", limit, AccountStatus.ACTIVE);
    }

    private LocalDate today() {
        return world().day(AccountWorld.TODAY.toString());
    }

    protected final CreditStatus status(AccountId account) {
        return world().credits().status(account, today(), MaxAge.LIVE).value();
    }

    protected final CreditStatus on(AccountId account, String day) {
        return world().credits().status(account, world().day(day), MaxAge.LIVE).value();
    }

    protected final Activity activity(int rows, AccountId... accounts) {
        return world().activities()
                .of(List.of(accounts), rows, today(), MaxAge.LIVE)
                .value();
    }

    private BigDecimal rate(String from, String to, String day) {
        return world().rates()
                .rate(currency(from), currency(to), world().day(day), MaxAge.ANY)
                .value()
                .orElseThrow();
    }

    private static Currency currency(String code) {
        return Currency.getInstance(code);
    }
}
