package org.throughline.history;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Set;
import org.throughline.shared.ItemId;
import org.throughline.shared.OrderId;

/**
 * Which invoices are wanted.
 *
 * @param dates of the invoices; never null
 * @param kind null for both
 * @param statuses empty for all
 * @param overdueOnly whether only those past their due date and not settled are wanted
 * @param item one that must be on a line; null for any
 * @param order that they invoice; null for any
 * @param customerReference the customer's own reference, exactly; null for any
 * @param amounts gross values; never null
 * @param asOf the day for which payments, status and days overdue are given; later invoices are left out;
 *     null for today
 */
public record InvoiceFilter(
        DateRange dates,
        InvoiceKind kind,
        Set<InvoiceStatus> statuses,
        boolean overdueOnly,
        ItemId item,
        OrderId order,
        String customerReference,
        AmountRange amounts,
        LocalDate asOf) {

    public static final InvoiceFilter ALL =
            new InvoiceFilter(DateRange.ALL, null, Set.of(), false, null, null, null, AmountRange.ALL, null);

    public InvoiceFilter {
        requireNonNull(dates, "dates");
        requireNonNull(amounts, "amounts");
        statuses = Set.copyOf(statuses);
    }

    /** Whether an invoice that the other conditions let through also has a status that is wanted. */
    public boolean wantsStatusOf(Invoice invoice) {
        return (statuses.isEmpty() || statuses.contains(invoice.status()))
                && (!overdueOnly || invoice.daysOverdue() > 0);
    }

    /** Whether it asks for a status, of which the ERP may know only today's. */
    public boolean hasStatus() {
        return overdueOnly || !statuses.isEmpty();
    }
}
