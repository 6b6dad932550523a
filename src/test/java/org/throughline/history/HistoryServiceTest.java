package org.throughline.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.throughline.shared.ErrorCode.COMPANY_NOT_LINKED;
import static org.throughline.shared.ErrorCode.DATASET_NOT_FOUND;
import static org.throughline.shared.ErrorCode.INVALID_VALUE;
import static org.throughline.shared.ErrorCode.NOT_SUPPORTED_BY_ERP;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.throughline.shared.AccountId;
import org.throughline.shared.AccountResolver;
import org.throughline.shared.Answer;
import org.throughline.shared.Capabilities;
import org.throughline.shared.CompanyId;
import org.throughline.shared.CustomerRef;
import org.throughline.shared.Erp;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.Freshness;
import org.throughline.shared.InvoiceId;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Operation;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.ShipmentId;
import org.throughline.shared.Source;
import org.throughline.shared.Violation;

class HistoryServiceTest {

    private static final Instant NOON = Instant.parse("2026-06-15T12:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 6, 15);
    private static final AccountId ONE = new AccountId("main", "1");
    private static final AccountId TWO = new AccountId("main", "2");
    private static final CustomerRef ACCOUNT = new CustomerRef.ByAccount(ONE);
    private static final CustomerRef COMPANY = new CustomerRef.ByCompany(new CompanyId("crm", "c"));
    private static final PageRequest PAGE = PageRequest.first(10);
    private static final PurchaseTotal TOTAL =
            new PurchaseTotal(Currency.getInstance("EUR"), 1, 1, BigDecimal.TEN, BigDecimal.ONE);

    private final List<List<AccountId>> asked = new ArrayList<>();
    private final FakeErp erp = new FakeErp();
    private final HistoryService history = new HistoryService(
            erp, new FakeLinks(), new FakePurchases(), new FakeInvoices(), new FakeShipments(), new FakeReturns());

    @Test
    void aCompanyIsReadThroughAllItsAccounts() {
        history.findPurchases(COMPANY, PurchaseFilter.ALL, false, PAGE, MaxAge.ANY);
        history.findPurchaseLines(COMPANY, PurchaseFilter.ALL, false, PAGE, MaxAge.ANY);
        history.findInvoices(COMPANY, InvoiceFilter.ALL, false, PAGE, MaxAge.ANY);
        history.findShipments(COMPANY, ShipmentFilter.ALL, false, PAGE, MaxAge.ANY);
        history.getAging(COMPANY, DAY, MaxAge.ANY);
        history.findReturns(ACCOUNT, ReturnFilter.ALL, false, PAGE, MaxAge.ANY);

        assertThat(asked)
                .containsExactly(
                        List.of(ONE, TWO),
                        List.of(ONE, TWO),
                        List.of(ONE, TWO),
                        List.of(ONE, TWO),
                        List.of(ONE, TWO),
                        List.of(ONE));
    }

    @Test
    void aCompanyWithoutAccountsIsToldSo() {
        CustomerRef stranger = new CustomerRef.ByCompany(new CompanyId("crm", "unknown"));

        assertFault(
                () -> history.findReturns(stranger, ReturnFilter.ALL, false, PAGE, MaxAge.ANY),
                COMPANY_NOT_LINKED.at("customer"));
    }

    @Test
    void totalsAreComputedOnlyWhenAskedForAndMakeTheAnswerAsOldAsTheOldestPart() {
        var without = history.findPurchases(ACCOUNT, PurchaseFilter.ALL, false, PAGE, MaxAge.ANY);
        var with = history.findPurchases(ACCOUNT, PurchaseFilter.ALL, true, PAGE, MaxAge.ANY);

        assertThat(without.value().totals()).isNull();
        assertThat(without.freshness()).isEqualTo(Freshness.live(NOON));
        assertThat(with.value().totals()).containsExactly(TOTAL);
        assertThat(with.freshness()).isEqualTo(new Freshness(NOON.minusSeconds(60), Source.CACHED));
    }

    @Test
    void rangesThatHoldNothingAreReportedAllAtOnceAndBeforeAnythingIsRead() {
        AmountRange reversed = new AmountRange(null, BigDecimal.TEN, BigDecimal.ONE);
        InvoiceFilter filter =
                new InvoiceFilter(new DateRange(DAY, DAY), null, Set.of(), false, null, null, null, reversed, null);

        assertThatThrownBy(() -> history.findInvoices(ACCOUNT, filter, true, PAGE, MaxAge.ANY))
                .isInstanceOfSatisfying(ServiceFault.class, fault -> assertThat(fault.violations())
                        .extracting(violation -> violation.code() + " " + violation.path())
                        .containsExactly(
                                INVALID_VALUE + " until", INVALID_VALUE + " currency", INVALID_VALUE + " maxGross"));
        assertThatThrownBy(() -> history.findPurchases(
                        ACCOUNT,
                        new PurchaseFilter(new DateRange(DAY, DAY), null, null, null, Set.of(), reversed),
                        false,
                        PAGE,
                        MaxAge.ANY))
                .isInstanceOfSatisfying(ServiceFault.class, fault -> assertThat(fault.violations())
                        .allMatch(violation -> violation.remedy().text() != null)
                        .extracting(Violation::path)
                        .containsExactly("until", "currency", "maxNet"));
        assertThat(asked).isEmpty();
    }

    @Test
    void aRangeOpenOnOneSideIsFine() {
        PurchaseFilter since = new PurchaseFilter(new DateRange(DAY, null), null);

        assertThat(history.findPurchaseLines(ACCOUNT, since, false, PAGE, MaxAge.ANY)
                        .value()
                        .page()
                        .entries())
                .isEmpty();
    }

    @Test
    void anotherDatasetIsNotFound() {
        AccountId elsewhere = new AccountId("other", "1");

        assertFault(
                () -> history.findShipments(
                        new CustomerRef.ByAccount(elsewhere), ShipmentFilter.ALL, false, PAGE, MaxAge.ANY),
                DATASET_NOT_FOUND.at("customer"));
        assertFault(
                () -> history.getInvoice(new InvoiceId("other", "IN-1"), null, MaxAge.ANY),
                DATASET_NOT_FOUND.at("invoice.dataset"));
        assertFault(
                () -> history.getProofOfDelivery(new ShipmentId("other", "SH-1"), MaxAge.ANY),
                DATASET_NOT_FOUND.at("shipment.dataset"));
    }

    @Test
    void whatTheErpCannotDoIsSaidAndNotTried() {
        erp.capabilities = new Capabilities(Set.of());

        for (Runnable call : List.<Runnable>of(
                () -> history.findPurchases(ACCOUNT, PurchaseFilter.ALL, true, PAGE, MaxAge.ANY),
                () -> history.findPurchaseLines(ACCOUNT, PurchaseFilter.ALL, true, PAGE, MaxAge.ANY),
                () -> history.findInvoices(ACCOUNT, InvoiceFilter.ALL, false, PAGE, MaxAge.ANY),
                () -> history.getAging(ACCOUNT, null, MaxAge.ANY),
                () -> history.getInvoice(new InvoiceId("main", "IN-1"), null, MaxAge.ANY),
                () -> history.findShipments(ACCOUNT, ShipmentFilter.ALL, false, PAGE, MaxAge.ANY),
                () -> history.getProofOfDelivery(new ShipmentId("main", "SH-1"), MaxAge.ANY),
                () -> history.findReturns(ACCOUNT, ReturnFilter.ALL, false, PAGE, MaxAge.ANY))) {
            assertThatThrownBy(call::run).isInstanceOfSatisfying(ServiceFault.class, fault -> assertThat(fault.code())
                    .isEqualTo(NOT_SUPPORTED_BY_ERP));
        }
        assertThat(asked).isEmpty();
    }

    @Test
    void anInvoiceIsRolledBackToADay() {
        List<Payment> payments = List.of(
                new Payment(DAY, null, null, new BigDecimal("30.00")),
                new Payment(DAY.plusDays(2), null, null, new BigDecimal("50.00")));
        List<Credit> credits =
                List.of(new Credit(new InvoiceId("main", "CN-1"), DAY.plusDays(1), new BigDecimal("40.00")));
        BigDecimal all = new BigDecimal("100.00");

        assertThat(Settlement.asOf(DAY.minusDays(1), all, payments, credits).settled())
                .isZero();
        assertThat(Settlement.asOf(DAY, all, payments, credits).settled()).isEqualTo("30.00");
        assertThat(Settlement.asOf(DAY.plusDays(1), all, payments, credits).settled())
                .isEqualTo("70.00");
        assertThat(Settlement.asOf(DAY.plusDays(2), all, payments, credits).settled())
                .isEqualTo("100.00");
        assertThat(Settlement.asOf(DAY.minusDays(1), all, List.of(), List.of()).settled())
                .as("settled without a payment that explains it")
                .isEqualTo("100.00");
    }

    private static void assertFault(Runnable call, Violation expected) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(ServiceFault.class, fault -> assertThat(fault.violations())
                .containsExactly(expected));
    }

