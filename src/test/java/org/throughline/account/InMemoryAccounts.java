package org.throughline.account;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.throughline.shared.AccountId;
import org.throughline.shared.Answer;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.Violation;

/** Accounts in memory; one page holds all. */
final class InMemoryAccounts implements Accounts {

    static final String DATASET = "main";

    private final Map<AccountId, Account> accounts = new LinkedHashMap<>();
    private final Map<String, AccountId> byReference = new HashMap<>();
    private final List<Violation> objections = new ArrayList<>();
    private RuntimeException failure;

    int size() {
        return accounts.size();
    }

    void objectTo(Violation violation) {
        objections.add(violation);
    }

    void objectToNothing() {
        objections.clear();
    }

    /** Makes the next creation fail, after saving when the outcome is unknown. */
    void failOnce(RuntimeException next) {
        failure = next;
    }

    AccountId add(String id, String currency) {
        AccountId account = new AccountId(DATASET, id);
        accounts.put(account, account(account, id, currency));
        return account;
    }

    @Override
    public Answer<Page<Account>> find(AccountFilter filter, PageRequest page, MaxAge maxAge) {
        return live(new Page<>(List.copyOf(accounts.values()), Optional.empty()));
    }

    @Override
    public Answer<Account> get(AccountId id, MaxAge maxAge) {
        return get(List.of(id), maxAge).map(found -> Optional.ofNullable(found.get(id))
                .orElseThrow(() -> new ServiceFault(ErrorCode.ACCOUNT_NOT_FOUND.at("account.id"))));
    }

    @Override
    public Answer<Map<AccountId, Account>> get(Collection<AccountId> ids, MaxAge maxAge) {
        Map<AccountId, Account> found = new HashMap<>(accounts);
        found.keySet().retainAll(ids);
        return live(found);
    }

    @Override
    public List<Violation> objectionsTo(AccountDetails details) {
        return List.copyOf(objections);
    }

    @Override
    public Optional<Account> createdAs(String reference) {
        return Optional.ofNullable(byReference.get(reference)).map(accounts::get);
    }

    @Override
    public Account create(AccountDetails details, String reference) {
        RuntimeException next = failure;
        failure = null;
        if (next instanceof ServiceFault fault && fault.code() != ErrorCode.OUTCOME_UNKNOWN) {
            throw next;
        }
        AccountId id = byReference.computeIfAbsent(reference, unused -> new AccountId(DATASET, "A" + accounts.size()));
        accounts.put(id, account(id, details.name(), details.currency()));
        if (next != null) {
            throw next;
        }
        return accounts.get(id);
    }

    @Override
    public Account update(AccountId id, int expectedVersion, AccountChange change) {
        throw new AssertionError("not to be reached");
    }

    private static Account account(AccountId id, String name, String currency) {
        return new Account(
                id,
                name,
                AccountStatus.ACTIVE,
                List.of(),
                "GB",
                Currency.getInstance(currency),
                null,
                null,
                null,
                new TaxRegistration("GB", null, null),
                null,
                List.of(),
                List.of(),
                1,
                Instant.EPOCH);
    }

    private static <T> Answer<T> live(T value) {
        return Answer.live(value, Instant.EPOCH);
    }
}
