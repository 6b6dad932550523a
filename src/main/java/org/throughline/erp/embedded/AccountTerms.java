package org.throughline.erp.embedded;

import java.util.List;
import java.util.function.BiConsumer;
import org.throughline.account.AccountAddress;
import org.throughline.account.Contact;
import org.throughline.shared.SearchTerms;

/** What accounts are found by: written by whoever writes an account, searched by whoever looks for one. */
final class AccountTerms {

    static final String NAME = "NAME";
    static final String TAX_ID = "TAX_ID";
    static final String EMAIL = "EMAIL";
    static final String POSTCODE = "POSTCODE";

    private AccountTerms() {}

    /** Gives each term once, with its kind first. */
    static void of(
            String name,
            String taxId,
            List<AccountAddress> addresses,
            List<Contact> contacts,
            BiConsumer<String, String> receiver) {
        SearchTerms.words(name).forEach(word -> receiver.accept(NAME, word));
        if (taxId != null && !SearchTerms.compact(taxId).isEmpty()) {
            receiver.accept(TAX_ID, SearchTerms.compact(taxId));
        }
        contacts.stream()
                .filter(contact -> contact.email() != null)
                .map(contact -> SearchTerms.compact(contact.email()))
                .distinct()
                .forEach(email -> receiver.accept(EMAIL, email));
        addresses.stream()
                .filter(address -> address.address().postalCode() != null)
                .map(address -> SearchTerms.compact(address.address().postalCode()))
                .filter(postcode -> !postcode.isEmpty())
                .distinct()
                .forEach(postcode -> receiver.accept(POSTCODE, postcode));
    }
}
