package org.throughline.pricing;

import java.util.Arrays;
import java.util.List;

/** Where a price or discount stands; in the order of precedence, the strongest first. */
public enum PriceSource {
    ACCOUNT_ITEM,
    ACCOUNT_ITEM_GROUP,
    PRICE_GROUP_ITEM,
    PRICE_GROUP_ITEM_GROUP,
    ACCOUNT_LIST,
    GENERAL_LIST;

    static final List<PriceSource> AGREEMENTS =
            Arrays.stream(values()).filter(PriceSource::isAgreement).toList();

    /** Whether it is an agreement with the account or its price group rather than a price list. */
    public boolean isAgreement() {
        return compareTo(ACCOUNT_LIST) < 0;
    }
}
