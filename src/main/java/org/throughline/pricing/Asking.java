package org.throughline.pricing;

/**
 * What a unit price depends on besides the item, the day and the quantity.
 *
 * @param ordered the unit ordered in; a price for it is preferred
 * @param conversion from the currency of the prices to that of the answer
 * @param policy which agreement decides
 * @param withCuts whether promotions of the unit price count
 */
record Asking(PriceUnit ordered, Conversion conversion, AgreementPolicy policy, boolean withCuts) {}
