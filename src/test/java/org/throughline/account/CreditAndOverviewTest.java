package org.throughline.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.throughline.shared.AccountId;
import org.throughline.shared.Answer;
import org.throughline.shared.Capabilities;
import org.throughline.shared.CompanyId;
import org.throughline.shared.CustomerRef;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Money;
import org.throughline.shared.ServiceFault;

/** Credit of one and many accounts, and what the overview adds up. */
class CreditAndOverviewTest {

    private static final CompanyId COMPANY = new CompanyId("crm", "4711");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-15");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-15T10:00:00Z"), ZoneOffset.UTC);
    private static final BasketPrices NO_BASKETS = new BasketPrices() {
        @Override
        public PricedBasket price(AccountId account, Proposal.Basket basket, MaxAge maxAge) {
            throw new AssertionError("no basket was proposed");
        }

        @Override
        public List<Integer> decimals(Proposal.Basket basket, MaxAge maxAge) {
            throw new AssertionError("no basket was proposed");
        }
    };
    private static final Activity NOTHING = new Activity(nothing(), nothing(), nothing(), nothing(), nothing());

    private final InMemoryErp erp = new InMemoryErp(Capabilities.all());
    private final InMemoryAccounts accounts = new InMemoryAccounts();
    private final InMemoryLinks links = new InMemoryLinks();
    private final LinkedAccounts customers = new LinkedAccounts(links, erp);
    private final Map<AccountId, CreditStatus> statuses = new HashMap<>();
    private MaxAge askedFor;
    private final CreditService credits =
            new CreditService(erp, credits(), CreditAndOverviewTest::rate, NO_BASKETS, customers, CLOCK);
    private final OverviewService overviews = new OverviewService(
            erp,
            customers,
            accounts,
            credits(),
            (ids, rows, today, maxAge) -> Answer.live(NOTHING, Instant.EPOCH),
            CreditAndOverviewTest::rate,
            CLOCK);

    @Test
    void withoutAProposedAmountNothingIsChecked() {
        CreditReport report =
                report(account("A", "GBP", "100", "30"), null, null).get(0);
        assertThat(report.verdict()).isEmpty();
        assertThat(report.status().asOf()).isEqualTo(TODAY);
    }

    @Test
    void anAmountInAnotherCurrencyIsConvertedAndTheLargestOneRoundedDown() {
        AccountId account = account("A", "GBP", "100", "30.01");
        CreditVerdict verdict = report(account, "100", "EUR").get(0).verdict().orElseThrow();
        assertThat(verdict.rate()).isEqualByComparingTo("0.85");
        assertThat(verdict.needed()).isEqualTo(Money.of("85.00", "GBP"));
        assertThat(verdict.passes()).isFalse();
        assertThat(verdict.largest()).contains(Money.of("82.34", "EUR"));
        assertThat(report(account, "82.34", "EUR")
                        .get(0)
                        .verdict()
                        .orElseThrow()
                        .passes())
                .isTrue();
    }

    @Test
    void amountsThatMakeNoSenseAreRefused() {
        AccountId account = account("A", "GBP", "100", "30");
        assertFault(() -> report(account, "0", null), ErrorCode.INVALID_VALUE);
        assertFault(() -> report(account, "-1", null), ErrorCode.INVALID_VALUE);
        assertFault(() -> report(account, "1", "JPY"), ErrorCode.NO_EXCHANGE_RATE);
    }

    @Test
    void aCompanyHasTheCreditOfEachOfItsAccountsInItsOwnCurrency() {
        link(account("A", "GBP", "100", "30"));
        link(account("B", "EUR", null, "5"));
        List<CreditReport> reports = credits.status(
                        new CustomerRef.ByCompany(COMPANY),
                        new Proposal.Amount(BigDecimal.TEN, Optional.empty()),
                        Optional.empty(),
                        MaxAge.ANY)
                .value();
        assertThat(reports)
                .extracting(report -> report.status().account().value())
                .containsExactly("A", "B");
        assertThat(reports)
                .extracting(report ->
                        report.verdict().orElseThrow().proposed().currency().getCurrencyCode())
                .containsExactly("GBP", "EUR");
    }

    @Test
    void anAccountThatTheErpDoesNotHaveIsAFault() {
        AccountId ghost = new AccountId(InMemoryAccounts.DATASET, "GHOST");
        assertFault(() -> report(ghost, null, null), ErrorCode.ACCOUNT_NOT_FOUND);
        links.put(new LinkRequest(COMPANY, ghost, null, null, null));
        assertFault(() -> overview("GBP"), ErrorCode.ACCOUNT_NOT_FOUND);
    }

    @Test
    void totalsAreConvertedAddedAndRoundedOnce() {
        link(account("A", "GBP", "100", "10"));
        link(account("B", "EUR", "200", "0.01"));
        link(account("C", "EUR", "300", "0.01"));
        CompanyOverview overview = overview("GBP");
        assertThat(overview.totals().currency()).isEqualTo(Currency.getInstance("GBP"));
        assertThat(overview.totals().openInvoices()).isEqualTo("10.02");
        assertThat(overview.totals().limit()).contains(new BigDecimal("525.00"));
        assertThat(overview.totals().headroom()).contains(new BigDecimal("514.98"));
        assertThat(overview.rates())
                .containsExactly(new ExchangeRate(
                        Currency.getInstance("EUR"), Currency.getInstance("GBP"), new BigDecimal("0.85"), TODAY));
    }

    @Test
    void totalsAreInThePrimaryAccountsCurrencyUnlessTheCallerWantsAnother() {
        link(account("A", "EUR", "100", "10"));
        assertThat(overview(null).totals().currency()).isEqualTo(Currency.getInstance("EUR"));
        assertThat(overview(null).rates()).isEmpty();
        assertFault(() -> overview("JPY"), ErrorCode.NO_EXCHANGE_RATE);
    }

    @Test
    void anAccountWithoutALimitLeavesTheTotalWithoutOne() {
        link(account("A", "GBP", "100", "10"));
        link(account("B", "GBP", null, "10"));
        assertThat(overview(null).totals().limit()).isEmpty();
        assertThat(overview(null).totals().headroom()).isEmpty();
        assertThat(overview(null).totals().exposure()).isEqualTo("20.00");
    }

    @Test
    void aLinkedAccountThatIsGoneIsNamedAndTheOthersAreShown() {
        link(account("A", "GBP", "100", "10"));
        AccountId ghost = new AccountId(InMemoryAccounts.DATASET, "GHOST");
        links.put(new LinkRequest(COMPANY, ghost, null, null, null));
        CompanyOverview overview = overview(null);
        assertThat(overview.missing()).containsExactly(ghost);
        assertThat(overview.accounts()).hasSize(1);
    }

    private CompanyOverview overview(String currency) {
        return overviews
                .overview(COMPANY, Optional.ofNullable(currency).map(Currency::getInstance), 10, MaxAge.ANY)
                .value();
    }

    private List<CreditReport> report(AccountId account, String amount, String currency) {
        return credits.status(
                        new CustomerRef.ByAccount(account),
                        amount == null
                                ? new Proposal.Nothing()
                                : new Proposal.Amount(
                                        new BigDecimal(amount),
                                        Optional.ofNullable(currency).map(Currency::getInstance)),
                        Optional.empty(),
                        MaxAge.ANY)
                .value();
    }

    private void link(AccountId account) {
        links.put(new LinkRequest(COMPANY, account, null, null, null));
    }

    private AccountId account(String id, String currency, String limit, String open) {
        AccountId account = accounts.add(id, currency);
        BigDecimal zero = new BigDecimal("0.00");
        statuses.put(
                account,
                CreditStatus.ofSums(
                        account,
                        Currency.getInstance(currency),
                        TODAY,
                        Optional.ofNullable(limit).map(BigDecimal::new),
                        false,
                        new AgedBalances(new BigDecimal(open), zero, zero, zero, zero),
                        zero,
                        zero,
                        zero));
        return account;
    }

    /** What holds while the ERP is down may be told, but not decided on. */
    @Test
    void creditIsToldAsOldAsTheCallerAllowsButWhatIsProposedIsDecidedOnByWhatHoldsNow() {
        AccountId account = account("A", "GBP", "100", "30.01");
        CustomerRef customer = new CustomerRef.ByAccount(account);
        credits.status(customer, new Proposal.Nothing(), Optional.empty(), MaxAge.ANY);
        assertThat(askedFor).isEqualTo(MaxAge.ANY);
        credits.status(customer, new Proposal.Amount(BigDecimal.ONE, Optional.empty()), Optional.empty(), MaxAge.ANY);
        assertThat(askedFor).isEqualTo(MaxAge.LIVE);
    }

    private Credits credits() {
        return new Credits() {
            @Override
            public Answer<CreditStatus> status(AccountId account, LocalDate asOf, MaxAge maxAge) {
                throw new AssertionError("one call for all accounts is enough");
            }

            @Override
            public Answer<Map<AccountId, CreditStatus>> status(
                    Collection<AccountId> wanted, LocalDate asOf, MaxAge maxAge) {
                Map<AccountId, CreditStatus> found = new HashMap<>(statuses);
                found.keySet().retainAll(wanted);
                askedFor = maxAge;
                return Answer.live(found, Instant.EPOCH);
            }
        };
    }

    private static Answer<Optional<BigDecimal>> rate(Currency from, Currency to, LocalDate on, MaxAge maxAge) {
        boolean known =
                from.getCurrencyCode().equals("EUR") && to.getCurrencyCode().equals("GBP");
        return Answer.live(
                from.equals(to)
                        ? Optional.of(BigDecimal.ONE)
                        : known ? Optional.of(new BigDecimal("0.85")) : Optional.empty(),
                Instant.EPOCH);
    }

    private static <T> Excerpt<T> nothing() {
        return new Excerpt<>(List.of(), false);
    }

    private static void assertFault(ThrowingCallable call, ErrorCode code) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ServiceFault.class, fault -> assertThat(fault.code())
                .isEqualTo(code));
    }
}
