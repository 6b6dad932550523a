package org.throughline.account;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.throughline.shared.AccountId;
import org.throughline.shared.Answer;
import org.throughline.shared.Asks;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;
import org.throughline.shared.Violation;

/** The trading accounts of the ERP. */
public interface Accounts {

    /**
     * In a stable order; when the filter has a time, in the order of their changes.
     *
     * @throws org.throughline.shared.ServiceFault INVALID_CURSOR
     */
    Answer<Page<Account>> find(AccountFilter filter, PageRequest page, MaxAge maxAge);

    /** @throws org.throughline.shared.ServiceFault ACCOUNT_NOT_FOUND, with the path "account" */
    Answer<Account> get(AccountId id, MaxAge maxAge);

    /** Many at once; those that the ERP does not have are missing from the answer. */
    Answer<Map<AccountId, Account>> get(Collection<AccountId> ids, MaxAge maxAge);

    /** What the ERP would refuse in the details of an account; empty when nothing. Paths are as in the request. */
    @Asks
    List<Violation> objectionsTo(AccountDetails details);

    /** The account that was created under a reference, however long ago. */
    @Asks
    Optional<Account> createdAs(String reference);

    /**
     * Creates an account with all its parts or not at all. When there is one of that reference already, gives that one.
     *
     * @param reference names the request for ever
     */
    Account create(AccountDetails details, String reference);

    /**
     * Changes an account with all its parts or not at all.
     *
     * @throws org.throughline.shared.ServiceFault ACCOUNT_NOT_FOUND; VERSION_CONFLICT when it has another version than
     *     expected; INVALID_VALUE when an address or contact that is named is not there
     */
    Account update(AccountId id, int expectedVersion, AccountChange change);
}
