package org.throughline.history;

import java.util.List;
import org.throughline.shared.AccountId;
import org.throughline.shared.Answer;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;

/** The goods that customers send back. */
public interface Returns {

    /** Latest first. An account that the ERP does not have is ACCOUNT_NOT_FOUND. */
    Answer<Page<Return>> find(List<AccountId> accounts, ReturnFilter filter, PageRequest page, MaxAge maxAge);

    /** How many pass the filter. */
    Answer<Integer> count(List<AccountId> accounts, ReturnFilter filter, MaxAge maxAge);
}
