package org.throughline.account;

import static org.throughline.shared.ErrorCode.OUTCOME_UNKNOWN;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.throughline.shared.AccountId;
import org.throughline.shared.Answer;
import org.throughline.shared.Erp;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Operation;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;
import org.throughline.shared.Remedy;
import org.throughline.shared.Retryable;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.TaxIds;
import org.throughline.shared.Violation;
import org.throughline.shared.Violations;

/** Finds, reads, creates and changes accounts. */
public final class AccountService {

    private final Erp erp;
    private final Accounts accounts;
    private final AccountRequests requests;
    private final LinkService links;
    private final TaxIds taxIds;
    private final Clock clock;

    /** @param taxIds checks the tax numbers of new and changed accounts */
    public AccountService(
            Erp erp, Accounts accounts, AccountRequests requests, LinkService links, TaxIds taxIds, Clock clock) {
        this.erp = erp;
        this.accounts = accounts;
        this.requests = requests;
        this.links = links;
        this.taxIds = taxIds;
        this.clock = clock;
    }

    public Answer<Page<Account>> find(AccountFilter filter, PageRequest page, MaxAge maxAge) {
        erp.require(Operation.FIND_ACCOUNTS);
        return accounts.find(filter, page, maxAge);
    }

    /** @throws ServiceFault ACCOUNT_NOT_FOUND */
    public Answer<Account> get(AccountId account, MaxAge maxAge) {
        erp.require(Operation.GET_ACCOUNT);
        return accounts.get(account, maxAge);
    }

    /**
     * Creates an account and links it. The same request again, after whatever failure, carries on where the first one
     * stopped and gives the same account; nothing is done twice.
     *
     * @throws ServiceFault with everything that is wrong, and nothing saved; REQUEST_ID_REUSED; OUTCOME_UNKNOWN when the
     *     account was created but not linked yet
     */
    public Answer<CreatedAccount> create(String requestId, AccountDetails details, Optional<CompanyLink> link) {
        erp.require(Operation.CREATE_ACCOUNT);
        checkNew(details, link);
        CreatedAccount created = requests.claim(requestId, RequestDigest.of(details, link))
                .map(done -> asItIsNow(done, link))
                .orElseGet(() -> carryOn(requestId, details, link));
        return Answer.live(created, clock.instant());
    }

    /** @throws ServiceFault with everything that is wrong, and nothing saved; ACCOUNT_NOT_FOUND; VERSION_CONFLICT */
    public Answer<Account> update(AccountId account, int expectedVersion, AccountChange change) {
        erp.require(Operation.UPDATE_ACCOUNT);
        Violations violations = new Violations();
        AccountRules.checkChange(change, taxIds, violations);
        accounts.objectionsTo(change.given()).forEach(violations::add);
        violations.throwIfAny();
        return Answer.live(accounts.update(account, expectedVersion, change), clock.instant());
    }

    /** What the ERP objects to is added only to what is wrong in any case: it may have changed since a first try. */
    private void checkNew(AccountDetails details, Optional<CompanyLink> link) {
        Violations violations = new Violations();
        AccountRules.checkNew(details, taxIds, violations);
        link.ifPresent(wish -> LinkRules.check(wish, violations));
        if (!violations.isEmpty()) {
            objections(details, link).forEach(violations::add);
        }
        violations.throwIfAny();
    }

    private List<Violation> objections(AccountDetails details, Optional<CompanyLink> link) {
        Violations violations = new Violations();
        accounts.objectionsTo(details).forEach(violations::add);
        link.ifPresent(wish -> links.checkBillTo(wish.billTo(), "link.billTo", violations));
        return violations.found();
    }

    private CreatedAccount asItIsNow(AccountId account, Optional<CompanyLink> wish) {
        return new CreatedAccount(
                accounts.get(account, MaxAge.LIVE).value(), wish.flatMap(asked -> links.existing(asked.to(account))));
    }

    private CreatedAccount carryOn(String requestId, AccountDetails details, Optional<CompanyLink> wish) {
        Account account = accounts.createdAs(requestId).orElseGet(() -> createNow(requestId, details, wish));
        Optional<Link> link = wish.map(asked -> linkNow(asked.to(account.id())));
        requests.finish(requestId, account.id());
        return new CreatedAccount(account, link);
    }

    private Account createNow(String requestId, AccountDetails details, Optional<CompanyLink> wish) {
        try {
            List<Violation> objections = objections(details, wish);
            if (!objections.isEmpty()) {
                throw new ServiceFault(objections);
            }
            return accounts.create(details, requestId);
        } catch (ServiceFault fault) {
            if (fault.code().retryable() != Retryable.UNCERTAIN) {
                requests.release(requestId);
            }
            throw fault;
        }
    }

    private Link linkNow(LinkRequest request) {
        try {
            return links.put(request);
        } catch (RuntimeException failure) {
            throw new ServiceFault(
                    OUTCOME_UNKNOWN
                            .at("link", "The account is created but could not be linked to the company.")
                            .withRemedy(Remedy.of("Send the same request again: it will only be linked.")),
                    failure);
        }
    }
}
