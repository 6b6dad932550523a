package org.throughline.erp.tryton;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.throughline.account.CreditStatus;
import org.throughline.account.Credits;
import org.throughline.shared.AccountId;
import org.throughline.shared.Answer;
import org.throughline.shared.Erp;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Money;
import org.throughline.shared.ServiceFault;

/**
 * Credit as Tryton decides on it: its credit amount is what customers owe, with tax, and what they have ordered and were not invoiced
 * for, without tax. That includes what was delivered. Tryton knows no rules of ours: everything counts, nothing is tolerated, and
 * all of it is in the currency of the company's books. Two calls, whatever the number of accounts.
 */
@Component
class TrytonCredits implements Credits {

    private static final TrytonQuery PARTIES =
            TrytonQuery.of(TrytonParties.MODEL, "code", "active", "credit_limit_amount", "credit_amount", "receivable");

    private final TrytonClient tryton;
    private final TrytonCurrencies currencies;
    private final Clock clock;
    private final TrytonIds ids;

    TrytonCredits(TrytonClient tryton, TrytonCurrencies currencies, Clock clock, Erp erp) {
        this.tryton = tryton;
        this.currencies = currencies;
        this.clock = clock;
        this.ids = new TrytonIds(erp.dataset());
    }

    @Override
    public Answer<CreditStatus> status(AccountId account, LocalDate asOf, MaxAge maxAge) {
        return status(List.of(account), asOf, maxAge).map(found -> Optional.ofNullable(found.get(account))
                .orElseThrow(() -> new ServiceFault(ErrorCode.ACCOUNT_NOT_FOUND.at("account.id"))));
    }

    @Override
    public Answer<Map<AccountId, CreditStatus>> status(Collection<AccountId> accounts, LocalDate asOf, MaxAge maxAge) {
        Instant now = clock.instant();
        List<String> codes = accounts.stream()
                .filter(account -> account.dataset().equals(ids.dataset()))
                .map(AccountId::value)
                .distinct()
                .toList();
        return Answer.live(codes.isEmpty() ? Map.of() : read(codes, asOf), now);
    }

    private Map<AccountId, CreditStatus> read(List<String> codes, LocalDate asOf) {
        List<TrytonRecord> parties =
                tryton.searchRead(PARTIES.where("code", "in", codes).where("active", "in", List.of(true, false)));
        Map<Long, List<TrytonRecord>> open =
                TrytonOpenItems.rows(
                                tryton, parties.stream().map(TrytonRecord::id).toList(), asOf)
                        .stream()
                        .collect(groupingBy(row -> row.id("party")));
        return parties.stream()
                .map(party -> status(party, asOf, open.getOrDefault(party.id(), List.of())))
                .collect(toMap(CreditStatus::account, status -> status));
    }

    private CreditStatus status(TrytonRecord party, LocalDate asOf, List<TrytonRecord> open) {
        Currency currency = currencies.own().currency();
        TrytonOpenItems items = new TrytonOpenItems(open, currency);
        BigDecimal ordered = party.decimal("credit_amount").subtract(party.decimal("receivable"));
        return CreditStatus.ofSums(
                        ids.account(party.text("code")),
                        currency,
                        asOf,
                        Optional.ofNullable(party.decimal("credit_limit_amount"))
                                .map(limit -> Money.round(limit, currency)),
                        !party.flag("active"),
                        items.aged(asOf),
                        Money.zero(currency).amount(),
                        Money.round(ordered, currency),
                        items.unallocated())
                .ordersWithoutTax();
    }
}
