package org.throughline.pricing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.throughline.tax.TaxTreatment;

/**
 * Charges on the whole order for where it goes, what it weighs and what it is worth. A charge with a tax class of its own
 * is taxed by it; any other is taxed as the goods are, in proportion to their value (EN 16931, BG-21).
 */
final class OrderCharges {

    private OrderCharges() {}

    /** Orders of services alone have none. */
    static Basket freight(Basket basket) {
        return basket.holdsGoods() ? charged(basket, ChargeRule.Kind.FREIGHT) : basket;
    }

    static Basket surcharges(Basket basket) {
        return charged(basket, ChargeRule.Kind.SURCHARGE);
    }

    private static Basket charged(Basket basket, ChargeRule.Kind kind) {
        if (basket.context().terms().charges().isEmpty()) {
            return basket;
        }
        List<OrderAdjustment> found = new ArrayList<>();
        deciding(basket, kind).values().forEach(rule -> found.addAll(adjustments(basket, rule)));
        return basket.and(found);
    }

    /** The rule that counts, for each charge. */
    private static Map<String, ChargeRule> deciding(Basket basket, ChargeRule.Kind kind) {
        BigDecimal value = basket.value();
        BigDecimal weight = basket.weight();
        Map<String, ChargeRule> rules = new TreeMap<>();
        for (ChargeRule rule : basket.context().terms().charges()) {
            if (rule.kind() == kind && counts(rule, basket.context(), value, weight)) {
                rules.merge(rule.charge(), rule, (one, other) -> nearer(one, other, basket.context()));
            }
        }
        return rules;
    }

    private static boolean counts(ChargeRule rule, BasketContext context, BigDecimal value, BigDecimal weight) {
        return rule.validity().contains(context.date())
                && rule.isFor(context.shipTo())
                && rule.minWeight().compareTo(weight) <= 0
                && context.converted(rule.minValue(), rule.currency()).compareTo(value) <= 0;
    }

    private static ChargeRule nearer(ChargeRule one, ChargeRule other, BasketContext context) {
        Comparator<ChargeRule> order = Comparator.comparingInt(ChargeRule::nearness)
                .thenComparing(rule -> context.converted(rule.minValue(), rule.currency()))
                .thenComparing(ChargeRule::minWeight)
                .thenComparing(ChargeRule::id);
        return order.compare(one, other) >= 0 ? one : other;
    }

    private static List<OrderAdjustment> adjustments(Basket basket, ChargeRule rule) {
        BasketContext context = basket.context();
        BigDecimal fixed = rule.amount().add(rule.perKilogram().multiply(basket.weight()));
        BigDecimal part = basket.value().multiply(rule.percent()).movePointLeft(2);
        BigDecimal amount =
                context.rounded(context.converted(fixed, rule.currency()).add(part));
        if (amount.signum() == 0) {
            return List.of();
        }
        return rule.taxClass() == null
                ? asTheGoods(basket, rule, amount)
                : List.of(adjustment(rule, basket.value(), amount, context.treatmentOf(rule.taxClass())));
    }

    private static List<OrderAdjustment> asTheGoods(Basket basket, ChargeRule rule, BigDecimal amount) {
        boolean goodsOnly = basket.holdsGoods();
        List<TaxedValue> bases =
                basket.values(line -> !goodsOnly || !line.item().taxClass().service());
        List<BigDecimal> shares =
                Spread.of(amount, TaxedValue.of(bases), basket.context().decimals());
        List<OrderAdjustment> found = new ArrayList<>();
        for (int i = 0; i < bases.size(); i++) {
            if (shares.get(i).signum() > 0) {
                found.add(adjustment(
                        rule, bases.get(i).value(), shares.get(i), bases.get(i).treatment()));
            }
        }
        return found;
    }

    private static OrderAdjustment adjustment(
            ChargeRule rule, BigDecimal base, BigDecimal amount, TaxTreatment treatment) {
        OrderAdjustment.Kind kind =
                rule.kind() == ChargeRule.Kind.FREIGHT ? OrderAdjustment.Kind.FREIGHT : OrderAdjustment.Kind.SURCHARGE;
        return new OrderAdjustment(kind, rule.id(), rule.description(), base, null, amount, treatment);
    }
}
