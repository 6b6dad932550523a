package org.throughline.erp.tryton;

/**
 * Somebody who buys, as far as prices and tax ask.
 *
 * @param party null for somebody who is no customer yet
 * @param active whether the party is still used
 * @param priceList null when the products' own prices hold
 * @param hasTaxRule whether a tax rule of the party changes the taxes of products, perhaps by the place that goods go to
 */
record TrytonBuyer(Long party, boolean active, PriceList priceList, boolean hasTaxRule) {

    /**
     * A price list.
     *
     * @param taxIncluded whether what its formulas give includes tax, which Tryton then takes out
     */
    record PriceList(long id, String name, boolean taxIncluded) {}

    Long priceListId() {
        return priceList == null ? null : priceList.id();
    }
}
