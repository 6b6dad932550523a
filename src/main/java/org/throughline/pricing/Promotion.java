package org.throughline.pricing;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import org.throughline.shared.ItemId;

/** A promotion for everybody, as far as it concerns an item. */
public sealed interface Promotion {

    PromotionTerms terms();

    default String id() {
        return terms().id();
    }

    /**
     * Something off the unit price, from a quantity on.
     *
     * @param minQuantity in the item's base unit; zero when there is no smallest quantity
     * @param reduction a percentage, or an amount off each base unit
     * @param currency of the amount; prices in other currencies do not get it; null for a percentage
     */
    record PriceCut(PromotionTerms terms, BigDecimal minQuantity, Reduction reduction, Currency currency)
            implements Promotion {

        public PriceCut {
            requireNonNull(terms, "terms");
            requireNonNull(minQuantity, "minQuantity");
            requireNonNull(reduction, "reduction");
            if (currency == null && reduction instanceof Reduction.Amount) {
                throw new IllegalArgumentException("amount off has no currency");
            }
        }

        boolean isFor(Currency pricesIn) {
            return currency == null || currency.equals(pricesIn);
        }
    }

    /**
     * Take so many, pay for fewer. All lines of the items that the promotion names count together; the cheapest units are
     * free.
     *
     * @param take base units; above "pay"
     * @param pay base units; not negative
     */
    record QuantityDeal(PromotionTerms terms, BigDecimal take, BigDecimal pay) implements Promotion {

        public QuantityDeal {
            requireNonNull(terms, "terms");
            if (pay.signum() < 0 || pay.compareTo(take) >= 0) {
                throw new IllegalArgumentException("a deal frees nothing");
            }
        }
    }

    /**
     * A set of items at a price, as often as the basket holds the set; when it is cheaper.
     *
     * @param contents base units of each item; at least one, all above zero
     * @param price of one set
     */
    record Bundle(PromotionTerms terms, Map<ItemId, BigDecimal> contents, BigDecimal price, Currency currency)
            implements Promotion {

        public Bundle {
            requireNonNull(terms, "terms");
            requireNonNull(price, "price");
            requireNonNull(currency, "currency");
            contents = Map.copyOf(contents);
            if (contents.isEmpty() || contents.values().stream().anyMatch(quantity -> quantity.signum() <= 0)) {
                throw new IllegalArgumentException("a bundle holds nothing of an item");
            }
        }
    }

    /**
     * For each full quantity bought of the items that the promotion names, something is given.
     *
     * @param buy base units; above zero
     * @param gift may be one of the items bought
     * @param free base units of the gift; above zero
     */
    record FreeGoods(PromotionTerms terms, BigDecimal buy, ItemId gift, BigDecimal free) implements Promotion {

        public FreeGoods {
            requireNonNull(terms, "terms");
            requireNonNull(gift, "gift");
            if (buy.signum() <= 0 || free.signum() <= 0) {
                throw new IllegalArgumentException("quantities of free goods are not above zero");
            }
        }
    }
}
