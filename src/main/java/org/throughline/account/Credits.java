package org.throughline.account;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import org.throughline.shared.AccountId;
import org.throughline.shared.Answer;
import org.throughline.shared.MaxAge;

/** What accounts owe and may still order. */
public interface Credits {

    /**
     * @param asOf the day for which invoices, payments and ageing are stated
     * @throws org.throughline.shared.ServiceFault ACCOUNT_NOT_FOUND, with the path "account"; NO_EXCHANGE_RATE when a
     *     document of the account is in a currency that cannot be converted into the account's
     */
    Answer<CreditStatus> status(AccountId account, LocalDate asOf, MaxAge maxAge);

    /** Many at once; accounts that the ERP does not have are missing from the answer. */
    Answer<Map<AccountId, CreditStatus>> status(Collection<AccountId> accounts, LocalDate asOf, MaxAge maxAge);
}
