package org.throughline.shared;

import java.util.List;

/** Finds the accounts that a caller's customer stands for. Whether an account exists in the ERP is not checked here. */
public interface AccountResolver {

    /**
     * The accounts that a read covers: the account itself, or all accounts linked to the company, the primary one first.
     *
     * @param path where the customer stands in the request, for faults
     * @return never empty
     * @throws ServiceFault COMPANY_NOT_LINKED when the company has no link
     */
    List<AccountId> accountsOf(CustomerRef customer, String path);

    /**
     * The account that a write goes to: the account itself, the company's only one, or its primary one.
     *
     * @param path where the customer stands in the request, for faults
     * @throws ServiceFault COMPANY_NOT_LINKED, or NO_PRIMARY_ACCOUNT with the candidates when several are linked and none
     *     is primary
     */
    AccountId accountFor(CustomerRef customer, String path);
}
