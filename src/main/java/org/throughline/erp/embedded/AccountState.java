package org.throughline.erp.embedded;

import java.util.List;
import org.throughline.account.Account;
import org.throughline.account.AccountAddress;
import org.throughline.account.AccountChange;
import org.throughline.account.AccountDetails;
import org.throughline.account.AddressBook;
import org.throughline.account.AddressKind;
import org.throughline.account.ClearableField;
import org.throughline.account.Contact;
import org.throughline.account.ContactList;
import org.throughline.account.TaxExemption;
import org.throughline.shared.Violations;

/** What is to be stored of an account. Every address and contact has an id, and one address of each kind is default. */
record AccountState(
        String name,
        String branch,
        String currency,
        String terms,
        String priceList,
        String priceGroup,
        String taxCountry,
        String taxId,
        TaxExemption exemption,
        String billTo,
        List<AccountAddress> addresses,
        List<Contact> contacts) {

    /** @param branch the one to use when the details name none */
    static AccountState of(AccountDetails details, String branch) {
        return new AccountState(
                details.name(),
                or(details.branch(), branch),
                details.currency(),
                details.terms(),
                details.priceList(),
                details.priceGroup(),
                taxCountry(details),
                details.taxId(),
                details.exemption(),
                details.billTo(),
                AddressBook.of(details.addresses()),
                ContactList.of(details.contacts()));
    }

    /** @throws org.throughline.shared.ServiceFault INVALID_VALUE when an id is not there or no billing address is left */
    static AccountState of(Account account, AccountChange change) {
        AccountDetails given = change.given();
        Violations violations = new Violations();
        List<AccountAddress> addresses =
                AddressBook.changed(account.addresses(), given.addresses(), change.removedAddresses(), violations);
        List<Contact> contacts =
                ContactList.changed(account.contacts(), given.contacts(), change.removedContacts(), violations);
        violations.throwIfAny();
        Clearing keep = new Clearing(change);
        return new AccountState(
                or(given.name(), account.name()),
                account.branch(),
                account.currency().getCurrencyCode(),
                keep.or(
                        given.terms(),
                        account.terms() == null ? null : account.terms().code(),
                        ClearableField.PAYMENT_TERMS),
                keep.or(given.priceList(), account.priceList(), ClearableField.PRICE_LIST),
                keep.or(given.priceGroup(), account.priceGroup(), ClearableField.PRICE_GROUP),
                or(given.taxCountry(), account.tax().country()),
                keep.or(given.taxId(), account.tax().taxId(), ClearableField.TAX_ID),
                keep.or(given.exemption(), account.tax().exemption(), ClearableField.TAX_EXEMPTION),
                keep.or(
                        given.billTo(),
                        account.billTo() == null ? null : account.billTo().value(),
                        ClearableField.BILL_TO),
                addresses,
                contacts);
    }

    /** The country that tax is registered in: as given, or that of the first billing address. */
    static String taxCountry(AccountDetails details) {
        return or(
                details.taxCountry(),
                details.addresses().stream()
                        .filter(address -> address.kind() == AddressKind.BILLING)
                        .map(address -> address.address().country())
                        .findFirst()
                        .orElse(null));
    }

    private record Clearing(AccountChange change) {
        <T> T or(T given, T present, ClearableField field) {
            return change.cleared().contains(field) ? null : AccountState.or(given, present);
        }
    }

    private static <T> T or(T given, T otherwise) {
        return given == null ? otherwise : given;
    }
}
