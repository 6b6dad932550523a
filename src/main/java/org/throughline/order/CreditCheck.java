package org.throughline.order;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.throughline.account.CreditStatus;
import org.throughline.account.CreditVerdict;
import org.throughline.account.Credits;
import org.throughline.account.ExchangeRates;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Money;
import org.throughline.shared.Remedy;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.Violation;

/** Whether the account may have what it orders. */
final class CreditCheck {

    private final Credits credits;
    private final ExchangeRates rates;

    CreditCheck(Credits credits, ExchangeRates rates) {
        this.credits = credits;
        this.rates = rates;
    }

    /**
     * Reads the credit from the ERP now. What was invoiced of the order counts as an invoice already.
     *
     * @return empty when the order passes
     * @throws ServiceFault NO_EXCHANGE_RATE
     */
    List<Violation> check(OrderContent order) {
        CreditStatus status =
                credits.status(order.account(), order.orderDate(), MaxAge.LIVE).value();
        Money asked = new Money(order.toBeInvoiced(status.ordersWithTax()), order.currency());
        CreditVerdict verdict = status.check(asked, rate(order, status));
        return verdict.objections().stream()
                .map(objection -> violation(objection, verdict))
                .toList();
    }

    private BigDecimal rate(OrderContent order, CreditStatus status) {
        LocalDate day = order.orderDate();
        return rates.rate(order.currency(), status.currency(), day, MaxAge.LIVE)
                .value()
                .orElseThrow(() -> new ServiceFault(ErrorCode.NO_EXCHANGE_RATE.at(Paths.CURRENCY)));
    }

    private static Violation violation(ErrorCode objection, CreditVerdict verdict) {
        Violation violation = objection.at(Paths.CUSTOMER);
        return switch (objection) {
            case CREDIT_EXCEEDED ->
                violation.withRemedy(verdict.largest()
                        .map(largest -> Remedy.atMost(
                                "Order for no more than the credit left" + payment(verdict, ", or pay ") + ".",
                                largest.amount()))
                        .orElse(Remedy.NONE));
            case CREDIT_OVERDUE ->
                violation.withRemedy(
                        verdict.release().isPresent() ? Remedy.of(payment(verdict, "Pay ") + ".") : Remedy.NONE);
            default -> violation;
        };
    }

    private static String payment(CreditVerdict verdict, String introduction) {
        return verdict.release()
                .map(release -> introduction + release.amount().toPlainString() + " "
                        + verdict.needed().currency().getCurrencyCode())
                .orElse("");
    }
}
