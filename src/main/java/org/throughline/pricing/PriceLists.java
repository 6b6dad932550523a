package org.throughline.pricing;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.throughline.shared.AccountId;
import org.throughline.shared.Answer;
import org.throughline.shared.ItemId;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;
import org.throughline.shared.ServiceFault;

/** The price data that an ERP holds: lists, agreements, discounts and promotions. */
public interface PriceLists {

    /** @throws ServiceFault ACCOUNT_NOT_FOUND at "customer" */
    Answer<PriceTerms> termsOf(AccountId account, MaxAge maxAge);

    /**
     * The terms that somebody would have who is no customer yet: those of the branch in the prospect's country, or else of
     * the first branch. Everything that was assumed stands in the answer.
     */
    Answer<PriceTerms> termsOf(Buyer.Prospect prospect, MaxAge maxAge);

    /**
     * What items cost somebody with these terms.
     *
     * @param items any number
     * @return without the items that the ERP does not know
     */
    Answer<Map<ItemId, ItemTerms>> of(PriceTerms terms, Set<ItemId> items, MaxAge maxAge);

    /** What orders of somebody with these terms get as a whole. */
    Answer<OrderTerms> orderTermsOf(PriceTerms terms, MaxAge maxAge);

    /**
     * The items that have a price on the day and in the currency of these terms and are not blocked; by item.
     *
     * @param itemGroup null for all groups
     * @throws ServiceFault INVALID_CURSOR
     */
    Answer<Page<ItemId>> itemsOf(PriceTerms terms, LocalDate date, String itemGroup, PageRequest page, MaxAge maxAge);
}