    private <T> Answer<Page<T>> none(List<AccountId> accounts) {
        asked.add(accounts);
        return Answer.live(new Page<>(List.of(), Optional.empty()), NOON);
    }

    private static final class FakeErp implements Erp {

        private Capabilities capabilities = Capabilities.allBut(Operation.CREATE_ORDER);

        @Override
        public String dataset() {
            return "main";
        }

        @Override
        public String product() {
            return "Fake";
        }

        @Override
        public String version() {
            return "1";
        }

        @Override
        public Capabilities capabilities() {
            return capabilities;
        }
    }

    private static final class FakeLinks implements AccountResolver {

        @Override
        public List<AccountId> accountsOf(CustomerRef customer, String path) {
            if (customer instanceof CustomerRef.ByAccount by) {
                return List.of(by.account());
            }
            if (customer.equals(COMPANY)) {
                return List.of(ONE, TWO);
            }
            throw new ServiceFault(ErrorCode.COMPANY_NOT_LINKED.at(path));
        }

        @Override
        public AccountId accountFor(CustomerRef customer, String path) {
            throw new AssertionError("this test does not expect history to ask for an account to write to");
        }
    }

    private final class FakePurchases implements Purchases {

        @Override
        public Answer<Page<Purchase>> find(
                List<AccountId> accounts, PurchaseFilter filter, PageRequest page, MaxAge maxAge) {
            return none(accounts);
        }

