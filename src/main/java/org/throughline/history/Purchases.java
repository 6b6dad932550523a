package org.throughline.history;

import java.util.List;
import org.throughline.shared.AccountId;
import org.throughline.shared.Answer;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;

/** The lines of an ERP's orders that are not cancelled. An account that the ERP does not have is ACCOUNT_NOT_FOUND. */
public interface Purchases {

    /** What was bought of each item, ordered by item, account and currency. */
    Answer<Page<Purchase>> find(List<AccountId> accounts, PurchaseFilter filter, PageRequest page, MaxAge maxAge);

    /**
     * The single lines, latest order first. When something is asked for that the ERP cannot look for, a page may hold fewer
     * entries than asked for, or none, and be followed by another.
     */
    Answer<Page<PurchaseLine>> findLines(
            List<AccountId> accounts, PurchaseFilter filter, PageRequest page, MaxAge maxAge);

    /** Sums over all lines that pass the filter, ordered by currency; empty when nothing was bought. */
    Answer<List<PurchaseTotal>> totals(List<AccountId> accounts, PurchaseFilter filter, MaxAge maxAge);
}
