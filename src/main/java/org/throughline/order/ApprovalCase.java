package org.throughline.order;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.throughline.account.ExchangeRates;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ItemId;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Money;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.Violation;

/**
 * An order that rules look at, with what they may ask. The ERP is asked only by rules that are on.
 *
 * @param creditObjections what is against the order on credit; empty when that is not to be waited for
 */
record ApprovalCase(OrderContent order, List<Violation> creditObjections, ApprovalPolicy policy, ExchangeRates rates) {

    ApprovalLimits limits() {
        return policy.limits();
    }

    /** @throws ServiceFault NO_EXCHANGE_RATE at order.currency */
    boolean isWorthMoreThan(Money limit) {
        return order.totals()
                        .net()
                        .multiply(rate(order.currency(), limit.currency()))
                        .compareTo(limit.amount())
                > 0;
    }

    /**
     * Whether the lines earn less. Lines whose cost is not known are left out; what promotions give costs, and discounts on
     * the whole count against the margin.
     *
     * @param percent of the net
     * @throws ServiceFault NO_EXCHANGE_RATE at order.currency
     */
    boolean earnsLessThan(BigDecimal percent) {
        Map<ItemId, Money> costs = policy.facts()
                .costs(order.lines().stream().map(OrderLine::item).toList(), MaxAge.LIVE)
                .value();
        BigDecimal net = order.totals().allowances().negate();
        BigDecimal cost = BigDecimal.ZERO;
        for (OrderLine line : order.lines()) {
            Money unitCost = costs.get(line.item());
            if (unitCost != null) {
                net = net.add(line.price().net());
                cost = cost.add(unitCost.amount()
                        .multiply(line.baseQuantity())
                        .multiply(rate(unitCost.currency(), order.currency())));
            }
        }
        return !costs.isEmpty() && net.subtract(cost).scaleByPowerOfTen(2).compareTo(net.multiply(percent)) < 0;
    }

    boolean isTheFirstOrder() {
        return !policy.facts().hasBought(order.account(), MaxAge.LIVE).value();
    }

    private BigDecimal rate(Currency from, Currency to) {
        return rates.rate(from, to, order.orderDate(), MaxAge.LIVE)
                .value()
                .orElseThrow(() -> new ServiceFault(ErrorCode.NO_EXCHANGE_RATE.at(Paths.CURRENCY)));
    }
}
