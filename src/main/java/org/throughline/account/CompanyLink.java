package org.throughline.account;

import org.throughline.shared.AccountId;
import org.throughline.shared.CompanyId;

/**
 * How a company is to be linked to an account that is only being created; as {@link LinkRequest}, without the account.
 */
public record CompanyLink(CompanyId company, LinkRole role, AccountId billTo, Boolean primary) {

    public LinkRequest to(AccountId account) {
        return new LinkRequest(company, account, role, billTo, primary);
    }
}
