package org.throughline.account;

import java.util.List;

/**
 * What a caller says about an account; unchecked. Anything may be null or empty when it is not said.
 *
 * @param currency ISO 4217
 * @param taxCountry ISO 3166-1 alpha-2
 * @param terms code of payment terms
 * @param billTo id in the dataset of the account
 */
public record AccountDetails(
        String name,
        String branch,
        String currency,
        String taxCountry,
        String taxId,
        TaxExemption exemption,
        String terms,
        String priceList,
        String priceGroup,
        String billTo,
        List<AccountAddress> addresses,
        List<Contact> contacts) {

    public AccountDetails {
        addresses = List.copyOf(addresses);
        contacts = List.copyOf(contacts);
    }
}
