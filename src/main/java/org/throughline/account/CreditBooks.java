package org.throughline.account;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import org.throughline.shared.AccountId;
import org.throughline.shared.Answer;
import org.throughline.shared.MaxAge;

/** The open documents of accounts, in an ERP that leaves the decision on credit to {@link CreditControl}. */
public interface CreditBooks {

    /**
     * Accounts that the ERP does not have are missing from the answer.
     *
     * @param asOf the day for which invoices, payments and ageing are stated
     * @throws org.throughline.shared.ServiceFault NO_EXCHANGE_RATE when a document is in a currency that cannot be converted
     *     into the account's
     */
    Answer<Map<AccountId, CreditBook>> of(Collection<AccountId> accounts, LocalDate asOf, MaxAge maxAge);
}
