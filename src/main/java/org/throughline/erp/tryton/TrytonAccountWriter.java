package org.throughline.erp.tryton;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.throughline.account.Account;
import org.throughline.account.AccountAddress;
import org.throughline.account.AccountChange;
import org.throughline.account.AccountDetails;
import org.throughline.account.AddressBook;
import org.throughline.account.AddressKind;
import org.throughline.account.ClearableField;
import org.throughline.account.Contact;
import org.throughline.account.ContactList;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.Violations;

/** Puts accounts into the words of Tryton: a party with all its parts is one call, and so one transaction. */
@Component
class TrytonAccountWriter {

    private static final String TIMESTAMP = "_timestamp";

    private final TrytonAddressChange addresses;

    TrytonAccountWriter(TrytonAddressChange addresses) {
        this.addresses = addresses;
    }

    /** The values of a new party. */
    Map<String, Object> created(AccountDetails details, String code) {
        List<AccountAddress> book = AddressBook.of(details.addresses());
        Map<String, Object> values = new HashMap<>();
        values.put("code", code);
        values.put("name", details.name());
        values.put(TrytonParties.TERMS, reference(details.terms()));
        values.put(TrytonParties.PRICE_LIST, reference(details.priceList()));
        values.put(TrytonAddressBook.FIELD, addresses.created(book));
        values.put(TrytonContacts.FIELD, TrytonContactChange.created(details.contacts()));
        if (details.taxId() != null) {
            String country = Optional.ofNullable(details.taxCountry()).orElseGet(() -> billingCountry(book));
            values.put(
                    TrytonParties.IDENTIFIERS, List.of(List.of("create", List.of(number(country, details.taxId())))));
        }
        return values;
    }

    /**
     * The new values of a party.
     *
     * @param present the party as an account
     * @throws ServiceFault INVALID_VALUE when a part is not there, or no billing address is left
     */
    Map<String, Object> changed(TrytonRecord party, Account present, AccountChange change) {
        AccountDetails given = change.given();
        Map<String, Object> values = new HashMap<>();
        values.put("name", given.name() == null ? party.text("name") : given.name());
        reference(values, TrytonParties.TERMS, given.terms(), ClearableField.PAYMENT_TERMS, change.cleared());
        reference(values, TrytonParties.PRICE_LIST, given.priceList(), ClearableField.PRICE_LIST, change.cleared());
        parts(values, party, present, change);
        taxNumber(values, party, present, change);
        return values;
    }

    /** Tryton refuses the change when somebody has written one of these since they were read. */
    static Map<String, Object> unchangedSince(TrytonRecord party) {
        Map<String, String> stamps = new HashMap<>();
        stamps.put(TrytonParties.MODEL + "," + party.id(), party.text(TIMESTAMP));
        party.all(TrytonAddressBook.FIELD).forEach(row -> stamps.put("party.address," + row.id(), row.text(TIMESTAMP)));
        party.all(TrytonContacts.FIELD)
                .forEach(row -> stamps.put("party.contact_mechanism," + row.id(), row.text(TIMESTAMP)));
        return Map.of(TIMESTAMP, stamps);
    }

    private void parts(Map<String, Object> values, TrytonRecord party, Account present, AccountChange change) {
        AccountDetails given = change.given();
        Violations violations = new Violations();
        if (!given.addresses().isEmpty() || !change.removedAddresses().isEmpty()) {
            List<AccountAddress> wanted =
                    AddressBook.changed(present.addresses(), given.addresses(), change.removedAddresses(), violations);
            values.put(
                    TrytonAddressBook.FIELD,
                    addresses.changed(TrytonAddressBook.rows(party), present.addresses(), wanted));
        }
        List<Contact> contacts =
                ContactList.changed(present.contacts(), given.contacts(), change.removedContacts(), violations);
        violations.throwIfAny();
        List<Object> orders = TrytonContactChange.changed(party, contacts);
        if (!orders.isEmpty()) {
            values.put(TrytonContacts.FIELD, orders);
        }
    }

    private static void taxNumber(
            Map<String, Object> values, TrytonRecord party, Account present, AccountChange change) {
        AccountDetails given = change.given();
        Optional<Long> held = party.related("tax_identifier").map(TrytonRecord::id);
        if (change.cleared().contains(ClearableField.TAX_ID)) {
            held.ifPresent(id -> values.put(TrytonParties.IDENTIFIERS, List.of(List.of("delete", List.of(id)))));
        } else if (given.taxId() != null) {
            String country =
                    Objects.requireNonNullElse(given.taxCountry(), present.tax().country());
            Map<String, Object> number = number(country, given.taxId());
            values.put(
                    TrytonParties.IDENTIFIERS,
                    List.of(held.<List<Object>>map(id -> List.of("write", List.of(id), number))
                            .orElseGet(() -> List.of("create", List.of(number)))));
        }
    }

    private static Map<String, Object> number(String country, String number) {
        String type = Optional.ofNullable(country)
                .flatMap(TrytonTaxNumbers::type)
                .orElseThrow(() -> new ServiceFault(
                        ErrorCode.INVALID_VALUE.at("taxId", "Tryton knows no tax numbers of that country.")));
        return Map.of("type", type, "code", TrytonTaxNumbers.number(country, number));
    }

    private static void reference(
            Map<String, Object> values, String field, String id, ClearableField name, Set<ClearableField> cleared) {
        if (id != null || cleared.contains(name)) {
            values.put(field, reference(id));
        }
    }

    private static Long reference(String id) {
        return id == null ? null : Long.valueOf(id);
    }

    private static String billingCountry(List<AccountAddress> book) {
        return book.stream()
                .filter(address -> address.kind() == AddressKind.BILLING)
                .findFirst()
                .map(address -> address.address().country())
                .orElse(null);
    }
}
