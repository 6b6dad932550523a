package org.throughline.order;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.throughline.pricing.OrderAdjustment;
import org.throughline.shared.AccountId;
import org.throughline.shared.DocumentTotals;
import org.throughline.shared.Money;
import org.throughline.shared.PostalAddress;
import org.throughline.shared.TaxSubtotal;

/**
 * What is ordered, at which prices.
 *
 * @param customerReference the customer's own order number; null when there is none
 * @param requiredDate null for as soon as possible
 * @param pricesIncludeTax whether list and unit prices include tax; nets never do
 * @param shipTo null when the ERP delivers to the account's own address
 * @param adjustments discounts and charges on the whole
 */
public record OrderContent(
        AccountId account,
        String customerReference,
        LocalDate orderDate,
        LocalDate requiredDate,
        Currency currency,
        boolean pricesIncludeTax,
        PostalAddress shipTo,
        DeliveryPolicy delivery,
        List<OrderLine> lines,
        List<OrderAdjustment> adjustments,
        List<TaxSubtotal> taxes,
        DocumentTotals totals) {

    private static final int SHARE_DECIMALS = 10;

    public OrderContent {
        requireNonNull(account, "account");
        requireNonNull(orderDate, "orderDate");
        requireNonNull(currency, "currency");
        requireNonNull(delivery, "delivery");
        requireNonNull(totals, "totals");
        lines = List.copyOf(lines);
        adjustments = List.copyOf(adjustments);
        taxes = List.copyOf(taxes);
    }

    /** How much of the lines is reserved or shipped already. */
    public Progress allocation() {
        if (lines.stream().allMatch(line -> line.backordered().signum() <= 0)) {
            return Progress.FULL;
        }
        boolean nothing = lines.stream()
                .allMatch(line -> line.backordered().compareTo(line.quantity().value()) >= 0);
        return nothing ? Progress.NONE : Progress.PARTIAL;
    }

    /**
     * How far the lines are delivered.
     *
     * @param arrived whether everything that was shipped has arrived
     */
    public Delivery delivery(boolean arrived) {
        if (lines.stream().allMatch(line -> line.progress().shipped().signum() == 0)) {
            return Delivery.NONE;
        }
        boolean everything = lines.stream()
                .allMatch(line ->
                        line.progress().shipped().compareTo(line.quantity().value()) >= 0);
        return everything ? arrived ? Delivery.DELIVERED : Delivery.SHIPPED : Delivery.PARTIAL;
    }

    /**
     * What of the total, with tax or without, was not invoiced yet, rounded half-up to the minor unit: a line's part of the total is that of
     * its net.
     */
    public BigDecimal toBeInvoiced(boolean withTax) {
        BigDecimal all = withTax ? totals.gross() : totals.net();
        BigDecimal invoiced = lines.stream().map(OrderLine::invoicedNet).reduce(BigDecimal.ZERO, BigDecimal::add);
        return invoiced.signum() == 0 || totals.lineNet().signum() == 0
                ? all
                : Money.round(
                        all.subtract(
                                all.multiply(invoiced).divide(totals.lineNet(), SHARE_DECIMALS, RoundingMode.HALF_UP)),
                        currency);
    }

    public OrderContent with(List<OrderLine> other) {
        return new OrderContent(
                account,
                customerReference,
                orderDate,
                requiredDate,
                currency,
                pricesIncludeTax,
                shipTo,
                delivery,
                other,
                adjustments,
                taxes,
                totals);
    }

    OrderContent placed(LocalDate on, String otherCustomerReference) {
        return new OrderContent(
                account,
                otherCustomerReference,
                on,
                requiredDate,
                currency,
                pricesIncludeTax,
                shipTo,
                delivery,
                lines,
                adjustments,
                taxes,
                totals);
    }
}
