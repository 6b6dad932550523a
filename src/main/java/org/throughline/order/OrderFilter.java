package org.throughline.order;

import java.time.LocalDate;
import java.util.List;
import org.throughline.shared.AccountId;
import org.throughline.shared.QuotationId;

/**
 * Which orders are wanted; all conditions must hold.
 *
 * @param accounts empty for all
 * @param approval null for all
 * @param allocation null for all
 * @param delivery null for all
 * @param invoicing null for all
 * @param from first order date; null for no limit
 * @param until first order date that is not wanted any more; null for no limit
 * @param customerReference the customer's own order number, exactly; null for all
 * @param reference the reference under which an order was handed to the ERP; null for all
 * @param quotation that led to them; null for all
 */
public record OrderFilter(
        List<AccountId> accounts,
        Approval approval,
        Progress allocation,
        Delivery delivery,
        Progress invoicing,
        LocalDate from,
        LocalDate until,
        String customerReference,
        String reference,
        QuotationId quotation) {

    public OrderFilter {
        accounts = List.copyOf(accounts);
    }

    /** Whatever quotation led to them. */
    public OrderFilter(
            List<AccountId> accounts,
            Approval approval,
            Progress allocation,
            Delivery delivery,
            Progress invoicing,
            LocalDate from,
            LocalDate until,
            String customerReference,
            String reference) {
        this(accounts, approval, allocation, delivery, invoicing, from, until, customerReference, reference, null);
    }
}
