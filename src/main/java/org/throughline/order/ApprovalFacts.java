package org.throughline.order;

import java.util.Collection;
import java.util.Map;
import org.throughline.shared.AccountId;
import org.throughline.shared.Answer;
import org.throughline.shared.ItemId;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Money;

/** What the ERP knows that approval rules look at beside the order; nothing of it is ever told to callers. */
public interface ApprovalFacts {

    /** What one base unit of each item costs the seller; items whose cost is not known are left out. */
    Answer<Map<ItemId, Money>> costs(Collection<ItemId> items, MaxAge maxAge);

    /** Whether an order of the account was ever approved. */
    Answer<Boolean> hasBought(AccountId account, MaxAge maxAge);
}
