package org.throughline.account;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.throughline.shared.AccountId;
import org.throughline.shared.InvoiceId;
import org.throughline.shared.Money;
import org.throughline.shared.OrderId;
import org.throughline.shared.ReturnId;
import org.throughline.shared.ShipmentId;

/**
 * What goes on between us and some accounts. Every row names its account.
 *
 * @param openOrders not cancelled and not invoiced in full, the newest first
 * @param lastInvoices and credit notes, the newest first
 * @param shipmentsUnderWay not delivered yet, the newest first; null when the ERP does not hear of deliveries
 * @param openReturns neither credited nor rejected, the newest first; null when the ERP keeps none
 * @param contracts that have not ended, those that run longest first; null when the ERP keeps none
 */
public record Activity(
        Excerpt<OpenOrder> openOrders,
        Excerpt<LastInvoice> lastInvoices,
        Excerpt<ShipmentUnderWay> shipmentsUnderWay,
        Excerpt<OpenReturn> openReturns,
        Excerpt<Contract> contracts) {

    /**
     * @param customerReference the customer's own order number; null when not given
     * @param gross with tax
     * @param delivery how far it is delivered: NONE, PARTIAL, SHIPPED or DELIVERED
     * @param invoicing how far it is invoiced: NONE or PARTIAL
     */
    public record OpenOrder(
            AccountId account,
            OrderId id,
            LocalDate orderedOn,
            LocalDate requiredOn,
            String customerReference,
            Money gross,
            String delivery,
            String invoicing,
            boolean onHold) {}

    /** @param creditNote whether it is a credit note; its amounts are positive all the same */
    public record LastInvoice(
            AccountId account,
            InvoiceId id,
            boolean creditNote,
            LocalDate issuedOn,
            LocalDate dueOn,
            Money gross,
            BigDecimal outstanding) {}

    /** Carrier, consignment, tracking address and order may be null. */
    public record ShipmentUnderWay(
            AccountId account,
            ShipmentId id,
            OrderId order,
            LocalDate shippedOn,
            String carrier,
            String consignment,
            String trackingUrl) {}

    /**
     * @param order null when it was made without one
     * @param status REQUESTED, AUTHORISED or RECEIVED
     */
    public record OpenReturn(AccountId account, ReturnId id, OrderId order, LocalDate requestedOn, String status) {}

    /**
     * @param endsOn first day after it
     * @param renews whether it is renewed when nobody cancels it
     */
    public record Contract(
            AccountId account,
            String id,
            String description,
            LocalDate startsOn,
            LocalDate endsOn,
            boolean renews,
            Money annualValue) {}
}
