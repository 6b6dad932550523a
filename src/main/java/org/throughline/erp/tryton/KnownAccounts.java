package org.throughline.erp.tryton;

import static org.throughline.shared.ErrorCode.ACCOUNT_NOT_FOUND;

import java.util.List;
import org.throughline.shared.AccountId;
import org.throughline.shared.Page;
import org.throughline.shared.ServiceFault;

/** Tells accounts without documents from accounts that there are not. */
record KnownAccounts(TrytonClient tryton) {

    private static final TrytonQuery PARTIES =
            TrytonQuery.of("party.party").where("active", "in", List.of(true, false));

    /** The codes by which parties are looked for. */
    static List<String> codes(List<AccountId> accounts) {
        return accounts.stream().map(AccountId::value).distinct().toList();
    }

    /**
     * The same page. When it is empty, it makes sure that the accounts exist.
     *
     * @throws ServiceFault ACCOUNT_NOT_FOUND
     */
    <T> Page<T> checked(Page<T> page, List<AccountId> accounts) {
        if (page.entries().isEmpty()) {
            require(accounts);
        }
        return page;
    }

    /** @throws ServiceFault ACCOUNT_NOT_FOUND unless all of them exist */
    void require(List<AccountId> accounts) {
        List<String> codes = codes(accounts);
        if (tryton.count(PARTIES.where("code", "in", codes)) < codes.size()) {
            throw new ServiceFault(ACCOUNT_NOT_FOUND.at("customer"));
        }
    }
}
