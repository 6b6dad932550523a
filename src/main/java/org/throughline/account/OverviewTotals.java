package org.throughline.account;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.Money;
import org.throughline.shared.ServiceFault;

/** Adds the credit of several accounts up in one currency. */
final class OverviewTotals {

    private final Currency target;
    private final UsedRates rates;
    private final List<CreditStatus> added = new ArrayList<>();

    OverviewTotals(Currency target, UsedRates rates) {
        this.target = target;
        this.rates = rates;
    }

    /** @throws ServiceFault NO_EXCHANGE_RATE */
    void add(CreditStatus credit) {
        rate(credit.currency());
        added.add(credit);
    }

    CompanyOverview.Totals totals() {
        return new CompanyOverview.Totals(
                target,
                sumIfAll(CreditStatus::limit),
                sumIfAll(CreditStatus::headroom),
                sum(CreditStatus::exposure),
                sum(CreditStatus::openInvoices),
                sum(CreditStatus::overdue),
                sum(CreditStatus::uninvoicedDeliveries),
                sum(CreditStatus::openOrders),
                sum(CreditStatus::unallocatedCash));
    }

    private BigDecimal rate(Currency from) {
        return rates.apply(from).orElseThrow(() -> new ServiceFault(ErrorCode.NO_EXCHANGE_RATE.at("currency")));
    }

    private Optional<BigDecimal> sumIfAll(Function<CreditStatus, Optional<BigDecimal>> amount) {
        boolean all = added.stream().allMatch(credit -> amount.apply(credit).isPresent());
        return all ? Optional.of(sum(amount.andThen(Optional::get))) : Optional.empty();
    }

    private BigDecimal sum(Function<CreditStatus, BigDecimal> amount) {
        BigDecimal total = added.stream()
                .map(credit -> amount.apply(credit).multiply(rate(credit.currency())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return Money.round(total, target);
    }
}
