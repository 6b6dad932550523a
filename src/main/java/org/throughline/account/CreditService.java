package org.throughline.account;

import static org.throughline.shared.ErrorCode.ACCOUNT_NOT_FOUND;
import static org.throughline.shared.ErrorCode.INVALID_VALUE;
import static org.throughline.shared.ErrorCode.NO_EXCHANGE_RATE;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.throughline.shared.AccountId;
import org.throughline.shared.AccountResolver;
import org.throughline.shared.Answer;
import org.throughline.shared.CustomerRef;
import org.throughline.shared.Erp;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Money;
import org.throughline.shared.Operation;
import org.throughline.shared.ServiceFault;

/** Says what a customer owes and whether an order of some value would pass. */
public final class CreditService {

    private final Erp erp;
    private final Credits credits;
    private final ExchangeRates rates;
    private final AccountResolver customers;
    private final Clock clock;

    public CreditService(Erp erp, Credits credits, ExchangeRates rates, AccountResolver customers, Clock clock) {
        this.erp = erp;
        this.credits = credits;
        this.rates = rates;
        this.customers = customers;
        this.clock = clock;
    }

    /**
     * The credit of each account of a customer, the primary one first.
     *
     * @param proposed the value of an order, with tax; empty when there is none to check
     * @param currency of the proposed value; empty for the currency of each account
     * @param asOf empty for today
     * @throws ServiceFault ACCOUNT_NOT_FOUND, COMPANY_NOT_LINKED; INVALID_VALUE when the value is not positive;
     *     NO_EXCHANGE_RATE
     */
    public Answer<List<CreditReport>> status(
            CustomerRef customer,
            Optional<BigDecimal> proposed,
            Optional<Currency> currency,
            Optional<LocalDate> asOf,
            MaxAge maxAge) {
        erp.require(Operation.GET_CREDIT_STATUS);
        requirePositive(proposed);
        List<AccountId> accounts = customers.accountsOf(customer, "customer");
        LocalDate day = asOf.orElseGet(() -> LocalDate.now(clock));
        return credits.status(accounts, day, maxAge).map(found -> accounts.stream()
                .map(account -> present(found, account))
                .map(status -> report(status, proposed, currency))
                .toList());
    }

    private static void requirePositive(Optional<BigDecimal> proposed) {
        if (proposed.filter(amount -> amount.signum() <= 0).isPresent()) {
            throw new ServiceFault(INVALID_VALUE.at("proposedAmount", "The proposed amount must be above zero."));
        }
    }

    private static CreditStatus present(Map<AccountId, CreditStatus> found, AccountId account) {
        if (!found.containsKey(account)) {
            throw new ServiceFault(ACCOUNT_NOT_FOUND.at("customer"));
        }
        return found.get(account);
    }

    private CreditReport report(CreditStatus status, Optional<BigDecimal> proposed, Optional<Currency> currency) {
        return new CreditReport(
                status, proposed.map(amount -> verdict(status, new Money(amount, currency.orElse(status.currency())))));
    }

    private CreditVerdict verdict(CreditStatus status, Money proposed) {
        BigDecimal rate = rates.rate(proposed.currency(), status.currency(), status.asOf())
                .orElseThrow(() -> new ServiceFault(NO_EXCHANGE_RATE.at("proposedCurrency")));
        return status.check(proposed, rate);
    }
}
