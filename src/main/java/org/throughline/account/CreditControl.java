package org.throughline.account;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.throughline.shared.AccountId;
import org.throughline.shared.Answer;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.MaxAge;
import org.throughline.shared.ServiceFault;

/** Decides on credit by rules of this installation, from the open documents of an ERP that does not decide itself. */
public final class CreditControl implements Credits {

    private final CreditBooks books;
    private final CreditRules rules;

    public CreditControl(CreditBooks books, CreditRules rules) {
        this.books = books;
        this.rules = rules;
    }

    @Override
    public Answer<CreditStatus> status(AccountId account, LocalDate asOf, MaxAge maxAge) {
        return status(List.of(account), asOf, maxAge).map(found -> Optional.ofNullable(found.get(account))
                .orElseThrow(() -> new ServiceFault(ErrorCode.ACCOUNT_NOT_FOUND.at("account.id"))));
    }

    @Override
    public Answer<Map<AccountId, CreditStatus>> status(Collection<AccountId> accounts, LocalDate asOf, MaxAge maxAge) {
        return books.of(accounts, asOf, maxAge).map(found -> found.values().stream()
                .collect(toMap(CreditBook::account, book -> CreditStatus.of(book, rules))));
    }
}
