package org.throughline.pricing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.throughline.pricing.OrderDiscount.Owner;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ServiceFault;

/**
 * Discounts on the whole order, each by the tier that its value reaches. A percentage is taken of the value under each tax
 * treatment and rounded there; an amount is spread over the treatments by their values (EN 16931, BG-20).
 */
final class OrderDiscounts {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private OrderDiscounts() {}

    /** The account's own, or else its price group's; the larger of both when the best agreement decides. */
    static Basket agreedDiscount(Basket basket) {
        List<OrderAdjustment> account = adjustments(basket, Owner.ACCOUNT);
        List<OrderAdjustment> group = adjustments(basket, Owner.PRICE_GROUP);
        boolean groupWins = account.isEmpty()
                || basket.context().policy() == AgreementPolicy.BEST
                        && sum(group).compareTo(sum(account)) > 0;
        return basket.and(groupWins ? group : account);
    }

    /** The tier for everybody; off what the agreed discount has left. */
    static Basket orderValueDiscount(Basket basket) {
        boolean agreed = !basket.adjustments().isEmpty();
        return basket.and(tier(basket, Owner.EVERYBODY)
                .filter(discount -> !agreed || discount.withAgreements())
                .map(discount -> adjustments(basket, discount))
                .orElse(List.of()));
    }

    private static List<OrderAdjustment> adjustments(Basket basket, Owner owner) {
        return tier(basket, owner)
                .map(discount -> adjustments(basket, discount))
                .orElse(List.of());
    }

    /** The highest tier that the value of the lines reaches. */
    private static Optional<OrderDiscount> tier(Basket basket, Owner owner) {
        OrderDiscount highest = null;
        for (OrderDiscount discount : basket.context().terms().discounts()) {
            boolean counts = discount.owner() == owner
                    && discount.validity().contains(basket.context().date())
                    && minimum(discount, basket).compareTo(basket.value()) <= 0;
            if (counts && (highest == null || isHigher(discount, highest, basket))) {
                highest = discount;
            }
        }
        return Optional.ofNullable(highest);
    }

    private static boolean isHigher(OrderDiscount one, OrderDiscount other, Basket basket) {
        int byMinimum = minimum(one, basket).compareTo(minimum(other, basket));
        return byMinimum > 0 || byMinimum == 0 && one.id().compareTo(other.id()) > 0;
    }

    private static BigDecimal minimum(OrderDiscount discount, Basket basket) {
        return basket.context().converted(discount.minValue(), discount.currency());
    }

    private static List<OrderAdjustment> adjustments(Basket basket, OrderDiscount discount) {
        List<TaxedValue> bases = basket.values(line -> true);
        return discount.reduction() instanceof Reduction.Percent part
                ? percentOff(basket, discount, part.percent(), bases)
                : amountOff(basket, discount, ((Reduction.Amount) discount.reduction()).amount(), bases);
    }

    private static List<OrderAdjustment> percentOff(
            Basket basket, OrderDiscount discount, BigDecimal percent, List<TaxedValue> bases) {
        if (percent.compareTo(HUNDRED) > 0) {
            throw new ServiceFault(ErrorCode.CONTRADICTORY_PRICES.at(
                    "", "The discount " + discount.id() + " takes more off than there is."));
        }
        List<OrderAdjustment> found = new ArrayList<>();
        for (TaxedValue base : bases) {
            BigDecimal amount =
                    basket.context().rounded(base.value().multiply(percent).movePointLeft(2));
            add(discount, base, percent, amount, found);
        }
        return found;
    }

    /** Never more than the order is worth. */
    private static List<OrderAdjustment> amountOff(
            Basket basket, OrderDiscount discount, BigDecimal amount, List<TaxedValue> bases) {
        BasketContext context = basket.context();
        List<BigDecimal> values = TaxedValue.of(bases);
        BigDecimal worth = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal off =
                context.rounded(context.converted(amount, discount.currency())).min(worth);
        List<BigDecimal> shares = Spread.of(off, values, context.decimals());
        List<OrderAdjustment> found = new ArrayList<>();
        for (int i = 0; i < bases.size(); i++) {
            add(discount, bases.get(i), null, shares.get(i), found);
        }
        return found;
    }

    private static void add(
            OrderDiscount discount,
            TaxedValue base,
            BigDecimal percent,
            BigDecimal amount,
            List<OrderAdjustment> found) {
        if (amount.signum() > 0) {
            found.add(new OrderAdjustment(
                    OrderAdjustment.Kind.DISCOUNT,
                    discount.id(),
                    discount.description(),
                    base.value(),
                    percent,
                    amount,
                    base.treatment()));
        }
    }

    private static BigDecimal sum(List<OrderAdjustment> adjustments) {
        return adjustments.stream().map(OrderAdjustment::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
