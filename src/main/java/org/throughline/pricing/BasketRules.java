package org.throughline.pricing;

import java.util.List;

/** The rules that follow when every line has its unit price, in their order. */
final class BasketRules {

    static final List<BasketRule> IN_ORDER = List.of(
            BasketPromotions::dealsBundlesAndFreeGoods,
            OrderDiscounts::agreedDiscount,
            OrderDiscounts::orderValueDiscount,
            OrderCharges::freight,
            OrderCharges::surcharges);

    private BasketRules() {}

    static Basket apply(Basket basket) {
        Basket after = basket;
        for (BasketRule rule : IN_ORDER) {
            after = rule.apply(after);
        }
        return after;
    }
}
