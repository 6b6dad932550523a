package org.throughline.history;

import static org.throughline.shared.ErrorCode.DATASET_NOT_FOUND;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.throughline.shared.AccountId;
import org.throughline.shared.AccountResolver;
import org.throughline.shared.Answer;
import org.throughline.shared.ContractId;
import org.throughline.shared.CustomerRef;
import org.throughline.shared.Erp;
import org.throughline.shared.ItemId;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Operation;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;
import org.throughline.shared.ServiceFault;

/** Reads the service contracts of a customer, over all its accounts, and says what they cover. */
public final class ContractService {

    private static final String CUSTOMER = "customer";

    private final Erp erp;
    private final AccountResolver resolver;
    private final ServiceContracts contracts;
    private final Clock clock;

    public ContractService(Erp erp, AccountResolver resolver, ServiceContracts contracts, Clock clock) {
        this.erp = erp;
        this.resolver = resolver;
        this.contracts = contracts;
        this.clock = clock;
    }

    public Answer<Page<ServiceContract>> find(
            CustomerRef customer, ContractFilter filter, PageRequest page, MaxAge maxAge) {
        erp.require(Operation.FIND_CONTRACTS);
        return contracts.find(accountsOf(customer), filter, page, maxAge);
    }

    /** @param asOf the last day that the figures count; null for today */
    public Answer<ContractDocument> get(ContractId id, LocalDate asOf, MaxAge maxAge) {
        erp.require(Operation.GET_CONTRACT);
        requireDataset(id.dataset(), "contract.dataset");
        return contracts.get(id, dayOr(asOf), maxAge);
    }

    /** @param on null for today */
    public Answer<Entitlement> entitlement(CustomerRef customer, ItemId item, LocalDate on, MaxAge maxAge) {
        erp.require(Operation.CHECK_ENTITLEMENT);
        return contracts
                .naming(accountsOf(customer), item, maxAge)
                .map(naming -> Entitlement.of(item, dayOr(on), naming));
    }

    /** Today where no day is given. */
    public LocalDate dayOr(LocalDate day) {
        return day == null ? LocalDate.now(clock) : day;
    }

    private List<AccountId> accountsOf(CustomerRef customer) {
        List<AccountId> accounts = resolver.accountsOf(customer, CUSTOMER);
        accounts.forEach(account -> requireDataset(account.dataset(), CUSTOMER));
        return accounts;
    }

    private void requireDataset(String dataset, String path) {
        if (!erp.dataset().equals(dataset)) {
            throw new ServiceFault(DATASET_NOT_FOUND.at(path));
        }
    }
}
