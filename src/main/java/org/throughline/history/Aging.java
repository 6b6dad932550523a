package org.throughline.history;

import java.time.LocalDate;
import java.util.List;

/**
 * What a customer owes on invoices, by age.
 *
 * @param asOf the day
 * @param entries one for each account and currency with something open, in the order of accounts and currencies
 */
public record Aging(LocalDate asOf, List<AgedInvoices> entries) {

    public Aging {
        entries = List.copyOf(entries);
    }
}
