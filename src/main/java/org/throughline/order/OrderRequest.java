package org.throughline.order;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.throughline.shared.AccountId;
import org.throughline.shared.CustomerRef;
import org.throughline.shared.ItemId;
import org.throughline.shared.PostalAddress;

/**
 * What a customer wants to have.
 *
 * @param customerReference the customer's own order number; null when there is none
 * @param requiredDate when the goods are wanted; null for as soon as possible
 * @param currency null for the account's currency
 * @param shipTo null for the account's delivery address
 * @param expected null when the caller expects no particular totals
 */
public record OrderRequest(
        CustomerRef customer,
        String customerReference,
        LocalDate requiredDate,
        Currency currency,
        PostalAddress shipTo,
        DeliveryPolicy delivery,
        CreditPolicy onCreditShortage,
        StockPolicy onStockShortage,
        ExpectedTotals expected,
        List<Line> lines)
        implements OrderBasis {

    public static final int MAX_LINES = 10_000;

    public OrderRequest {
        requireNonNull(customer, "customer");
        requireNonNull(delivery, "delivery");
        requireNonNull(onCreditShortage, "onCreditShortage");
        requireNonNull(onStockShortage, "onStockShortage");
        lines = List.copyOf(lines);
    }

    /** The same for an account, with no totals expected. */
    OrderRequest by(AccountId account) {
        return new OrderRequest(
                new CustomerRef.ByAccount(account),
                customerReference,
                requiredDate,
                currency,
                shipTo,
                delivery,
                onCreditShortage,
                onStockShortage,
                null,
                lines);
    }

    /** The same, waiting for credit and for what is not in stock. */
    OrderRequest waiting() {
        return new OrderRequest(
                customer,
                customerReference,
                requiredDate,
                currency,
                shipTo,
                delivery,
                CreditPolicy.HOLD,
                StockPolicy.BACKORDER,
                expected,
                lines);
    }

    /** The same, waiting for what is not in stock, and with required days that have passed left out. */
    OrderRequest waitingFrom(LocalDate today) {
        return new OrderRequest(
                customer,
                customerReference,
                notBefore(today, requiredDate),
                currency,
                shipTo,
                delivery,
                onCreditShortage,
                StockPolicy.BACKORDER,
                expected,
                lines.stream().map(line -> line.notBefore(today)).toList());
    }

    private static LocalDate notBefore(LocalDate today, LocalDate date) {
        return date == null || date.isBefore(today) ? null : date;
    }

    /**
     * An item wanted.
     *
     * @param quantity as the caller sent it, not yet checked
     * @param unit null for the item's sales unit
     * @param requiredDate null for the date of the order
     * @param warehouse null for the account's warehouse
     * @param agreed a price agreed with the customer that the ERP does not know; null: the ERP's prices count
     */
    public record Line(
            ItemId item,
            BigDecimal quantity,
            String unit,
            LocalDate requiredDate,
            String warehouse,
            AgreedPrice agreed) {

        public Line {
            requireNonNull(item, "item");
            requireNonNull(quantity, "quantity");
        }

        /** A line at the ERP's price. */
        public Line(ItemId item, BigDecimal quantity, String unit, LocalDate requiredDate, String warehouse) {
            this(item, quantity, unit, requiredDate, warehouse, null);
        }

        private Line notBefore(LocalDate today) {
            return new Line(item, quantity, unit, OrderRequest.notBefore(today, requiredDate), warehouse, agreed);
        }
    }
}
