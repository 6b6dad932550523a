package org.throughline.pricing;

import java.util.List;

/** What a buyer's orders get as a whole, whatever the date, the place and the items. */
public record OrderTerms(List<OrderDiscount> discounts, List<ChargeRule> charges) {

    public static final OrderTerms NONE = new OrderTerms(List.of(), List.of());

    public OrderTerms {
        discounts = List.copyOf(discounts);
        charges = List.copyOf(charges);
    }
}
