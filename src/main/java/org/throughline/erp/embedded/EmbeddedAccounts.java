package org.throughline.erp.embedded;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.account.Account;
import org.throughline.account.AccountChange;
import org.throughline.account.AccountDetails;
import org.throughline.account.AccountFilter;
import org.throughline.account.Accounts;
import org.throughline.database.DocumentNumbers;
import org.throughline.shared.AccountId;
import org.throughline.shared.Answer;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;
import org.throughline.shared.Remedy;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.Violation;

/** Accounts of the embedded ERP. */
@Component
class EmbeddedAccounts implements Accounts {

    private static final String BRANCH = """
            select id from branch
            order by case when country = ? then 0 when currency = ? then 1 else 2 end, id fetch first 1 rows only""";
    private static final String LIST_OF_OTHER_CURRENCY = "select id from price_list where id = ? and currency <> ?";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final DocumentNumbers numbers;
    private final Clock clock;
    private final String dataset;
    private final AccountReader reader;
    private final AccountWriter writer;

    EmbeddedAccounts(
            @Qualifier("erp") JdbcClient jdbc,
            @Qualifier("erp") DataSource dataSource,
            @Qualifier("erp") TransactionTemplate transactions,
            DocumentNumbers numbers,
            Clock clock,
            EmbeddedErp erp) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.numbers = numbers;
        this.clock = clock;
        this.dataset = erp.dataset();
        this.reader = new AccountReader(jdbc, dataset);
        this.writer = new AccountWriter(jdbc, dataSource);
    }

    @Override
    public Answer<Page<Account>> find(AccountFilter filter, PageRequest page, MaxAge maxAge) {
        Instant now = clock.instant();
        Page<String> ids = AccountSearch.of(filter).page(jdbc, page);
        Map<String, Account> accounts = reader.read(ids.entries());
        return Answer.live(ids.map(accounts::get), now);
    }

    @Override
    public Answer<Account> get(AccountId id, MaxAge maxAge) {
        return get(List.of(id), maxAge)
                .map(found -> Optional.ofNullable(found.get(id)).orElseThrow(EmbeddedAccounts::notFound));
    }

    @Override
    public Answer<Map<AccountId, Account>> get(Collection<AccountId> ids, MaxAge maxAge) {
        Instant now = clock.instant();
        Map<AccountId, Account> accounts = new HashMap<>();
        reader.read(ids.stream()
                        .filter(id -> id.dataset().equals(dataset))
                        .map(AccountId::value)
                        .toList())
                .values()
                .forEach(account -> accounts.put(account.id(), account));
        return Answer.live(accounts, now);
    }

    @Override
    public List<Violation> objectionsTo(AccountDetails details) {
        return AccountObjections.to(details, jdbc);
    }

    @Override
    public Optional<Account> createdAs(String reference) {
        return jdbc.sql("select id from account where request_id = ?")
                .param(reference)
                .query(String.class)
                .optional()
                .map(this::read);
    }

    @Override
    public Account create(AccountDetails details, String reference) {
        try {
            return read(transactions.execute(status -> insert(details, reference)));
        } catch (DuplicateKeyException createdMeanwhile) {
            return createdAs(reference).orElseThrow(() -> createdMeanwhile);
        }
    }

    @Override
    public Account update(AccountId id, int expectedVersion, AccountChange change) {
        transactions.executeWithoutResult(status -> change(id.value(), expectedVersion, change));
        return read(id.value());
    }

    private String insert(AccountDetails details, String reference) {
        String id = "AC-%06d".formatted(numbers.next("account_number"));
        writer.insert(id, AccountState.of(details, branchFor(details)), reference, clock.instant());
        return id;
    }

    private String branchFor(AccountDetails details) {
        return jdbc.sql(BRANCH)
                .params(AccountState.taxCountry(details), details.currency())
                .query(String.class)
                .optional()
                .orElseThrow(() -> new ServiceFault(
                        ErrorCode.INVALID_VALUE.at("branch", "The ERP has no branch to sell from yet.")));
    }

    private void change(String id, int expectedVersion, AccountChange change) {
        if (!writer.raiseVersion(id, expectedVersion, clock.instant())) {
            throw Optional.ofNullable(reader.read(List.of(id)).get(id))
                    .map(present -> conflict())
                    .orElseGet(EmbeddedAccounts::notFound);
        }
        Account present = read(id);
        requirePriceListIn(present, change.given().priceList());
        writer.update(id, AccountState.of(present, change));
    }

    private void requirePriceListIn(Account account, String priceList) {
        boolean wrong = priceList != null
                && jdbc.sql(LIST_OF_OTHER_CURRENCY)
                        .params(priceList, account.currency().getCurrencyCode())
                        .query(String.class)
                        .optional()
                        .isPresent();
        if (wrong) {
            throw new ServiceFault(
                    ErrorCode.INVALID_VALUE.at("priceList", "The price list is not in the currency of the account."));
        }
    }

    private Account read(String id) {
        return reader.read(List.of(id)).get(id);
    }

    private static ServiceFault notFound() {
        return new ServiceFault(ErrorCode.ACCOUNT_NOT_FOUND.at("account.id"));
    }

    private static ServiceFault conflict() {
        return new ServiceFault(ErrorCode.VERSION_CONFLICT
                .at("expectedVersion")
                .withRemedy(Remedy.of("Read the account again and decide with what it is now.")));
    }
}
