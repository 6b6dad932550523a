package org.throughline.account;

import java.util.List;
import java.util.Set;

/**
 * A change to an account. What is not said stays as it is.
 *
 * @param given new values. An address or contact with an id replaces the one of that id, one without is added. Branch and
 *     currency cannot be changed and are null.
 * @param cleared values to be emptied
 * @param removedAddresses ids
 * @param removedContacts ids
 */
public record AccountChange(
        AccountDetails given,
        Set<ClearableField> cleared,
        List<String> removedAddresses,
        List<String> removedContacts) {

    public AccountChange {
        cleared = Set.copyOf(cleared);
        removedAddresses = List.copyOf(removedAddresses);
        removedContacts = List.copyOf(removedContacts);
    }
}
