package org.throughline.history;

import java.time.LocalDate;
import java.util.List;
import org.throughline.shared.AccountId;
import org.throughline.shared.Answer;
import org.throughline.shared.ContractId;
import org.throughline.shared.ItemId;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;

/** The service contracts of an ERP. */
public interface ServiceContracts {

    /** The latest end first. An account that the ERP does not have is ACCOUNT_NOT_FOUND, an item ITEM_NOT_FOUND. */
    Answer<Page<ServiceContract>> find(
            List<AccountId> accounts, ContractFilter filter, PageRequest page, MaxAge maxAge);

    /**
     * A whole contract with its figures up to and including a day.
     *
     * @throws org.throughline.shared.ServiceFault CONTRACT_NOT_FOUND
     */
    Answer<ContractDocument> get(ContractId id, LocalDate asOf, MaxAge maxAge);

    /**
     * All contracts of the accounts that name an item, by itself, by its group, or with everything.
     *
     * @throws org.throughline.shared.ServiceFault ACCOUNT_NOT_FOUND, ITEM_NOT_FOUND
     */
    Answer<List<CoveringContract>> naming(List<AccountId> accounts, ItemId item, MaxAge maxAge);
}
