package org.throughline.pricing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * What a unit costs at a quantity, and why.
 *
 * @param unit that the price is for
 * @param baseQuantity how many of the unit the price pays for
 * @param listPrice what the rules started from
 * @param price after all rules, six decimals
 * @param discountPercent how much the price is below the list price, four decimals
 * @param paidFor what the price pays for, in the item's base unit
 * @param perBaseUnit for comparing prices in different units
 * @param agreed whether an agreement made it
 * @param fixed whether no promotion may change it
 * @param promotions that made it
 * @param contradictions ids of agreements and promotions that cannot all be meant; empty when all is well
 */
record UnitPrice(
        PriceUnit unit,
        BigDecimal baseQuantity,
        BigDecimal listPrice,
        BigDecimal price,
        BigDecimal discountPercent,
        BigDecimal paidFor,
        BigDecimal perBaseUnit,
        boolean agreed,
        boolean fixed,
        List<PromotionTerms> promotions,
        List<String> contradictions,
        List<AppliedRule> rules) {

    private static final int COMPARISON_DECIMALS = 12;
    private static final int PERCENT_DECIMALS = 4;

    /** Stands for there being no price. */
    static final UnitPrice NONE =
            new UnitPrice(null, null, null, null, null, null, null, false, false, List.of(), List.of(), List.of());

    static UnitPrice of(PriceCase priceCase, RunningPrice running) {
        KnownPrice deciding = priceCase.deciding();
        BigDecimal listPrice = running.applied().get(0).unitPrice();
        return new UnitPrice(
                deciding.unit(),
                deciding.entry().baseQuantity(),
                listPrice,
                running.shown(),
                discountPercent(listPrice, running.shown()),
                deciding.paidFor(),
                running.shown().divide(deciding.paidFor(), COMPARISON_DECIMALS, RoundingMode.HALF_UP),
                !priceCase.agreed().isNothing(),
                running.fixed(),
                running.promotions(),
                contradictions(priceCase, running),
                running.applied());
    }

    /** The price of what is given away: nothing, whatever it would cost. */
    static UnitPrice free(UnitPrice usual, PriceUnit unit, PromotionTerms promotion) {
        RunningPrice start = usual == null
                ? RunningPrice.NONE
                : new RunningPrice(usual.price, false, usual.rules, List.of(promotion));
        RunningPrice running = start.to(
                BigDecimal.ZERO, AppliedRule.Kind.FREE_GOODS, promotion.id(), "Free: " + promotion.description());
        BigDecimal listPrice = usual == null ? running.shown() : usual.listPrice;
        return new UnitPrice(
                usual == null ? unit : usual.unit,
                usual == null ? BigDecimal.ONE : usual.baseQuantity,
                listPrice,
                running.shown(),
                discountPercent(listPrice, running.shown()),
                usual == null ? BigDecimal.ONE : usual.paidFor,
                BigDecimal.ZERO,
                false,
                true,
                List.of(promotion),
                List.of(),
                running.applied());
    }

    /**
     * A price that is given. The rules before it are told for what it pays for, so that their effects still add up.
     *
     * @param usual null when the ERP has none
     * @param unit that the given price is for
     */
    static UnitPrice set(UnitPrice usual, PriceUnit unit, SetPrice set) {
        BigDecimal paidFor = unit.factor().multiply(set.baseQuantity());
        RunningPrice start = usual == null ? RunningPrice.NONE : usual.rulesFor(paidFor);
        RunningPrice running = start.to(set.unitPrice(), set.kind(), set.kind().name(), set.reason());
        BigDecimal listPrice = running.applied().get(0).unitPrice();
        return new UnitPrice(
                unit,
                set.baseQuantity(),
                listPrice,
                running.shown(),
                discountPercent(listPrice, running.shown()),
                paidFor,
                running.shown().divide(paidFor, COMPARISON_DECIMALS, RoundingMode.HALF_UP),
                true,
                true,
                List.of(),
                List.of(),
                running.applied());
    }

    private RunningPrice rulesFor(BigDecimal otherPaidFor) {
        RunningPrice running = RunningPrice.NONE;
        for (AppliedRule rule : rules) {
            BigDecimal converted = rule.unitPrice()
                    .multiply(otherPaidFor)
                    .divide(paidFor, RunningPrice.DECIMALS, RoundingMode.HALF_UP);
            running = running.to(converted, rule.kind(), rule.id(), rule.text());
        }
        return running;
    }

    boolean isCheaperThan(UnitPrice other) {
        return perBaseUnit.compareTo(other.perBaseUnit) < 0;
    }

    /** The same price for another unit and base quantity. */
    BigDecimal in(UnitPrice other) {
        return other.paidFor.compareTo(paidFor) == 0
                ? price
                : price.multiply(other.paidFor).divide(paidFor, RunningPrice.DECIMALS, RoundingMode.HALF_UP);
    }

    private static BigDecimal discountPercent(BigDecimal listPrice, BigDecimal price) {
        return listPrice.signum() == 0
                ? BigDecimal.ZERO.setScale(PERCENT_DECIMALS)
                : listPrice.subtract(price).movePointRight(2).divide(listPrice, PERCENT_DECIMALS, RoundingMode.HALF_UP);
    }

    /** Agreements that say different things of the same, or whatever takes more off than there is. */
    private static List<String> contradictions(PriceCase priceCase, RunningPrice running) {
        String other = priceCase.agreed().contradictedBy();
        if (other != null) {
            KnownPrice price = priceCase.agreed().price();
            return List.of(
                    price == null
                            ? priceCase.agreed().discount().entry().id()
                            : price.entry().id(),
                    other);
        }
        return running.applied().stream()
                .filter(rule -> rule.unitPrice().signum() < 0)
                .map(AppliedRule::id)
                .distinct()
                .toList();
    }
}
