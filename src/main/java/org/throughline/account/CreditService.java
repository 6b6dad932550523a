package org.throughline.account;

import static org.throughline.shared.ErrorCode.ACCOUNT_NOT_FOUND;
import static org.throughline.shared.ErrorCode.INVALID_VALUE;
import static org.throughline.shared.ErrorCode.NO_EXCHANGE_RATE;
import static org.throughline.shared.ErrorCode.TOO_MANY_LINES;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.throughline.account.BasketPrices.PricedBasket;
import org.throughline.shared.AccountId;
import org.throughline.shared.AccountResolver;
import org.throughline.shared.Answer;
import org.throughline.shared.CustomerRef;
import org.throughline.shared.Erp;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Money;
import org.throughline.shared.Operation;
import org.throughline.shared.Remedy;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.Violation;

/** Says what a customer owes and whether an order of some value would pass. */
public final class CreditService {

    private static final String CURRENCY = "proposedCurrency";

    private final Erp erp;
    private final Credits credits;
    private final ExchangeRates rates;
    private final BasketPrices prices;
    private final AccountResolver customers;
    private final Clock clock;

    public CreditService(
            Erp erp,
            Credits credits,
            ExchangeRates rates,
            BasketPrices prices,
            AccountResolver customers,
            Clock clock) {
        this.erp = erp;
        this.credits = credits;
        this.rates = rates;
        this.prices = prices;
        this.customers = customers;
        this.clock = clock;
    }

    /**
     * The credit of each account of a customer, the primary one first.
     *
     * @param asOf empty for today
     * @throws ServiceFault ACCOUNT_NOT_FOUND, COMPANY_NOT_LINKED; INVALID_VALUE when the proposed amount is not positive or
     *     the basket is empty; TOO_MANY_LINES; NO_EXCHANGE_RATE; what a basket cannot be priced for, at basket.line[n]
     */
    public Answer<List<CreditReport>> status(
            CustomerRef customer, Proposal proposal, Optional<LocalDate> asOf, MaxAge maxAge) {
        erp.require(Operation.GET_CREDIT_STATUS);
        requireSensible(proposal);
        List<AccountId> accounts = customers.accountsOf(customer, "customer");
        LocalDate day = asOf.orElseGet(() -> LocalDate.now(clock));
        return credits.status(accounts, day, ageOf(proposal, maxAge)).map(found -> accounts.stream()
                .map(account -> report(present(found, account), proposal, maxAge))
                .toList());
    }

    /** What might be ordered next is decided on by what holds now. */
    private static MaxAge ageOf(Proposal proposal, MaxAge maxAge) {
        return proposal instanceof Proposal.Nothing ? maxAge : MaxAge.LIVE;
    }

    private static void requireSensible(Proposal proposal) {
        if (proposal instanceof Proposal.Amount proposed && proposed.amount().signum() <= 0) {
            throw new ServiceFault(INVALID_VALUE.at("proposedAmount", "The proposed amount must be above zero."));
        }
        if (proposal instanceof Proposal.Basket basket && basket.lines().size() > Proposal.Basket.MAX_LINES) {
            Remedy remedy = Remedy.atMost("Ask about fewer lines.", BigDecimal.valueOf(Proposal.Basket.MAX_LINES));
            throw new ServiceFault(TOO_MANY_LINES.at("basket.line").withRemedy(remedy));
        }
    }

    private static CreditStatus present(Map<AccountId, CreditStatus> found, AccountId account) {
        if (!found.containsKey(account)) {
            throw new ServiceFault(ACCOUNT_NOT_FOUND.at("customer"));
        }
        return found.get(account);
    }

    private CreditReport report(CreditStatus status, Proposal proposal, MaxAge maxAge) {
        if (proposal instanceof Proposal.Amount proposed) {
            Money amount = new Money(proposed.amount(), proposed.currency().orElse(status.currency()));
            return new CreditReport(status, Optional.of(verdict(status, amount)), Optional.empty());
        }
        return proposal instanceof Proposal.Basket basket
                ? report(status, basket, maxAge)
                : new CreditReport(status, Optional.empty(), Optional.empty());
    }

    private CreditReport report(CreditStatus status, Proposal.Basket basket, MaxAge maxAge) {
        PricedBasket priced = priced(status.account(), basket, maxAge);
        CreditVerdict verdict = verdict(status, priced.counted(status));
        BasketCheck check = new BasketCheck(prices, status, basket, priced, verdict);
        return new CreditReport(status, Optional.of(verdict), Optional.of(check.verdict()));
    }

    private PricedBasket priced(AccountId account, Proposal.Basket basket, MaxAge maxAge) {
        try {
            return prices.price(account, basket, maxAge);
        } catch (ServiceFault notSold) {
            throw new ServiceFault(
                    notSold.violations().stream().map(CreditService::inBasket).toList());
        }
    }

    /** The currency stands beside the basket, its lines in it. */
    private static Violation inBasket(Violation violation) {
        String path =
                switch (violation.path()) {
                    case "currency" -> CURRENCY;
                    case "" -> "basket";
                    default -> "basket." + violation.path();
                };
        return new Violation(violation.code(), path, violation.message(), violation.remedy());
    }

    private CreditVerdict verdict(CreditStatus status, Money proposed) {
        BigDecimal rate = rates.rate(proposed.currency(), status.currency(), status.asOf(), MaxAge.LIVE)
                .value()
                .orElseThrow(() -> new ServiceFault(NO_EXCHANGE_RATE.at(CURRENCY)));
        return status.check(proposed, rate);
    }
}
