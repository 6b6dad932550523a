package org.throughline.erp.embedded;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
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
import org.throughline.account.CreditStatus;
import org.throughline.account.Credits;
import org.throughline.account.ExchangeRates;
import org.throughline.database.KeyBatches;
import org.throughline.erp.embedded.OpenItems.Amounts;
import org.throughline.shared.AccountId;
import org.throughline.shared.Answer;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Money;
import org.throughline.shared.ServiceFault;

/** Credit in the embedded ERP: four statements for each 500 accounts, whatever they have open. */
@Component
class EmbeddedCredits implements Credits {

    private static final String ACCOUNTS = "select id, status, currency, credit_limit from account where id in (:ids)";

    private final JdbcClient jdbc;
    private final ExchangeRates rates;
    private final Clock clock;
    private final String dataset;

    EmbeddedCredits(@Qualifier("erp") JdbcClient jdbc, EmbeddedExchangeRates rates, Clock clock, EmbeddedErp erp) {
        this.jdbc = jdbc;
        this.rates = rates;
        this.clock = clock;
        this.dataset = erp.dataset();
    }

    @Override
    public Answer<CreditStatus> status(AccountId account, LocalDate asOf, MaxAge maxAge) {
        return status(List.of(account), asOf, maxAge).map(found -> Optional.ofNullable(found.get(account))
                .orElseThrow(() -> new ServiceFault(ErrorCode.ACCOUNT_NOT_FOUND.at("account.id"))));
    }

    @Override
    public Answer<Map<AccountId, CreditStatus>> status(Collection<AccountId> accounts, LocalDate asOf, MaxAge maxAge) {
        Instant now = clock.instant();
        Map<String, Debtor> debtors = debtors(accounts);
        new OpenItems(jdbc, asOf, LocalDate.now(clock))
                .of(debtors.keySet())
                .forEach((key, amounts) -> debtors.computeIfPresent(
                        key.account(),
                        (id, debtor) ->
                                debtor.plus(amounts, key.currency(), rate(key.currency(), debtor.currency(), asOf))));
        Map<AccountId, CreditStatus> found = new HashMap<>();
        debtors.values().forEach(debtor -> {
            CreditStatus status = debtor.status(dataset, asOf);
            found.put(status.account(), status);
        });
        return Answer.live(found, now);
    }

    private BigDecimal rate(Currency from, Currency to, LocalDate on) {
        return rates.rate(from, to, on)
                .orElseThrow(() -> new ServiceFault(ErrorCode.NO_EXCHANGE_RATE.at(
                        "", "A document of the account is in a currency that has no rate on that date.")));
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
                                row.getBigDecimal("credit_limit"),
                                Amounts.NONE))
                        .list())
                .forEach(debtor -> debtors.put(debtor.id(), debtor));
        return debtors;
    }

    /** @param limit null when there is none */
    private record Debtor(String id, AccountStatus status, Currency currency, BigDecimal limit, Amounts amounts) {

        Debtor plus(Amounts more, Currency from, BigDecimal rate) {
            return new Debtor(id, status, currency, limit, amounts.plus(more.converted(rate, currency)));
        }

        CreditStatus status(String dataset, LocalDate asOf) {
            Amounts rounded = amounts.converted(BigDecimal.ONE, currency);
            return new CreditStatus(
                    new AccountId(dataset, id),
                    currency,
                    asOf,
                    Optional.ofNullable(limit).map(value -> Money.round(value, currency)),
                    status != AccountStatus.ACTIVE,
                    rounded.invoices(),
                    rounded.uninvoicedDeliveries(),
                    rounded.openOrders(),
                    rounded.cash());
        }
    }
}
