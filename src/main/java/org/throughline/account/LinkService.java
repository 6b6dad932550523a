package org.throughline.account;

import static org.throughline.shared.ErrorCode.ACCOUNT_NOT_FOUND;
import static org.throughline.shared.ErrorCode.INVALID_VALUE;
import static org.throughline.shared.ErrorCode.LINK_NOT_FOUND;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.throughline.shared.AccountId;
import org.throughline.shared.Answer;
import org.throughline.shared.CompanyId;
import org.throughline.shared.Erp;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Operation;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.Violations;

/** Links companies of CRMs to accounts of the ERP. */
public final class LinkService {

    private final Erp erp;
    private final Links links;
    private final Accounts accounts;

    public LinkService(Erp erp, Links links, Accounts accounts) {
        this.erp = erp;
        this.links = links;
        this.accounts = accounts;
    }

    /**
     * Makes or changes a link.
     *
     * @throws ServiceFault ACCOUNT_NOT_FOUND when the account or the one to be invoiced is not in the ERP
     */
    public Answer<LabelledLink> link(LinkRequest request) {
        erp.require(Operation.LINK_ACCOUNT);
        Violations violations = new Violations();
        LinkRules.check(request, violations);
        Answer<Optional<Account>> account = find(request.account());
        if (account.value().isEmpty()) {
            violations.add(ACCOUNT_NOT_FOUND.at("account.id"));
        }
        checkBillTo(request.billTo(), "billTo", violations);
        violations.throwIfAny();
        return account.map(known -> new LabelledLink(links.put(request), known));
    }

    /**
     * Takes a link away. When it was the primary one and several are left, none is primary until the caller says which.
     *
     * @return the links that are left of the company
     * @throws ServiceFault LINK_NOT_FOUND
     */
    public Answer<List<LabelledLink>> unlink(CompanyId company, AccountId account) {
        erp.require(Operation.UNLINK_ACCOUNT);
        if (!links.remove(company, account)) {
            throw new ServiceFault(LINK_NOT_FOUND.at("account"));
        }
        return label(links.of(company), MaxAge.ANY);
    }

    public Answer<Page<LabelledLink>> find(LinkFilter filter, PageRequest page, MaxAge maxAge) {
        erp.require(Operation.FIND_LINKS);
        if (filter.companyId() != null && filter.crmSystem() == null) {
            throw new ServiceFault(INVALID_VALUE.at("companyId", "An id of a company needs the CRM system too."));
        }
        Page<Link> found = links.find(filter, page);
        return label(found.entries(), maxAge).map(labelled -> new Page<>(labelled, found.nextCursor()));
    }

    /** The link as it stands; empty when there is none. */
    Optional<Link> existing(LinkRequest request) {
        return links.of(request.company()).stream()
                .filter(link -> link.account().equals(request.account()))
                .findFirst();
    }

    Link put(LinkRequest request) {
        return links.put(request);
    }

    void checkBillTo(AccountId billTo, String path, Violations violations) {
        if (billTo != null && find(billTo).value().isEmpty()) {
            violations.add(ACCOUNT_NOT_FOUND.at(path + ".id", "The account to be invoiced is not in the ERP."));
        }
    }

    private Answer<Optional<Account>> find(AccountId account) {
        return accounts.get(List.of(account), MaxAge.LIVE).map(found -> Optional.ofNullable(found.get(account)));
    }

    private Answer<List<LabelledLink>> label(List<Link> found, MaxAge maxAge) {
        Answer<Map<AccountId, Account>> known =
                accounts.get(found.stream().map(Link::account).distinct().toList(), maxAge);
        return known.map(byId -> found.stream()
                .map(link -> new LabelledLink(link, Optional.ofNullable(byId.get(link.account()))))
                .toList());
    }
}
