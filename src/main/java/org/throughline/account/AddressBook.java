package org.throughline.account;

import java.util.ArrayList;
import java.util.List;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.Violations;

/**
 * The addresses of an account: each has an id within the account, and one of each kind is default, the first unless another is
 * said to be.
 */
public final class AddressBook {

    private AddressBook() {}

    /** Those of a new account. */
    public static List<AccountAddress> of(List<AccountAddress> given) {
        return complete(given, List.of());
    }

    /**
     * What becomes of those present. The added ones get ids that none of these has.
     *
     * @param violations gets ids that are not there, and that no billing address is left
     */
    public static List<AccountAddress> changed(
            List<AccountAddress> present, List<AccountAddress> given, List<String> removed, Violations violations) {
        List<String> ids = present.stream().map(AccountAddress::id).toList();
        PartIds.require(ids, given.stream().map(AccountAddress::id).toList(), "address[%d].id", violations);
        PartIds.require(ids, removed, "removeAddressId[%d]", violations);
        List<AccountAddress> changed = PartIds.changed(present, given, removed, AccountAddress::id);
        if (changed.stream().noneMatch(address -> address.kind() == AddressKind.BILLING)) {
            violations.add(ErrorCode.INVALID_VALUE.at(
                    removed.isEmpty() ? "address" : "removeAddressId", "A billing address must be left."));
        }
        return complete(changed, given);
    }

    /** @param given those that win when they and others want to be default */
    private static List<AccountAddress> complete(List<AccountAddress> addresses, List<AccountAddress> given) {
        List<AccountAddress> complete = new ArrayList<>(addresses);
        for (AddressKind kind : AddressKind.values()) {
            int chosen = defaultOf(complete, kind, given);
            for (int i = 0; i < complete.size(); i++) {
                if (complete.get(i).kind() == kind) {
                    complete.set(i, withDefault(complete.get(i), i == chosen));
                }
            }
        }
        return PartIds.complete(complete, AccountAddress::id, AddressBook::withId);
    }

    private static int defaultOf(List<AccountAddress> addresses, AddressKind kind, List<AccountAddress> given) {
        int chosen = -1;
        for (int i = 0; i < addresses.size(); i++) {
            AccountAddress address = addresses.get(i);
            if (address.kind() == kind
                    && (chosen < 0 || address.isDefault() && betterThan(addresses.get(chosen), address, given))) {
                chosen = i;
            }
        }
        return chosen;
    }

    private static boolean betterThan(AccountAddress chosen, AccountAddress address, List<AccountAddress> given) {
        return !chosen.isDefault() || given.contains(address);
    }

    private static AccountAddress withDefault(AccountAddress address, boolean isDefault) {
        return new AccountAddress(address.id(), address.kind(), isDefault, address.address());
    }

    private static AccountAddress withId(AccountAddress address, String id) {
        return new AccountAddress(id, address.kind(), address.isDefault(), address.address());
    }
}
