package org.throughline.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.throughline.shared.AccountId;
import org.throughline.shared.Capabilities;
import org.throughline.shared.CompanyId;
import org.throughline.shared.CustomerRef;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.MaxAge;
import org.throughline.shared.PageRequest;
import org.throughline.shared.ServiceFault;

/** Which accounts a company stands for, and how it is linked to them. */
class LinkedAccountsTest {

    private static final CompanyId COMPANY = new CompanyId("crm", "4711");
    private static final CustomerRef CUSTOMER = new CustomerRef.ByCompany(COMPANY);

    private final InMemoryAccounts accounts = new InMemoryAccounts();
    private final InMemoryLinks links = new InMemoryLinks();
    private final InMemoryErp erp = new InMemoryErp(Capabilities.all());
    private final LinkService service = new LinkService(erp, links, accounts);
    private final LinkedAccounts customers = new LinkedAccounts(links, erp);
    private final AccountId a = accounts.add("A", "GBP");
    private final AccountId b = accounts.add("B", "EUR");
    private final AccountId c = accounts.add("C", "USD");

    @Test
    void anAccountStandsForItself() {
        CustomerRef account = new CustomerRef.ByAccount(a);
        assertThat(customers.accountsOf(account, "customer")).containsExactly(a);
        assertThat(customers.accountFor(account, "customer")).isEqualTo(a);
    }

    @Test
    void aCompanyWithoutLinksIsAFault() {
        assertFault(() -> customers.accountsOf(CUSTOMER, "customer"), ErrorCode.COMPANY_NOT_LINKED, "customer.company");
        assertFault(() -> customers.accountFor(CUSTOMER, "customer"), ErrorCode.COMPANY_NOT_LINKED, "customer.company");
    }

    @Test
    void readsCoverAllAccountsThePrimaryOneFirst() {
        link(a, null);
        link(c, null);
        link(b, true);
        assertThat(customers.accountsOf(CUSTOMER, "customer")).containsExactly(b, a, c);
        assertThat(customers.accountFor(CUSTOMER, "customer")).isEqualTo(b);
    }

    @Test
    void aWriteWithSeveralCandidatesAndNoPrimaryIsRefusedWithTheList() {
        link(a, null);
        link(b, null);
        link(c, null);
        service.unlink(COMPANY, a);
        assertThatThrownBy(() -> customers.accountFor(CUSTOMER, "customer"))
                .isInstanceOfSatisfying(ServiceFault.class, fault -> {
                    assertThat(fault.code()).isEqualTo(ErrorCode.NO_PRIMARY_ACCOUNT);
                    assertThat(fault.violations().get(0).remedy().allowedValues())
                            .containsExactly("B", "C");
                });
        service.unlink(COMPANY, b);
        assertThat(customers.accountFor(CUSTOMER, "customer")).isEqualTo(c);
    }

    @Test
    void supplierAccountsAndOtherDatasetsServeNoCustomer() {
        links.put(new LinkRequest(COMPANY, a, LinkRole.SUPPLIER, null, null));
        links.put(new LinkRequest(COMPANY, new AccountId("other", "Z"), null, null, null));
        assertFault(() -> customers.accountsOf(CUSTOMER, "customer"), ErrorCode.COMPANY_NOT_LINKED, "customer.company");
        link(b, null);
        assertThat(customers.accountsOf(CUSTOMER, "customer")).containsExactly(b);
    }

    @Test
    void onlyAccountsThatExistCanBeLinked() {
        AccountId ghost = new AccountId(InMemoryAccounts.DATASET, "GHOST");
        assertThatThrownBy(() -> service.link(new LinkRequest(COMPANY, ghost, null, ghost, null)))
                .isInstanceOfSatisfying(ServiceFault.class, fault -> assertThat(fault.violations())
                        .extracting(violation -> violation.code() + " " + violation.path())
                        .containsExactly("ACCOUNT_NOT_FOUND account.id", "ACCOUNT_NOT_FOUND billTo.id"));
        assertThat(links.of(COMPANY)).isEmpty();
    }

    @Test
    void aSupplierAccountCannotBePrimary() {
        assertFault(
                () -> service.link(new LinkRequest(COMPANY, a, LinkRole.SUPPLIER, null, true)),
                ErrorCode.INVALID_VALUE,
                "primary");
    }

    @Test
    void unlinkingWhatIsNotLinkedIsAFault() {
        assertFault(() -> service.unlink(COMPANY, a), ErrorCode.LINK_NOT_FOUND, "account");
    }

    @Test
    void linksShowTheAccountOrThatItIsGone() {
        link(a, null);
        links.put(new LinkRequest(COMPANY, new AccountId(InMemoryAccounts.DATASET, "GONE"), null, null, null));
        assertThat(service.find(LinkFilter.ALL, PageRequest.first(10), MaxAge.ANY)
                        .value()
                        .entries())
                .extracting(link -> link.account().map(Account::name).orElse("-"))
                .containsExactly("A", "-");
    }

    @Test
    void aCompanyIdNeedsItsCrm() {
        assertFault(
                () -> service.find(new LinkFilter(null, "4711", null), PageRequest.first(10), MaxAge.ANY),
                ErrorCode.INVALID_VALUE,
                "companyId");
    }

    private void link(AccountId account, Boolean primary) {
        service.link(new LinkRequest(COMPANY, account, null, null, primary));
    }

    private static void assertFault(ThrowingCallable call, ErrorCode code, String path) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ServiceFault.class, fault -> {
            assertThat(fault.code()).isEqualTo(code);
            assertThat(fault.violations().get(0).path()).isEqualTo(path);
        });
    }
}
