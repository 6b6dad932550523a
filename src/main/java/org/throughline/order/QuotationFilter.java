package org.throughline.order;

import java.time.LocalDate;
import java.util.List;
import org.throughline.shared.AccountId;

/**
 * Which quotations are wanted; all conditions must hold.
 *
 * @param accounts empty for all
 * @param from first date; null for no limit
 * @param until first date that is not wanted any more; null for no limit
 * @param customerReference the customer's own number, exactly; null for all
 */
public record QuotationFilter(List<AccountId> accounts, LocalDate from, LocalDate until, String customerReference) {

    public QuotationFilter {
        accounts = List.copyOf(accounts);
    }
}
