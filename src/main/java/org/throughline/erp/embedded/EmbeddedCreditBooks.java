package org.throughline.erp.embedded;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.account.AccountStatus;
import org.throughline.account.CreditBook;
import org.throughline.account.CreditBooks;
import org.throughline.account.OpenDocument;
import org.throughline.database.KeyBatches;
import org.throughline.shared.AccountId;
import org.throughline.shared.Answer;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Money;
import org.throughline.shared.ServiceFault;

/** Open documents of the embedded ERP: four statements for each 500 accounts, whatever they have open. */
@Component
class EmbeddedCreditBooks implements CreditBooks {

    private static final String ACCOUNTS = "select id, status, currency, credit_limit from account where id in (:ids)";

    private final JdbcClient jdbc;
    private final EmbeddedExchangeRates rates;
    private final Clock clock;
    private final String dataset;

    EmbeddedCreditBooks(@Qualifier("erp") JdbcClient jdbc, EmbeddedExchangeRates rates, Clock clock, EmbeddedErp erp) {
        this.jdbc = jdbc;
        this.rates = rates;
        this.clock = clock;
        this.dataset = erp.dataset();
    }

    @Override
    public Answer<Map<AccountId, CreditBook>> of(Collection<AccountId> accounts, LocalDate asOf, MaxAge maxAge) {
        Instant now = clock.instant();
        Map<String, Debtor> debtors = debtors(accounts);
        new OpenItems(jdbc, asOf, LocalDate.now(clock)).of(debtors.keySet()).forEach(item -> debtors.get(item.account())
                .add(item, asOf));
        Map<AccountId, CreditBook> found = new HashMap<>();
        debtors.values().forEach(debtor -> {
            CreditBook book = debtor.book(asOf);
            found.put(book.account(), book);
        });
        return Answer.live(found, now);
    }

    private Map<String, Debtor> debtors(Collection<AccountId> accounts) {
        List<String> ids = accounts.stream()
                .filter(account -> account.dataset().equals(dataset))
                .map(AccountId::value)
                .toList();
        Map<String, Debtor> debtors = new HashMap<>();
        KeyBatches.read(ids, batch -> jdbc.sql(ACCOUNTS)
                        .param("ids", batch)
                        .query((row, number) -> new Debtor(
                                row.getString("id"),
                                AccountStatus.valueOf(row.getString("status")),
                                Currency.getInstance(row.getString("currency")),
                                row.getBigDecimal("credit_limit")))
                        .list())
                .forEach(debtor -> debtors.put(debtor.id, debtor));
        return debtors;
    }

    /** Collects what an account has open, in its own currency. */
    private final class Debtor {

        private final String id;
        private final AccountStatus status;
        private final Currency currency;
        private final BigDecimal limit;
        private final List<OpenDocument> documents = new ArrayList<>();
        private final Map<Currency, BigDecimal> known = new HashMap<>();

        /** @param limit null when there is none */
        private Debtor(String id, AccountStatus status, Currency currency, BigDecimal limit) {
            this.id = id;
            this.status = status;
            this.currency = currency;
            this.limit = limit;
        }

        private void add(OpenItems.Item item, LocalDate asOf) {
            BigDecimal rate = known.computeIfAbsent(item.currency(), from -> rate(from, asOf));
            documents.add(new OpenDocument(
                    item.kind(),
                    item.document(),
                    item.date(),
                    item.dueOn(),
                    item.currency(),
                    Money.round(item.amount(), item.currency()),
                    Money.round(item.amount().multiply(rate), currency)));
        }

        private BigDecimal rate(Currency from, LocalDate on) {
            return rates.rate(from, currency, on)
                    .orElseThrow(() -> new ServiceFault(ErrorCode.NO_EXCHANGE_RATE.at(
                            "", "A document of the account is in a currency that has no rate on that date.")));
        }

        private CreditBook book(LocalDate asOf) {
            return new CreditBook(
                    new AccountId(dataset, id),
                    currency,
                    asOf,
                    Optional.ofNullable(limit).map(value -> Money.round(value, currency)),
                    status != AccountStatus.ACTIVE,
                    documents);
        }
    }
}
