package org.throughline.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.throughline.shared.Capabilities;
import org.throughline.shared.CompanyId;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Operation;
import org.throughline.shared.PostalAddress;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.TaxIds;
import org.throughline.shared.Violation;

/** How accounts are created once, completely, and linked, whatever fails on the way. */
class CreatingAccountsTest {

    private static final CompanyId COMPANY = new CompanyId("crm", "4711");
    private static final Optional<CompanyLink> LINK = Optional.of(new CompanyLink(COMPANY, null, null, null));
    private static final Optional<CompanyLink> NO_LINK = Optional.empty();

    private final InMemoryAccounts accounts = new InMemoryAccounts();
    private final InMemoryLinks links = new InMemoryLinks();
    private final InMemoryRequests requests = new InMemoryRequests();
    private final AccountService service = service(Capabilities.all());

    @Test
    void anAccountIsCreatedAndLinked() {
        CreatedAccount created = service.create("r1", details("Acme"), LINK).value();
        assertThat(created.account().name()).isEqualTo("Acme");
        assertThat(created.link()).isPresent();
        assertThat(links.of(COMPANY)).singleElement().satisfies(link -> {
            assertThat(link.account()).isEqualTo(created.account().id());
            assertThat(link.primary()).isTrue();
        });
    }

    @Test
    void theSameRequestAgainGivesTheSameAccount() {
        CreatedAccount first = service.create("r1", details("Acme"), LINK).value();
        assertThat(service.create("r1", details("Acme"), LINK).value()).isEqualTo(first);
        assertThat(accounts.size()).isEqualTo(1);
    }

    @Test
    void theSameRequestIdWithOtherContentIsAConflict() {
        service.create("r1", details("Acme"), NO_LINK);
        assertFault(() -> service.create("r1", details("Other"), NO_LINK), ErrorCode.REQUEST_ID_REUSED);
        assertFault(() -> service.create("r1", details("Acme"), LINK), ErrorCode.REQUEST_ID_REUSED);
        assertThat(accounts.size()).isEqualTo(1);
    }

    @Test
    void aLinkThatFailedIsMadeByTheNextTry() {
        links.breakOnce();
        assertFault(() -> service.create("r1", details("Acme"), LINK), ErrorCode.OUTCOME_UNKNOWN);
        assertThat(accounts.size()).isEqualTo(1);
        assertThat(links.of(COMPANY)).isEmpty();
        CreatedAccount created = service.create("r1", details("Acme"), LINK).value();
        assertThat(created.link()).isPresent();
        assertThat(accounts.size()).isEqualTo(1);
        assertThat(links.of(COMPANY)).hasSize(1);
    }

    @Test
    void anAccountOfWhichTheAnswerWasLostIsNotCreatedAgain() {
        accounts.failOnce(new ServiceFault(ErrorCode.OUTCOME_UNKNOWN.at("")));
        assertFault(() -> service.create("r1", details("Acme"), LINK), ErrorCode.OUTCOME_UNKNOWN);
        accounts.objectTo(ErrorCode.INVALID_VALUE.at("branch"));
        assertThat(service.create("r1", details("Acme"), LINK).value().link()).isPresent();
        assertThat(accounts.size()).isEqualTo(1);
    }

    @Test
    void aLinkThatWasTakenAwayIsNotMadeAgainByARepetition() {
        CreatedAccount created = service.create("r1", details("Acme"), LINK).value();
        links.remove(COMPANY, created.account().id());
        assertThat(service.create("r1", details("Acme"), LINK).value().link()).isEmpty();
        assertThat(links.of(COMPANY)).isEmpty();
    }

    @Test
    void aRefusedRequestCanBeCorrectedUnderTheSameId() {
        accounts.objectTo(ErrorCode.INVALID_VALUE.at("branch"));
        assertFault(() -> service.create("r1", details("Acme"), NO_LINK), ErrorCode.INVALID_VALUE);
        accounts.objectToNothing();
        accounts.failOnce(new ServiceFault(ErrorCode.ERP_UNAVAILABLE.at("")));
        assertFault(() -> service.create("r1", details("Acme"), NO_LINK), ErrorCode.ERP_UNAVAILABLE);
        assertThat(accounts.size()).isZero();
        assertThat(service.create("r1", details("Acme Ltd"), NO_LINK)
                        .value()
                        .account()
                        .name())
                .isEqualTo("Acme Ltd");
    }

