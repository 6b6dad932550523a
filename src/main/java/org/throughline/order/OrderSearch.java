package org.throughline.order;

import java.time.LocalDate;
import org.throughline.shared.CustomerRef;
import org.throughline.shared.QuotationId;

/**
 * Which orders a caller looks for; all conditions that are given must hold, null ones are not given.
 *
 * @param customer null for the orders of all accounts
 * @param from first order date
 * @param until first order date that is not wanted any more
 * @param customerReference the customer's own order number, exactly
 * @param request the request that the order came of
 * @param quotation that the order was made of
 */
public record OrderSearch(
        CustomerRef customer,
        Approval approval,
        Progress allocation,
        Delivery delivery,
        Progress invoicing,
        LocalDate from,
        LocalDate until,
        String customerReference,
        RequestKey request,
        QuotationId quotation) {}
