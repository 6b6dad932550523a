package org.throughline.account;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.Money;
import org.throughline.shared.ServiceFault;

/** Adds the credit of several accounts up in one currency, and remembers the rates it used. */
final class OverviewTotals {

    private final ExchangeRates source;
    private final Currency target;
    private final LocalDate day;
    private final Map<Currency, BigDecimal> used = new LinkedHashMap<>();
    private final List<CreditStatus> added = new ArrayList<>();

    OverviewTotals(ExchangeRates source, Currency target, LocalDate day) {
        this.source = source;
        this.target = target;
        this.day = day;
    }

    /** @throws ServiceFault NO_EXCHANGE_RATE */
    void add(CreditStatus credit) {
        used.computeIfAbsent(credit.currency(), this::rate);
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

    List<ExchangeRate> rates() {
        return used.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(target))
                .map(entry -> new ExchangeRate(entry.getKey(), target, entry.getValue(), day))
                .toList();
    }

    private BigDecimal rate(Currency from) {
        return source.rate(from, target, day)
                .orElseThrow(() -> new ServiceFault(ErrorCode.NO_EXCHANGE_RATE.at("currency")));
    }

    private Optional<BigDecimal> sumIfAll(Function<CreditStatus, Optional<BigDecimal>> amount) {
        boolean all = added.stream().allMatch(credit -> amount.apply(credit).isPresent());
        return all ? Optional.of(sum(amount.andThen(Optional::get))) : Optional.empty();
    }

    private BigDecimal sum(Function<CreditStatus, BigDecimal> amount) {
        BigDecimal total = added.stream()
                .map(credit -> amount.apply(credit).multiply(used.get(credit.currency())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return Money.round(total, target);
    }
}
