package org.throughline.erp.cache;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.throughline.account.Account;
import org.throughline.account.AccountChange;
import org.throughline.account.AccountDetails;
import org.throughline.account.AccountFilter;
import org.throughline.account.Accounts;
import org.throughline.shared.AccountId;
import org.throughline.shared.Answer;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;
import org.throughline.shared.Violation;

/** Forgets the price terms of accounts that are changed. */
final class NoticedAccounts implements Accounts {

    private final Accounts accounts;
    private final PriceCache cache;

    NoticedAccounts(Accounts accounts, PriceCache cache) {
        this.accounts = accounts;
        this.cache = cache;
    }

    @Override
    public Account update(AccountId id, int expectedVersion, AccountChange change) {
        try {
            return accounts.update(id, expectedVersion, change);
        } finally {
            cache.forget(id);
        }
    }

    @Override
    public Account create(AccountDetails details, String reference) {
        return accounts.create(details, reference);
    }

    @Override
    public Answer<Page<Account>> find(AccountFilter filter, PageRequest page, MaxAge maxAge) {
        return accounts.find(filter, page, maxAge);
    }

    @Override
    public Answer<Account> get(AccountId id, MaxAge maxAge) {
        return accounts.get(id, maxAge);
    }

    @Override
    public Answer<Map<AccountId, Account>> get(Collection<AccountId> ids, MaxAge maxAge) {
        return accounts.get(ids, maxAge);
    }

    @Override
    public List<Violation> objectionsTo(AccountDetails details) {
        return accounts.objectionsTo(details);
    }

    @Override
    public Optional<Account> createdAs(String reference) {
        return accounts.createdAs(reference);
    }
}
