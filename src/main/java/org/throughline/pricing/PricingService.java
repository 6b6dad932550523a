package org.throughline.pricing;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import org.throughline.shared.AccountId;
import org.throughline.shared.AccountResolver;
import org.throughline.shared.Answer;
import org.throughline.shared.CustomerRef;
import org.throughline.shared.Erp;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Operation;
import org.throughline.shared.Remedy;
import org.throughline.shared.ServiceFault;

/** Prices baskets for customers and prospects. */
public final class PricingService {

    public static final int MAX_LINES = 10_000;

    private final Erp erp;
    private final AccountResolver accounts;
    private final Prices prices;
    private final Clock clock;

    public PricingService(Erp erp, AccountResolver accounts, Prices prices, Clock clock) {
        this.erp = erp;
        this.accounts = accounts;
        this.prices = prices;
        this.clock = clock;
    }

    /**
     * Prices a basket; all or nothing.
     *
     * @throws ServiceFault TOO_MANY_LINES; at "customer" COMPANY_NOT_LINKED, NO_PRIMARY_ACCOUNT or ACCOUNT_NOT_FOUND; or
     *     all of ITEM_NOT_FOUND, ITEM_BLOCKED, UNIT_NOT_FOUND, INVALID_QUANTITY, NO_PRICE, NO_TAX_RULE at line[n].item,
     *     .unit, .quantity and NO_EXCHANGE_RATE at "currency"
     */
    public Answer<PricedDocument> calculate(PriceRequest request, MaxAge maxAge) {
        erp.require(Operation.CALCULATE_PRICES);
        requireFewLines(request);
        return prices.calculate(dated(request.withBuyer(resolved(request.buyer()))), maxAge);
    }

    private static void requireFewLines(PriceRequest request) {
        if (request.lines().isEmpty()) {
            throw new ServiceFault(ErrorCode.INVALID_VALUE.at("line", "A basket has at least one line."));
        }
        if (request.lines().size() > MAX_LINES) {
            Remedy remedy = Remedy.atMost("Split the request.", BigDecimal.valueOf(MAX_LINES));
            throw new ServiceFault(ErrorCode.TOO_MANY_LINES.at("line").withRemedy(remedy));
        }
    }

    private PriceRequest dated(PriceRequest request) {
        return request.date() == null ? request.on(LocalDate.now(clock)) : request;
    }

    private Buyer resolved(Buyer buyer) {
        if (buyer instanceof Buyer.Customer customer) {
            return new Buyer.Customer(new CustomerRef.ByAccount(account(customer.ref())));
        }
        return buyer;
    }

    private AccountId account(CustomerRef customer) {
        return accounts.accountFor(customer, "customer");
    }
}
