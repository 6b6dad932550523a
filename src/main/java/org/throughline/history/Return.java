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
 * @param creditNote null until there is one
 */
public record Return(
        ReturnId id,
        AccountId account,
        LocalDate date,
        ReturnState state,
        OrderId order,
        InvoiceId creditNote,
        List<ReturnLine> lines) {

    public Return {
        lines = List.copyOf(lines);
    }
}
