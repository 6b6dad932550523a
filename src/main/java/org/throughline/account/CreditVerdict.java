package org.throughline.account;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.Money;

/**
 * Whether an order of a certain value would pass the credit check.
 *
 * @param proposed the value asked about
 * @param rate what one of its currency is worth in the account's currency; 1 when they are the same
 * @param needed the value in the account's currency, rounded half-up
 * @param objections ACCOUNT_ON_HOLD, CREDIT_OVERDUE, CREDIT_EXCEEDED; empty when it passes
 * @param headroom credit left before the order, in the account's currency; negative when the limit is exceeded already,
 *     empty when there is no limit
 * @param largest the largest value that would pass, in the proposed currency; empty when there is no limit
 * @param release the payment that would make it pass; empty when it passes, or when no payment would
 */
public record CreditVerdict(
        Money proposed,
        BigDecimal rate,
        Money needed,
        List<ErrorCode> objections,
        Optional<BigDecimal> headroom,
        Optional<Money> largest,
        Optional<Release> release) {

    public CreditVerdict {
        objections = List.copyOf(objections);
    }

    public boolean passes() {
        return objections.isEmpty();
    }
}
