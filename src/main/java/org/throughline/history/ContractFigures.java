package org.throughline.history;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import org.throughline.shared.Money;

/**
 * What a service contract brought in and cost from its first day up to and including a day: all amounts without tax, in the
 * contract's currency, rounded half-up to its minor unit.
 *
 * @param earned the annual value for each day in force, a year having 365 days
 * @param billed what was booked as revenue
 * @param costs by kind; only those that there are
 * @param cases how often somebody was called out
 */
public record ContractFigures(LocalDate asOf, Money earned, Money billed, Map<CostKind, Money> costs, int cases) {

    private static final BigDecimal DAYS_OF_A_YEAR = BigDecimal.valueOf(365);
    private static final int PERCENT_DECIMALS = 2;

    /** What a contract costs the seller. */
    public enum CostKind {
        LABOUR,
        PARTS,
        TRAVEL,
        OTHER
    }

    public ContractFigures {
        requireNonNull(asOf, "asOf");
        requireNonNull(earned, "earned");
        requireNonNull(billed, "billed");
        costs = costs.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(costs));
    }

    /** What a contract has earned up to a day. */
    public static Money earned(ServiceContract contract, LocalDate asOf) {
        LocalDate end = asOf.plusDays(1);
        LocalDate last = contract.renews() || end.isBefore(contract.endsOn()) ? end : contract.endsOn();
        long days = Math.max(0, ChronoUnit.DAYS.between(contract.startsOn(), last));
        BigDecimal whole = contract.annualValue().amount().multiply(BigDecimal.valueOf(days));
        int digits = contract.annualValue().currency().getDefaultFractionDigits();
        return new Money(
                whole.divide(DAYS_OF_A_YEAR, digits, RoundingMode.HALF_UP),
                contract.annualValue().currency());
    }

    public Money cost() {
        return costs.values().stream().reduce(Money.zero(earned.currency()), Money::plus);
    }

    /** What was earned less what it cost; negative when the contract loses money. */
    public Money result() {
        return earned.minus(cost());
    }

    /** The result in percent of what was earned, two decimals, half-up; null when nothing was earned. */
    public BigDecimal resultPercent() {
        return earned.amount().signum() == 0
                ? null
                : result().amount().movePointRight(2).divide(earned.amount(), PERCENT_DECIMALS, RoundingMode.HALF_UP);
    }
}