        @Override
        public Answer<Page<PurchaseLine>> findLines(
                List<AccountId> accounts, PurchaseFilter filter, PageRequest page, MaxAge maxAge) {
            return none(accounts);
        }

        @Override
        public Answer<List<PurchaseTotal>> totals(List<AccountId> accounts, PurchaseFilter filter, MaxAge maxAge) {
            return new Answer<>(List.of(TOTAL), new Freshness(NOON.minusSeconds(60), Source.CACHED));
        }
    }

    private final class FakeInvoices implements Invoices {

        @Override
        public Answer<Page<Invoice>> find(
                List<AccountId> accounts, InvoiceFilter filter, PageRequest page, MaxAge maxAge) {
            return none(accounts);
        }

        @Override
        public Answer<List<InvoiceTotal>> totals(List<AccountId> accounts, InvoiceFilter filter, MaxAge maxAge) {
            throw new AssertionError("this test does not expect totals of invoices");
        }

        @Override
        public Answer<Aging> aging(List<AccountId> accounts, LocalDate asOf, MaxAge maxAge) {
            asked.add(accounts);
            return Answer.live(new Aging(asOf, List.of()), NOON);
        }

        @Override
        public Answer<InvoiceDocument> get(InvoiceId id, LocalDate asOf, MaxAge maxAge) {
            throw new AssertionError("this test does not expect a single invoice to be read");
        }
    }

    private final class FakeShipments implements Shipments {

        @Override
        public Answer<Page<Shipment>> find(
                List<AccountId> accounts, ShipmentFilter filter, PageRequest page, MaxAge maxAge) {
            return none(accounts);
        }

        @Override
        public Answer<Integer> count(List<AccountId> accounts, ShipmentFilter filter, MaxAge maxAge) {
            throw new AssertionError("this test does not expect shipments to be counted");
        }

        @Override
        public Answer<ProofOfDelivery> proofOfDelivery(ShipmentId id, MaxAge maxAge) {
            throw new AssertionError("this test does not expect a proof of delivery to be read");
        }
    }

    private final class FakeReturns implements Returns {

        @Override
        public Answer<Page<Return>> find(
                List<AccountId> accounts, ReturnFilter filter, PageRequest page, MaxAge maxAge) {
            return none(accounts);
        }

        @Override
        public Answer<Integer> count(List<AccountId> accounts, ReturnFilter filter, MaxAge maxAge) {
            return Answer.live(7, NOON);
        }
    }
}
