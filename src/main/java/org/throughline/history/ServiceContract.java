package org.throughline.history;

import java.time.LocalDate;
import org.throughline.shared.AccountId;
import org.throughline.shared.ContractId;
import org.throughline.shared.Money;

/**
 * A contract to keep a customer's items in order.
 *
 * @param startsOn first day
 * @param endsOn the day after the last of the period that was agreed on
 * @param renews whether it goes on after that until somebody ends it
 * @param annualValue what a year of it costs the customer, without tax
 */
public record ServiceContract(
        ContractId id,
        AccountId account,
        String description,
        LocalDate startsOn,
        LocalDate endsOn,
        boolean renews,
        Money annualValue) {

    public ContractState state(LocalDate day) {
        if (day.isBefore(startsOn)) {
            return ContractState.PENDING;
        }
        return renews || day.isBefore(endsOn) ? ContractState.ACTIVE : ContractState.ENDED;
    }

    /** Whether it is in force on the day only because it renews itself. */
    public boolean isRenewed(LocalDate day) {
        return state(day) == ContractState.ACTIVE && !day.isBefore(endsOn);
    }
}
