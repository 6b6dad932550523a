package org.throughline.pricing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Finds what applies to an item at a quantity: the list, and the agreements that may decide. */
final class PriceCases {

    private final PricesInCurrency prices;
    private final PriceUnit ordered;
    private final BigDecimal baseQuantity;
    private final QuantitySteps<KnownPrice> list;

    private PriceCases(PricesInCurrency prices, PriceUnit ordered, BigDecimal baseQuantity) {
        this.prices = prices;
        this.ordered = ordered;
        this.baseQuantity = baseQuantity;
        QuantitySteps<KnownPrice> own = reached(prices.of(PriceSource.ACCOUNT_LIST));
        this.list = own == null ? reached(prices.of(PriceSource.GENERAL_LIST)) : own;
    }

    /**
     * The strongest agreement first. When the first decides there is one case at most; when the best does, the one
     * without an agreement stands last.
     *
     * @return empty when there is no price
     */
    static List<PriceCase> at(TermsOfDay terms, Asking asking, BigDecimal baseQuantity) {
        PricesInCurrency prices = terms.in(asking.conversion().from());
        if (prices == null) {
            return List.of();
        }
        PriceCases found = new PriceCases(prices, asking.ordered(), baseQuantity);
        List<Agreed> agreed = found.agreed(asking.policy());
        return agreed.stream()
                .map(each -> new PriceCase(terms, asking, baseQuantity, found.list, each))
                .toList();
    }

    /** The account's list counts when the quantity reaches any of its prices; else the general ones do. */
    private QuantitySteps<KnownPrice> reached(PriceTable table) {
        return table == null ? null : table.reached(ordered, baseQuantity);
    }

    private List<Agreed> agreed(AgreementPolicy policy) {
        List<Agreed> all = new ArrayList<>();
        for (PriceSource source : PriceSource.AGREEMENTS) {
            add(source, all);
        }
        if (list != null) {
            all.add(Agreed.NOTHING);
        }
        return policy == AgreementPolicy.BEST ? all : all.subList(0, Math.min(1, all.size()));
    }

    /** Of a net price and a discount of the same source, the one with the higher quantity is stronger, then the price. */
    private void add(PriceSource source, List<Agreed> all) {
        KnownPrice price = prices.agreedPrice(source, ordered, baseQuantity);
        KnownDiscount discount = list == null ? null : prices.agreedDiscount(source, baseQuantity);
        boolean discountFirst =
                price != null && discount != null && discount.baseMinimum().compareTo(price.baseMinimum()) > 0;
        if (discountFirst) {
            all.add(Agreed.discount(discount));
        }
        if (price != null) {
            all.add(Agreed.price(price));
        }
        if (discount != null && !discountFirst) {
            all.add(Agreed.discount(discount));
        }
    }
}
