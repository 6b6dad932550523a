package org.throughline.account;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.throughline.shared.AccountId;

/**
 * A trading account as the ERP knows it.
 *
 * @param holds why it is stopped; empty unless the status is ON_HOLD
 * @param branch the seller's branch that it belongs to
 * @param currency in which it is invoiced and its credit is kept
 * @param terms null when the ERP has none for it
 * @param priceList null when the general list of its currency serves it
 * @param priceGroup null when it is in none
 * @param billTo the account that is invoiced in its place; null when it is invoiced itself
 * @param addresses the default ones first
 * @param version another one after each change
 */
public record Account(
        AccountId id,
        String name,
        AccountStatus status,
        List<Hold> holds,
        String branch,
        Currency currency,
        PaymentTerms terms,
        String priceList,
        String priceGroup,
        TaxRegistration tax,
        AccountId billTo,
        List<AccountAddress> addresses,
        List<Contact> contacts,
        int version,
        Instant changedAt) {

    public Account {
        holds = List.copyOf(holds);
        addresses = List.copyOf(addresses);
        contacts = List.copyOf(contacts);
    }

    /** Whether documents may be made for it. */
    public boolean isActive() {
        return status == AccountStatus.ACTIVE;
    }

    /** The address used when a document names no other. */
    public Optional<AccountAddress> defaultAddress(AddressKind kind) {
        return addresses.stream()
                .filter(address -> address.kind() == kind && address.isDefault())
                .findFirst();
    }
}
