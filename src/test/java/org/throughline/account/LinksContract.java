package org.throughline.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.throughline.shared.AccountId;
import org.throughline.shared.CompanyId;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;
import org.throughline.shared.ServiceFault;

/** What every {@link Links} do. */
public abstract class LinksContract {

    private static final AccountId A = new AccountId("main", "A");
    private static final AccountId B = new AccountId("main", "B");
    private static final AccountId C = new AccountId("main", "C");
    private static final AccountId ELSEWHERE = new AccountId("other", "A");

    private final CompanyId company = new CompanyId("crm", UUID.randomUUID().toString());

    protected abstract Links links();

    @Test
    void aCompanyWithoutLinksHasNone() {
        assertThat(links().of(company)).isEmpty();
        assertThat(links().remove(company, A)).isFalse();
    }

    @Test
    void theFirstLinkIsPrimaryAndLaterOnesAreNot() {
        Link first = link(B, null, null);
        Link second = link(A, null, null);
        assertThat(first.primary()).isTrue();
        assertThat(first.role()).isEqualTo(LinkRole.CUSTOMER);
        assertThat(second.primary()).isFalse();
        assertThat(links().of(company)).containsExactly(first, second);
    }

    @Test
    void theFirstLinkIsNotPrimaryWhenTheCallerSaysSo() {
        assertThat(link(A, null, false).primary()).isFalse();
        assertThat(link(B, null, null).primary()).isFalse();
    }

    @Test
    void aNewPrimaryLinkTakesOverFromTheOldOne() {
        link(A, null, null);
        link(B, null, true);
        assertThat(primaries()).containsExactly(B);
        link(A, null, true);
        assertThat(primaries()).containsExactly(A);
    }

    @Test
    void eachDatasetHasAPrimaryOfItsOwn() {
        link(A, null, null);
        link(ELSEWHERE, null, null);
        assertThat(primaries()).containsExactlyInAnyOrder(A, ELSEWHERE);
    }

    @Test
    void supplierLinksAreNeverPrimary() {
        assertThat(link(A, LinkRole.SUPPLIER, null).primary()).isFalse();
        assertThat(link(B, null, null).primary()).isTrue();
        assertThat(link(B, LinkRole.SUPPLIER, null).primary()).isFalse();
    }

    @Test
    void linkingAgainChangesOnlyWhatIsSaid() {
        Link first = links().put(new LinkRequest(company, A, LinkRole.BOTH, C, null));
        assertThat(link(A, null, null)).isEqualTo(first);
        Link changed = link(A, LinkRole.CUSTOMER, false);
        assertThat(changed.billTo()).isEqualTo(C);
        assertThat(changed.primary()).isFalse();
        assertThat(changed.linkedAt()).isEqualTo(first.linkedAt());
        assertThat(links().of(company)).containsExactly(changed);
    }

    @Test
    void anUnlinkedPrimaryLeavesNoPrimary() {
        link(A, null, null);
        link(B, null, null);
        link(C, null, null);
        assertThat(links().remove(company, A)).isTrue();
        assertThat(links().remove(company, A)).isFalse();
        assertThat(primaries()).isEmpty();
        assertThat(links().of(company)).extracting(Link::account).containsExactly(B, C);
    }

    @Test
    void sameIdsInAnotherCrmAreAnotherCompany() {
        link(A, null, null);
        CompanyId namesake = new CompanyId("other-crm", company.value());
        assertThat(links().put(new LinkRequest(namesake, A, null, null, null)).primary())
                .isTrue();
        assertThat(links().of(company)).hasSize(1);
        assertThat(find(new LinkFilter("other-crm", company.value(), null), 10)).hasSize(1);
    }

    @Test
    void linksAreFoundByAccountAndByCompanyPageByPage() {
        AccountId account = new AccountId("main", UUID.randomUUID().toString());
        List<Link> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            CompanyId other = new CompanyId("crm", company.value() + i);
            made.add(links().put(new LinkRequest(other, account, null, null, null)));
            links().put(new LinkRequest(other, A, null, null, null));
        }
        assertThat(find(new LinkFilter(null, null, account), 2)).containsExactlyElementsOf(made);
        assertThat(find(new LinkFilter("crm", company.value() + 3, null), 1))
                .extracting(Link::account)
                .containsExactlyInAnyOrder(account, A);
        assertThat(find(LinkFilter.ALL, 3)).containsAll(made).doesNotHaveDuplicates();
    }

    @Test
    void aCursorOfAnotherFilterIsRefused() {
        link(A, null, null);
        link(B, null, null);
        Optional<String> cursor = links().find(new LinkFilter("crm", company.value(), null), PageRequest.first(1))
                .nextCursor();
        assertThat(cursor).isPresent();
        assertThatThrownBy(() -> links().find(LinkFilter.ALL, new PageRequest(1, cursor)))
                .isInstanceOfSatisfying(
                        ServiceFault.class, fault -> assertThat(fault.code()).isEqualTo(ErrorCode.INVALID_CURSOR));
    }

    @Test
    void inARaceOfFirstLinksExactlyOneIsPrimary() throws Exception {
        race(null);
        assertThat(primaries()).hasSize(1);
        assertThat(links().of(company)).hasSize(12);
    }

    @Test
    void inARaceForThePrimaryLinkExactlyOneWins() throws Exception {
        race(true);
        assertThat(primaries()).hasSize(1);
        race(true);
        assertThat(primaries()).hasSize(1);
        assertThat(links().of(company)).hasSize(12);
    }

    private void race(Boolean primary) throws Exception {
        List<Callable<Link>> racers = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            AccountId account = new AccountId("main", "racer-" + i);
            racers.add(() -> link(account, null, primary));
        }
        ExecutorService threads = Executors.newFixedThreadPool(racers.size());
        try {
            for (Future<Link> future : threads.invokeAll(racers)) {
                future.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private Link link(AccountId account, LinkRole role, Boolean primary) {
        return links().put(new LinkRequest(company, account, role, null, primary));
    }

    private List<AccountId> primaries() {
        return links().of(company).stream()
                .filter(Link::primary)
                .map(Link::account)
                .toList();
    }

    private List<Link> find(LinkFilter filter, int size) {
        List<Link> found = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Page<Link> page = links().find(filter, new PageRequest(size, cursor));
            found.addAll(page.entries());
            cursor = page.nextCursor();
        } while (cursor.isPresent());
        return found;
    }
}
