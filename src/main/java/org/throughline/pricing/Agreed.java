package org.throughline.pricing;

/** The agreement that a price is made with: a net price, a chain of discounts, or nothing. The others are null. */
record Agreed(KnownPrice price, KnownDiscount discount) {

    static final Agreed NOTHING = new Agreed(null, null);

    static Agreed price(KnownPrice price) {
        return new Agreed(price, null);
    }

    static Agreed discount(KnownDiscount discount) {
        return new Agreed(null, discount);
    }

    boolean isNothing() {
        return price == null && discount == null;
    }

    /** Id of an agreement that says something else of the same; null when there is none. */
    String contradictedBy() {
        if (price != null) {
            return price.contradictedBy();
        }
        return discount == null ? null : discount.contradictedBy();
    }
}
