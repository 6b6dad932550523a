package org.throughline.history;

import java.time.LocalDate;
import java.util.List;
import org.throughline.shared.AccountId;
import org.throughline.shared.InvoiceId;
import org.throughline.shared.OrderId;
import org.throughline.shared.ReturnId;

/**
 * Goods that a customer sends back.
 *
 * @param date of the request
 * @param order that delivered the goods; null when it is not known
 * @param customerReference the customer's own reference on the order; null when there is none
 * @param creditNotes empty until there is one; one for each invoice that the goods stand on
 */
public record Return(
        ReturnId id,
        AccountId account,
        LocalDate date,
        ReturnState state,
        OrderId order,
        String customerReference,
        List<InvoiceId> creditNotes,
        List<ReturnLine> lines) {

    public Return {
        creditNotes = List.copyOf(creditNotes);
        lines = List.copyOf(lines);
    }
}
