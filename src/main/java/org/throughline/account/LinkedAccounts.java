package org.throughline.account;

import java.util.List;
import org.throughline.shared.AccountId;
import org.throughline.shared.AccountResolver;
import org.throughline.shared.CompanyId;
import org.throughline.shared.CustomerRef;
import org.throughline.shared.Erp;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.Remedy;
import org.throughline.shared.ServiceFault;

/**
 * Finds the accounts of a customer by its links. Only links through which the company buys count, and only those to the
 * dataset that is connected.
 */
public final class LinkedAccounts implements AccountResolver {

    private final Links links;
    private final Erp erp;

    public LinkedAccounts(Links links, Erp erp) {
        this.links = links;
        this.erp = erp;
    }

    @Override
    public List<AccountId> accountsOf(CustomerRef customer, String path) {
        if (customer instanceof CustomerRef.ByCompany byCompany) {
            return linksOf(byCompany.company(), path + ".company").stream()
                    .map(Link::account)
                    .toList();
        }
        return List.of(((CustomerRef.ByAccount) customer).account());
    }

    @Override
    public AccountId accountFor(CustomerRef customer, String path) {
        if (customer instanceof CustomerRef.ByCompany byCompany) {
            return primaryOf(linksOf(byCompany.company(), path + ".company"), path);
        }
        return ((CustomerRef.ByAccount) customer).account();
    }

    /**
     * The links through which a company buys, the primary one first.
     *
     * @param path where the company stands in the request, for faults
     * @return never empty
     * @throws ServiceFault COMPANY_NOT_LINKED when there is none
     */
    List<Link> linksOf(CompanyId company, String path) {
        List<Link> found = links.of(company).stream().filter(this::serves).toList();
        if (found.isEmpty()) {
            throw new ServiceFault(ErrorCode.COMPANY_NOT_LINKED
                    .at(path)
                    .withRemedy(Remedy.of("Link the company to an account with linkAccount.")));
        }
        return found;
    }

    private boolean serves(Link link) {
        return link.role().buys() && link.account().dataset().equals(erp.dataset());
    }

    private static AccountId primaryOf(List<Link> candidates, String path) {
        if (candidates.size() == 1 || candidates.get(0).primary()) {
            return candidates.get(0).account();
        }
        throw new ServiceFault(ErrorCode.NO_PRIMARY_ACCOUNT
                .at(path + ".company")
                .withRemedy(Remedy.oneOf(
                        "Name one of these accounts instead of the company, or make one primary with linkAccount.",
                        candidates.stream().map(link -> link.account().value()).toList())));
    }
}
