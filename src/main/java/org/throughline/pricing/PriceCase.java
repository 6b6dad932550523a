package org.throughline.pricing;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An item on a day, a quantity and a currency in which its prices are looked for: which of the entries apply, and in which
 * unit the answer is given. What does not apply is null.
 */
final class PriceCase {

    private static final int EXACT_DECIMALS = 12;

    private final TermsOfDay terms;
    private final PriceUnit ordered;
    private final BigDecimal baseQuantity;
    private final Conversion conversion;
    private final KnownPrice listStart;
    private final KnownPrice listBreak;
    private final KnownPrice agreedPrice;
    private final KnownDiscount agreedDiscount;

    /** @param baseQuantity in the item's base unit */
    PriceCase(TermsOfDay terms, PriceUnit ordered, BigDecimal baseQuantity, Conversion conversion) {
        this.terms = terms;
        this.ordered = ordered;
        this.baseQuantity = baseQuantity;
        this.conversion = conversion;
        PricesInCurrency prices = terms.in(conversion.from());
        QuantitySteps<KnownPrice> list = prices == null ? null : list(prices);
        this.listStart = list == null ? null : list.get(0);
        KnownPrice reached = list == null ? null : list.at(baseQuantity);
        this.listBreak = reached == listStart ? null : reached;
        KnownPrice price = prices == null ? null : strongestPrice(prices);
        KnownDiscount discount = list == null ? null : strongestDiscount();
        boolean discountWins = price == null || discount != null && isStronger(discount, price);
        this.agreedPrice = discountWins ? null : price;
        this.agreedDiscount = discountWins ? discount : null;
    }

    boolean hasPrice() {
        return listStart != null || agreedPrice != null;
    }

    /** The entry of the list for its smallest quantity. */
    KnownPrice listStart() {
        return listStart;
    }

    /** The entry of the list for the quantity, when it is another than the first. */
    KnownPrice listBreak() {
        return listBreak;
    }

    KnownPrice agreedPrice() {
        return agreedPrice;
    }

    KnownDiscount agreedDiscount() {
        return agreedDiscount;
    }

    Iterable<Promotion> promotions() {
        return terms.promotions();
    }

    boolean reaches(BigDecimal minimum) {
        return minimum.compareTo(baseQuantity) <= 0;
    }

    Conversion conversion() {
        return conversion;
    }

    /** The price that says which unit the answer is given for. */
    KnownPrice deciding() {
        return agreedPrice == null ? listStart : agreedPrice;
    }

    /** A price for what the deciding one pays for, in the currency of the answer. */
    BigDecimal priceOf(KnownPrice price) {
        BigDecimal converted = price.entry().unitPrice().multiply(conversion.rate());
        KnownPrice target = deciding();
        if (target.isFor(price.unit()) && target.paidFor().compareTo(price.paidFor()) == 0) {
            return converted;
        }
        return converted.multiply(target.paidFor()).divide(price.paidFor(), EXACT_DECIMALS, RoundingMode.HALF_UP);
    }

    /** The account's list counts when the quantity reaches any of its prices; else the general ones do. */
    private QuantitySteps<KnownPrice> list(PricesInCurrency prices) {
        QuantitySteps<KnownPrice> own = reached(prices.of(PriceSource.ACCOUNT_LIST));
        return own == null ? reached(prices.of(PriceSource.GENERAL_LIST)) : own;
    }

    private QuantitySteps<KnownPrice> reached(PriceTable list) {
        return list == null ? null : list.reached(ordered, baseQuantity);
    }

    private KnownPrice strongestPrice(PricesInCurrency prices) {
        for (PriceSource source : PriceSource.AGREEMENTS) {
            PriceTable table = prices.of(source);
            KnownPrice found = table == null ? null : table.highestReached(ordered, baseQuantity);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private KnownDiscount strongestDiscount() {
        for (PriceSource source : PriceSource.AGREEMENTS) {
            QuantitySteps<KnownDiscount> steps = terms.discountsOf(source);
            KnownDiscount found = steps == null ? null : steps.at(baseQuantity);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static boolean isStronger(KnownDiscount discount, KnownPrice price) {
        int bySource = discount.entry().source().compareTo(price.entry().source());
        return bySource < 0 || bySource == 0 && discount.baseMinimum().compareTo(price.baseMinimum()) > 0;
    }
}
