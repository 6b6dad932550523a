package org.throughline.pricing;

import org.throughline.shared.Answer;
import org.throughline.shared.MaxAge;
import org.throughline.shared.ServiceFault;

/** Prices of baskets, as an ERP computes them or as {@link PricingEngine} does from an ERP's price data. */
public interface Prices {

    /**
     * Prices a basket; all or nothing.
     *
     * @param request whose lines may have a set price, which counts instead of the ERP's; whose date is set and whose customer is an account, never a company
     * @throws ServiceFault with all violations: ACCOUNT_NOT_FOUND, ACCOUNT_ON_HOLD, and per line ITEM_NOT_FOUND, ITEM_BLOCKED,
     *     UNIT_NOT_FOUND, INVALID_QUANTITY, NO_PRICE, CONTRADICTORY_PRICES, NO_EXCHANGE_RATE, NO_TAX_RULE
     */
    Answer<PricedDocument> calculate(PriceRequest request, MaxAge maxAge);
}