    @Test
    void everythingThatIsWrongIsReportedAtOnceAndNothingIsSaved() {
        accounts.objectTo(ErrorCode.INVALID_VALUE.at("branch"));
        AccountDetails wrong = new AccountDetails(
                " ",
                "X",
                "ABC",
                "QQ",
                "<>",
                new TaxExemption("", LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 1)),
                null,
                null,
                null,
                null,
                List.of(
                        address("1", AddressKind.SHIPPING, true, "QQ"),
                        address(null, AddressKind.SHIPPING, true, "GB")),
                List.of(new Contact("2", "", null, "nobody", null)));
        Optional<CompanyLink> wrongLink = Optional.of(
                new CompanyLink(COMPANY, LinkRole.SUPPLIER, new org.throughline.shared.AccountId("main", "no"), true));
        assertThatThrownBy(() -> service.create("r1", wrong, wrongLink))
                .isInstanceOfSatisfying(ServiceFault.class, fault -> assertThat(fault.violations())
                        .extracting(Violation::path)
                        .containsExactlyInAnyOrder(
                                "name",
                                "currency",
                                "taxCountry",
                                "taxId",
                                "taxExemption.certificate",
                                "taxExemption.validTo",
                                "address",
                                "address[0].id",
                                "address[0].address.country",
                                "address[1].preferred",
                                "contact[0].id",
                                "contact[0].name",
                                "contact[0].email",
                                "link.primary",
                                "link.billTo.id",
                                "branch"));
        assertThat(accounts.size()).isZero();
        assertThat(links.of(COMPANY)).isEmpty();
    }

    @Test
    void aValueCannotBeGivenAndClearedAtOnce() {
        AccountChange change = new AccountChange(
                new AccountDetails(null, null, null, null, "GB1", null, null, null, null, null, List.of(), List.of()),
                Set.of(ClearableField.TAX_ID, ClearableField.PRICE_GROUP),
                List.of(),
                List.of());
        assertThatThrownBy(() -> service.update(accounts.add("A", "GBP"), 1, change))
                .isInstanceOfSatisfying(ServiceFault.class, fault -> assertThat(fault.violations())
                        .extracting(Violation::path)
                        .containsExactly("taxId"));
    }

    @Test
    void whatTheErpCannotDoIsSaidBeforeAnythingElse() {
        AccountService limited = service(Capabilities.allBut(Operation.CREATE_ACCOUNT, Operation.GET_ACCOUNT));
        assertFault(() -> limited.create("r1", details(""), NO_LINK), ErrorCode.NOT_SUPPORTED_BY_ERP);
        assertFault(() -> limited.get(accounts.add("A", "GBP"), MaxAge.ANY), ErrorCode.NOT_SUPPORTED_BY_ERP);
    }

    private AccountService service(Capabilities capabilities) {
        InMemoryErp erp = new InMemoryErp(capabilities);
        return new AccountService(
                erp,
                accounts,
                requests,
                new LinkService(erp, links, accounts),
                (country, taxId) -> "DE000000000".equals(taxId) ? TaxIds.Finding.WRONG : TaxIds.Finding.RIGHT,
                Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    }

    private static AccountDetails details(String name) {
        return new AccountDetails(
                name,
                null,
                "GBP",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(address(null, AddressKind.BILLING, false, "GB")),
                List.of());
    }

    private static AccountAddress address(String id, AddressKind kind, boolean preferred, String country) {
        return new AccountAddress(
                id, kind, preferred, new PostalAddress(null, "1 Road", null, "Town", null, null, country));
    }

    private static void assertFault(ThrowingCallable call, ErrorCode code) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ServiceFault.class, fault -> assertThat(fault.code())
                .isEqualTo(code));
    }
}
